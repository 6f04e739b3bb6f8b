import type { Acknowledgement } from '#carriers/carrier';
import { newId } from '#contracts/new-id';
import { depositDay } from '#domain/deposit-planning';
import type { SiteProfile } from '#domain/profiles';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { calendarsOf, siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';
import type { DepositDeps } from './deps.ts';
import { depositRow, type DepositRow } from './deposit-row.ts';

/** An accepted piece is told by its own event, its letter's and its postage's: 160 keep a transaction under 500. */
const PIECES_AT_ONCE = 160;

/** The kind of fact in which the carrier's acknowledgement comes, a part a fact. */
export const ACKNOWLEDGED = 'deposit.acknowledged';

export const acknowledgementActivities = ({ records }: Pick<DepositDeps, 'records'>) => ({
  /** Whether the carrier has said its last word on the deposit. */
  async acknowledgementIsWhole(siteId: string, depositId: string): Promise<boolean> {
    return (await records.read(siteId, (sql) => acknowledgedParts(sql, depositId))) !== undefined;
  },

  /**
   * Writes down what the carrier counted: pieces and letters accepted at its hour, postage debited, what is missing or refused as cases
   * with a deadline. Resumable: what has been recorded stays.
   */
  async recordAcknowledgement(siteId: string, depositId: string): Promise<{ differences: number; casesDueAt: string }> {
    const { d, parts, profile } = await records.read(siteId, async (sql) => {
      const parts = await acknowledgedParts(sql, depositId);
      if (parts === undefined) throw new Error(`deposit ${depositId} has no whole acknowledgement`);
      return { d: await depositRow(sql, depositId), parts, profile: await siteProfileAt(sql, siteId, records.clock()) };
    });
    const word = wordOf(parts, profile);
    while ((await acceptSome(records, siteId, d, word, profile)) > 0);
    const casesDueAt = new Date(word.acceptedAt.getTime() + profile.deadlines.differenceCaseSeconds * 1000);
    const inBatch = (tx: LedgerTransaction) => openSomeCases(tx, siteId, d, word, casesDueAt);
    while ((await records.write(siteId, inBatch, word.acceptedAt)) > 0);
    const differences = await records.write(siteId, (tx) => closeCount(tx, d, word, casesDueAt), word.acceptedAt);
    return { differences, casesDueAt: casesDueAt.toISOString() };
  },
});

/** What the parts of an acknowledgement say together. */
interface CarrierWord {
  acceptedAt: Date;
  /** J: the day of the accepted deposit, by the carrier's limit hour. */
  depositDay: string;
  found: Acknowledgement['found'];
  missing: string[];
  refused: string[];
}

async function acknowledgedParts(sql: Sql, depositId: string): Promise<Acknowledgement[] | undefined> {
  const facts = await sql<{ data: Acknowledgement }>(
    `select data from pli.facts where subject_id = $1 and kind = $2 order by id`,
    [depositId, ACKNOWLEDGED],
  );
  const parts = facts.map((f) => f.data).sort((a, b) => a.part - b.part);
  // Parts may come in any order: whole means that the last one is here and none before it is missing.
  const last = parts.at(-1);
  return last?.last && last.part === parts.length ? parts : undefined;
}

function wordOf(parts: Acknowledgement[], profile: SiteProfile): CarrierWord {
  const acceptedAt = new Date(Math.max(...parts.map((p) => Date.parse(p.acceptedAt))));
  return {
    acceptedAt,
    depositDay: depositDay(calendarsOf(profile).depositPoint, acceptedAt),
    found: parts.flatMap((p) => p.found),
    missing: parts.flatMap((p) => p.missing.map((m) => m.windowCode)),
    refused: parts.flatMap((p) => p.refused.map((r) => r.windowCode)),
  };
}

/** One batch of pieces that the carrier took; 0 when all are recorded. */
async function acceptSome(
  records: Records,
  siteId: string,
  d: DepositRow,
  word: CarrierWord,
  profile: SiteProfile,
): Promise<number> {
  return records.write(
    siteId,
    async (tx) => {
      const pieces = await tx.sql<{ id: string; letter_id: string; copy: number; registered_number: string | null }>(
        `select id, letter_id, copy, registered_number from pli.pieces
         where deposit_id = $1 and state = 'handed_over' and window_code <> all($2) order by id limit $3`,
        [d.id, [...word.missing, ...word.refused], PIECES_AT_ONCE],
      );
      const ids = pieces.map((p) => p.id);
      await tx.change(
        'piece',
        'piece.accepted',
        ids.map((id) => ({ id, set: { state: 'accepted', deadline_at: null } })),
      );
      for (const tracked of [true, false]) {
        const until = after(
          word.acceptedAt,
          tracked ? profile.tracking.deliverySeconds : profile.tracking.noReturnSeconds,
        );
        const next = tracked ? after(word.acceptedAt, profile.tracking.pollSeconds) : until;
        const set = {
          state: 'accepted_by_carrier',
          accepted_at: word.acceptedAt,
          deposit_day: word.depositDay,
          deadline_at: until,
        };
        const letters = pieces.filter((p) => (p.registered_number !== null) === tracked);
        await tx.change(
          'letter',
          'letter.accepted_by_carrier',
          letters.map((p) => ({ id: p.letter_id, set, content: { next_poll_at: next } })),
        );
      }
      const postage = await tx.sql<{ id: string }>(
        `select e.id from pli.postage_entries e join pli.pieces p using (letter_id, copy) where p.id = any($1) and e.state = 'marked'`,
        [ids],
      );
      await tx.change(
        'postage_entry',
        'postage.debited',
        postage.map(({ id }) => ({ id, set: { state: 'debited', debited_at: tx.at } })),
      );
      return pieces.length;
    },
    word.acceptedAt,
  );
}

const after = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);

