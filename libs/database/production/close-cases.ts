import { processId } from '#contracts/processes';
import type { CaseOutcome } from '#domain/cases';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';

/**
 * Closes the open cases of pieces, and wakes the deposits that wait for them. Pieces without an open case are passed over, so saying it
 * again changes nothing. One event a case; the caller keeps to 500 a transaction.
 */
export async function closePieceCases(
  tx: LedgerTransaction,
  pieceIds: readonly string[],
  outcome: CaseOutcome,
  reason?: string,
): Promise<void> {
  if (pieceIds.length === 0) return;
  const open = await tx.sql<{ id: string }>(
    `select id from pli.cases where piece_id = any($1) and state = 'open' order by id`,
    [pieceIds],
  );
  await closeCases(
    tx,
    open.map(({ id }) => id),
    outcome,
    reason,
  );
}

/**
 * Closes cases that are open, by their ids, and wakes their deposits. Cases are the last rows that anybody locks.
 * @param reason a person's, as a code; without it the case keeps the carrier's
 * @returns the ids of those that were open
 */
export async function closeCases(
  tx: LedgerTransaction,
  caseIds: readonly string[],
  outcome: CaseOutcome,
  reason?: string,
): Promise<string[]> {
  const why = reason === undefined ? {} : { reason_code: reason };
  const set = { state: 'closed', closed_at: tx.at, deadline_at: null, outcome, ...why };
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
