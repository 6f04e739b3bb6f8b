import { closeCases } from '#database/production/close-cases';
import { loseLetters } from '#database/production/lose-letters';
import type { Records } from '../records.ts';
import type { DepositDeps } from './deps.ts';

export const differenceActivities = ({ records }: Pick<DepositDeps, 'records'>) => ({
  /** Puts the deposit on the operators' list with the code of what it waits for. */
  async callForDeposit(siteId: string, depositId: string, reason: string): Promise<void> {
    await callOperator(records, siteId, depositId, reason);
  },

  /** Whether a person has closed every case of the deposit. */
  async depositCasesAreClosed(siteId: string, depositId: string): Promise<boolean> {
    const open = await records.read(siteId, (sql) =>
      sql(`select 1 from pli.cases where deposit_id = $1 and state = 'open' limit 1`, [depositId]),
    );
    return open.length === 0;
  },

  /** Whether the cases want to be seen to: none is open any more, or a missing piece must be found sooner than `until`. */
  async casesWantLook(siteId: string, depositId: string, until: string): Promise<boolean> {
    const [open] = await records.read(siteId, (sql) =>
      sql<{ all: number; first: Date | null }>(
        `select count(*)::int as all, min(deadline_at) filter (where kind = 'missing_at_deposit') as first
         from pli.cases where deposit_id = $1 and state = 'open'`,
        [depositId],
      ),
    );
    return open === undefined || open.all === 0 || (open.first !== null && open.first < new Date(until));
  },

  /**
   * Sees to the cases due at `now`: a piece still missing is lost (a late find moves its letter on again); for any other an operator is called.
   * Answers until when to wait for those that are open; undefined when none is.
   */
  async seeToCases(siteId: string, depositId: string, now: string): Promise<string | undefined> {
    while ((await loseSome(records, siteId, depositId, new Date(now))) > 0);
    const open = await records.read(siteId, (sql) =>
      sql<{ deadline_at: Date }>(
        `select deadline_at from pli.cases where deposit_id = $1 and state = 'open' order by deadline_at`,
        [depositId],
      ),
    );
    if (open.length === 0) return undefined;
    const toCome = open.find(({ deadline_at }) => deadline_at > new Date(now));
    if (open[0] !== toCome) await callOperator(records, siteId, depositId, 'cases_overdue');
    return (toCome?.deadline_at ?? new Date(Date.parse(now) + REMINDER_MS)).toISOString();
  },

  /** As processes begun before `seeToCases` ask for it: every missing piece is lost now. A refused one stays with the operators. */
  async closeOverdueCases(siteId: string, depositId: string): Promise<void> {
    while ((await loseSome(records, siteId, depositId)) > 0);
  },

  /** Nothing is open any more: trays and deposit are settled. */
  async settleDeposit(siteId: string, depositId: string): Promise<void> {
    await records.write(siteId, async (tx) => {
      const trays = await tx.sql<{ id: string }>(`select id from pli.trays where deposit_id = $1`, [depositId]);
      await tx.change(
        'tray',
        'tray.settled',
        trays.map(({ id }) => ({ id, set: { state: 'settled', deadline_at: null } })),
        { otherwise: 'skip' },
      );
      const set = { state: 'settled', deadline_at: null, needs_operator: false, operator_reason: null };
      await tx.change('deposit', 'deposit.settled', [{ id: depositId, set }], { otherwise: 'skip' });
    });
  },
});

/** When nothing is due by itself any more, the process looks again after this. */
const REMINDER_MS = 31 * 24 * 3_600_000;

/** A case tells of itself, its letter and perhaps the letter's order: this many keep a transaction under 500 events. */
const CASES_AT_ONCE = 160;

/** One batch of missing pieces is given up for lost: those due at `now`, or all. 0 when none is left. */
async function loseSome(records: Records, siteId: string, depositId: string, now?: Date): Promise<number> {
  return records.write(siteId, async (tx) => {
    const cases = await tx.sql<{ id: string; letter_id: string }>(
      `select c.id, p.letter_id from pli.cases c join pli.pieces p on p.id = c.piece_id
       where c.deposit_id = $1 and c.state = 'open' and c.kind = 'missing_at_deposit'
         and ($2::timestamptz is null or c.deadline_at <= $2) order by c.id limit $3`,
      [depositId, now ?? null, CASES_AT_ONCE],
    );
    await loseLetters(
      tx,
      cases.map((c) => c.letter_id),
    );
    await closeCases(
      tx,
      cases.map(({ id }) => id),
      'lost',
    );
    return cases.length;
  });
}

/** Puts the deposit on the operators' list, once for a reason. */
async function callOperator(records: Records, siteId: string, depositId: string, reason: string): Promise<void> {
  await records.write(siteId, async (tx) => {
    const [d] = await tx.sql(
      `select 1 from pli.deposits where id = $1 and operator_reason is distinct from $2 for no key update`,
      [depositId, reason],
    );
    if (d !== undefined)
      await tx.change('deposit', 'deposit.operator_called', [
        { id: depositId, set: { needs_operator: true, operator_reason: reason } },
      ]);
  });
}
