import { processId } from '#contracts/processes';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';

/**
 * How a case ended. `trayed_again`, `spoiled`: the piece is back in hand and a person scanned it · `found_by_carrier`: the carrier found it
 * late · `named_missing`: a count that differed was a piece, which has a case of its own · `explained`: a person says why the counts
 * differ · `lost`: nobody found it.
 */
export const caseOutcomes = [
  'trayed_again',
  'spoiled',
  'found_by_carrier',
  'named_missing',
  'explained',
  'lost',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/**
 * Closes the open cases of pieces, and wakes the deposits that wait for them. Pieces without an open case are passed over, so saying it
 * again changes nothing. One event a case; the caller keeps to 500 a transaction.
 */
export async function closePieceCases(
  tx: LedgerTransaction,
  pieceIds: readonly string[],
  outcome: CaseOutcome,
): Promise<void> {
  if (pieceIds.length === 0) return;
  const open = await tx.sql<{ id: string }>(
    `select id from pli.cases where piece_id = any($1) and state = 'open' order by id for update`,
    [pieceIds],
  );
  await closeCases(
    tx,
    open.map(({ id }) => id),
    outcome,
  );
}

/** Closes cases that are open, by their ids, and wakes their deposits. @returns the ids of those that were open */
export async function closeCases(
  tx: LedgerTransaction,
  caseIds: readonly string[],
  outcome: CaseOutcome,
): Promise<string[]> {
  const set = { state: 'closed', closed_at: tx.at, deadline_at: null, outcome };
  const closed = await tx.change(
    'case',
    'case.closed',
    caseIds.map((id) => ({ id, set })),
    { from: ['open'], otherwise: 'skip' },
  );
  const deposits = await tx.sql<{ deposit_id: string; site_id: string }>(
    `select distinct deposit_id, site_id from pli.cases where id = any($1) order by deposit_id`,
    [closed],
  );
  for (const { deposit_id, site_id } of deposits)
    await nudgeWorkflow(tx.sql, site_id, processId.deposit(deposit_id), tx.at);
  return closed;
}
