import { processId } from '#contracts/processes';
import type { LotState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { factsAbout, recordFacts } from '../facts.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import type { Sql } from '../scope.ts';

const SOURCE = 'operator';
/** Kind of the fact: sheets of a lot that people put into the sealed bin, beside those of spoiled copies. */
export const SPOILED_SHEETS = 'sheets.spoiled';
export interface SpoiledSheets {
  sheets: number;
  reason?: string;
}

/**
 * A person reports spoiled sheets of a lot that does not balance. `report` names the report (an idempotency key): told twice, counted once.
 * The caller holds the lot's row.
 * @returns whether the report was new
 * @throws MailError `idempotency_key_reused`, `state_conflict`, `spoiled_sheets_too_many`
 */
export async function reportSpoiledSheets(
  tx: LedgerTransaction,
  told: { siteId: string; lotId: string; report: string; sheets: number; reason?: string },
): Promise<boolean> {
  const { siteId, lotId, report, sheets, reason } = told;
  const sourceId = `${lotId}/${report}`;
  if (await alreadyTold(tx.sql, siteId, sourceId, told)) return false;
  await refuseImpossible(tx.sql, lotId, sheets);
  const data: SpoiledSheets = { sheets, ...(reason === undefined ? {} : { reason }) };
  const fact = {
    siteId,
    source: SOURCE,
    sourceId,
    kind: SPOILED_SHEETS,
    subjectId: lotId,
    data,
    at: tx.at,
    recordedAt: tx.at,
  };
  if ((await recordFacts(tx.sql, [fact])).size === 0) return false;
  tx.tell(`site/${siteId}`, 'lot', lotId, 'lot.spoiled_sheets_reported', { sheets });
  await nudgeWorkflow(tx.sql, siteId, processId.lot(lotId), tx.at);
  return true;
}

async function alreadyTold(
  sql: Sql,
  siteId: string,
  sourceId: string,
  { sheets, reason }: SpoiledSheets,
): Promise<boolean> {
  const [before] = await sql<{ data: SpoiledSheets }>(
    `select data from pli.facts where site_id = $1 and source = $2 and source_id = $3`,
    [siteId, SOURCE, sourceId],
  );
  if (before === undefined) return false;
  if (before.data.sheets !== sheets || before.data.reason !== reason)
    throw new MailError(
      'idempotency_key_reused',
      `This Idempotency-Key was used for a report of ${before.data.sheets} sheets. Take a new key for a new report.`,
    );
  return true;
}

/** A closed lot is counted for good, and no more sheets can be spoiled than came out of the printer. */
async function refuseImpossible(sql: Sql, lotId: string, sheets: number): Promise<void> {
  const [lot] = await sql<{ state: LotState; sheets_printed: number | null }>(
    `select state, sheets_printed from pli.lots where id = $1`,
    [lotId],
  );
  if (lot?.state === 'closed')
    throw new MailError('state_conflict', 'This lot is closed: its sheets are counted. Nothing can be added to it.');
  const printed = lot?.sheets_printed ?? 0;
  const before = (await factsAbout<SpoiledSheets>(sql, lotId, SPOILED_SHEETS)).reduce(
    (n, { data }) => n + data.sheets,
    0,
  );
  if (before + sheets > printed)
    throw new MailError(
      'spoiled_sheets_too_many',
      printed === 0
        ? 'No sheet of this lot has been counted as printed yet. Report spoiled sheets once it is printed.'
        : `${printed} sheets of this lot were printed and ${before} are reported as spoiled: at most ${printed - before} more can be. Count again.`,
    );
}
