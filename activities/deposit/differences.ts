import { closeOrdersOf } from '#database/close-orders';
import type { Records } from '../records.ts';
import type { DepositDeps } from './deps.ts';

export const differenceActivities = ({ records }: Pick<DepositDeps, 'records'>) => ({
  /** Puts the deposit on the operators' list with the code of what it waits for. */
  async callForDeposit(siteId: string, depositId: string, reason: string): Promise<void> {
    await records.write(siteId, (tx) =>
      tx.change('deposit', 'deposit.operator_called', [
        { id: depositId, set: { needs_operator: true, operator_reason: reason } },
      ]),
    );
  },

  /** Whether a person has closed every case of the deposit. */
  async depositCasesAreClosed(siteId: string, depositId: string): Promise<boolean> {
    const open = await records.read(siteId, (sql) =>
      sql(`select 1 from pli.cases where deposit_id = $1 and state = 'open' limit 1`, [depositId]),
    );
    return open.length === 0;
  },

  /** A piece still missing at its case's deadline is lost; a late find moves its letter on again. A refused one stays with the operators. */
  async closeOverdueCases(siteId: string, depositId: string): Promise<void> {
    while ((await closeSome(records, siteId, depositId)) > 0);
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

/** A case tells of itself, its letter and perhaps the letter's order: this many keep a transaction under 500 events. */
const CASES_AT_ONCE = 160;

/** One batch of overdue cases; 0 when none is left. */
async function closeSome(records: Records, siteId: string, depositId: string): Promise<number> {
  return records.write(siteId, async (tx) => {
    const cases = await tx.sql<{ id: string; letter_id: string }>(
      `select c.id, p.letter_id from pli.cases c join pli.pieces p on p.id = c.piece_id
       where c.deposit_id = $1 and c.state = 'open' and c.kind = 'missing_at_deposit' order by c.id limit $2`,
      [depositId, CASES_AT_ONCE],
    );
    const lost = { state: 'lost', ended_at: tx.at, deadline_at: null, reason_code: 'missing_at_deposit' };
    await tx.change(
      'letter',
      'letter.lost',
      cases.map((c) => ({ id: c.letter_id, set: lost })),
      { otherwise: 'skip' },
    );
    const closed = { state: 'closed', closed_at: tx.at, deadline_at: null, outcome: 'lost' };
    await tx.change(
      'case',
      'case.closed',
      cases.map(({ id }) => ({ id, set: closed })),
    );
    await closeOrdersOf(
      tx,
      cases.map((c) => c.letter_id),
    );
    return cases.length;
  });
}