/** One batch of pieces that the carrier missed or refused becomes cases; 0 when all have. */
async function openSomeCases(
  tx: LedgerTransaction,
  siteId: string,
  d: DepositRow,
  word: CarrierWord,
  casesDueAt: Date,
): Promise<number> {
  const differing = await tx.sql<{ id: string; account_id: string; window_code: string; mode: string }>(
    `select id, account_id, window_code, mode from pli.pieces
     where deposit_id = $1 and state = 'handed_over' and window_code = any($2) order by id limit $3`,
    [d.id, [...word.missing, ...word.refused], PIECES_AT_ONCE],
  );
  for (const kind of ['missing_at_deposit', 'refused_at_deposit'] as const) {
    const codes = new Set(kind === 'missing_at_deposit' ? word.missing : word.refused);
    const pieces = differing.filter((p) => codes.has(p.window_code));
    await tx.change(
      'piece',
      `piece.${kind}`,
      pieces.map(({ id }) => ({ id, set: { state: kind, deadline_at: casesDueAt } })),
    );
    await tx.create(
      'case',
      'case.opened',
      pieces.map((p) => ({
        id: newId('case', tx.at),
        site_id: siteId,
        mode: p.mode,
        account_id: p.account_id,
        kind,
        deposit_id: d.id,
        piece_id: p.id,
        state: 'open',
        deadline_at: casesDueAt,
        created_at: tx.at,
      })),
    );
  }
  return differing.length;
}

/** The deposit takes the carrier's count, date and hour. Answers how many pieces differ. */
async function closeCount(tx: LedgerTransaction, d: DepositRow, word: CarrierWord, casesDueAt: Date): Promise<number> {
  const [differing] = await tx.sql<{ n: number }>(
    `select count(*)::int as n from pli.pieces where deposit_id = $1 and window_code = any($2)`,
    [d.id, [...word.missing, ...word.refused]],
  );
  const differences = differing?.n ?? 0;
  const accepted = d.pieces - differences;
  const state = differences === 0 ? 'accepted' : accepted === 0 ? 'refused' : 'accepted_with_differences';
  const set = {
    state,
    accepted_at: word.acceptedAt,
    deposit_day: word.depositDay,
    found: word.found,
    pieces_accepted: accepted,
  };
  const due = differences === 0 ? after(word.acceptedAt, 3600) : casesDueAt;
  await tx.change('deposit', `deposit.${state}`, [{ id: d.id, set: { ...set, deadline_at: due } }], {
    otherwise: 'skip',
  });
  return differences;
}
