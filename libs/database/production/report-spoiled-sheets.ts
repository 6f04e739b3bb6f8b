import { processId } from '#contracts/processes';
import { recordFacts } from '../facts.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';

/** Kind of the fact: sheets of a lot that people put into the sealed bin, beside those of spoiled copies. */
export const SPOILED_SHEETS = 'sheets.spoiled';
export interface SpoiledSheets {
  sheets: number;
}

/**
 * A person reports spoiled sheets of a lot that does not balance. `report` names the report (an idempotency key): told twice, counted once.
 */
export async function reportSpoiledSheets(
  tx: LedgerTransaction,
  told: { siteId: string; lotId: string; report: string; sheets: number },
): Promise<void> {
  const { siteId, lotId, report, sheets } = told;
  const data: SpoiledSheets = { sheets };
  const fact = {
    siteId,
    source: 'operator',
    sourceId: `${lotId}/${report}`,
    kind: SPOILED_SHEETS,
    subjectId: lotId,
    data,
    at: tx.at,
    recordedAt: tx.at,
  };
  if ((await recordFacts(tx.sql, [fact])).size === 0) return;
  tx.tell(`site/${siteId}`, 'lot', lotId, 'lot.spoiled_sheets_reported', { sheets });
  await nudgeWorkflow(tx.sql, siteId, processId.lot(lotId), tx.at);
}
