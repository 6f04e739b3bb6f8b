import type { LedgerTransaction, Row } from '#database/ledger';
import { acceptPieces, type HeldPiece } from '#database/production/accept-pieces';
import { carrierWord, type CarrierWord } from '#database/production/carrier-word';
import { calendarsOf, siteProfileAt } from '#database/site-profile';
import { depositDay } from '#domain/deposit-planning';
import type { SiteProfile } from '#domain/profiles';
import type { Records } from '../records.ts';
import { openCountCases, openPieceCases, openUndeclaredCases } from './cases.ts';
import type { DepositDeps } from './deps.ts';
import { depositRow, type DepositRow } from './deposit-row.ts';
import { acceptFoundLate } from './found-late.ts';

/** An accepted piece is told by its own event, its letter's and its postage's: 160 keep a transaction under 500. */
const PIECES_AT_ONCE = 160;

export const acknowledgementActivities = ({ records }: Pick<DepositDeps, 'records'>) => ({
  /** Whether the carrier has said its last word on the deposit, or an operator has typed it in. */
  async acknowledgementIsWhole(siteId: string, depositId: string): Promise<boolean> {
    return (await records.read(siteId, (sql) => carrierWord(sql, depositId))) !== undefined;
  },

  /**
   * Writes down what the carrier counted: pieces and letters accepted at its hour, postage debited; what is missing, refused or undeclared, and
   * a count that none of that explains, as cases with a deadline. Resumable: what has been recorded stays. Answers how many cases there are.
   */
  async recordAcknowledgement(siteId: string, depositId: string): Promise<{ differences: number; casesDueAt: string }> {
    const { d, word, profile } = await records.read(siteId, async (sql) => {
      const word = await carrierWord(sql, depositId);
      if (word === undefined) throw new Error(`deposit ${depositId} has no whole acknowledgement`);
      return { d: await depositRow(sql, depositId), word, profile: await siteProfileAt(sql, siteId, records.clock()) };
    });
    const casesDueAt = new Date(word.acceptedAt.getTime() + profile.deadlines.differenceCaseSeconds * 1000);
    const atItsHour = <T>(work: (tx: LedgerTransaction) => Promise<T>) => records.write(siteId, work, word.acceptedAt);
    while ((await acceptSome(records, siteId, d, word, profile)) > 0);
    while ((await atItsHour((tx) => openPieceCases(tx, siteId, d, word, casesDueAt))) > 0);
    while ((await atItsHour((tx) => openUndeclaredCases(tx, siteId, d, word, casesDueAt))) > 0);
    const differences = await atItsHour((tx) => closeCount(tx, siteId, d, word, profile, casesDueAt));
    await acceptFoundLate(records, siteId, depositId);
    return { differences, casesDueAt: casesDueAt.toISOString() };
  },
});

/** One batch of pieces that the carrier took: what it does not name it has accepted. 0 when all are recorded. */
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
      const pieces = await tx.sql<HeldPiece & Row>(
        `select id, letter_id, copy, registered_number from pli.pieces
         where deposit_id = $1 and state = 'handed_over' and window_code <> all($2) order by id limit $3`,
        [d.id, [...word.missing, ...word.refused.map(({ windowCode }) => windowCode)], PIECES_AT_ONCE],
      );
      await acceptPieces(tx, pieces, profile, word.acceptedAt);
      return pieces.length;
    },
    word.acceptedAt,
  );
}

/**
 * The deposit takes the carrier's count, date and hour; counts that no item explains become cases. Once, under the deposit's lock: what is found
 * late from then on is taken by whoever hears of it. Answers how many cases the deposit has.
 */
async function closeCount(
  tx: LedgerTransaction,
  siteId: string,
  d: DepositRow,
  word: CarrierWord,
  profile: SiteProfile,
  casesDueAt: Date,
): Promise<number> {
  const [locked] = await tx.sql<{ state: string }>(`select state from pli.deposits where id = $1 for no key update`, [
    d.id,
  ]);
  if (locked?.state === 'left_site') await openCountCases(tx, siteId, d, word, casesDueAt);
  const [cases] = await tx.sql<{ all: number; pieces: number }>(
    `select count(*)::int as all, count(piece_id)::int as pieces from pli.cases where deposit_id = $1`,
    [d.id],
  );
  const { all, pieces } = cases ?? { all: 0, pieces: 0 };
  if (locked?.state !== 'left_site') return all;
  const accepted = d.pieces - pieces;
  const state = all === 0 ? 'accepted' : accepted === 0 && pieces > 0 ? 'refused' : 'accepted_with_differences';
  const set = {
    state,
    accepted_at: word.acceptedAt,
    deposit_day: depositDay(calendarsOf(profile).depositPoint, word.acceptedAt),
    found: word.found,
    pieces_accepted: accepted,
    acknowledged_by: word.by,
    needs_operator: all > 0,
    operator_reason: all > 0 ? 'differences' : null,
    deadline_at: all === 0 ? new Date(word.acceptedAt.getTime() + 3_600_000) : casesDueAt,
  };
  await tx.change('deposit', `deposit.${state}`, [{ id: d.id, set }]);
  return all;
}
