import type { JournalRecord } from '#contracts/simulator-journal';
import type { Sql } from '../scope.ts';
import { jsonLines } from './json-lines.ts';

/**
 * The simulator's journal as a table of this session. `late`: written after the look at the database, which may not know of it yet;
 * it still proves what the database says.
 */
export const journalTable = [
  `create temporary table journal (n bigint, type text, job_id int, job text, sheet_code text, window_code text, sheet_codes text[],
     outcome text, envelope bigint, deposit text, registered_number text, declared boolean, code text, found_late boolean, supplement boolean,
     late boolean not null)`,
  `create temporary table journal_gaps (n bigint, after bigint)`,
];

export const journalIndexes = [
  `create index on pg_temp.journal (window_code) where type = 'envelope_closed'`,
  `create index on pg_temp.journal (window_code) where type = 'item_accepted'`,
  `create index on pg_temp.journal (window_code, type) where type in ('item_missing', 'item_refused')`,
  `create index on pg_temp.journal (registered_number, code) where type = 'tracking'`,
  `create index on pg_temp.journal (n) where type = 'envelope_closed'`,
  `create index on pg_temp.journal (job) where type = 'sheet_out'`,
  `analyze pg_temp.journal`,
];

const told: ReadonlySet<JournalRecord['type']> = new Set([
  'job_accepted',
  'sheet_out',
  'envelope_closed',
  'envelope_opened',
  'item_accepted',
  'item_missing',
  'item_refused',
  'acknowledgement_written',
  'tracking',
]);

/** How far a journal has been read. */
export interface JournalPosition {
  end: number;
  n: number;
}

/** Reads the journal on from a position into the session's table; a record that is missing in its numbering is noted. */
export async function loadJournal(
  sql: Sql,
  file: string,
  from: JournalPosition,
  late: boolean,
): Promise<JournalPosition> {
  let { end, n } = from;
  for await (const lines of jsonLines<JournalRecord>(file, from.end)) {
    for (const record of lines.records) {
      if (record.n !== n + 1) await sql(`insert into pg_temp.journal_gaps values ($1, $2)`, [record.n, n]);
      n = record.n;
    }
    end = lines.end;
    await sql(
      `insert into pg_temp.journal
       select j.n, j.type, j."jobId", coalesce(j.name, j.job), j."sheetCode", j."windowCode", j."sheetCodes", j.outcome, j.envelope, j.deposit,
         coalesce(j."registeredNumber", j.number), j.declared, j.code, coalesce(j.late, false), coalesce(j.supplement, false), $2
       from jsonb_to_recordset($1) as j(n bigint, type text, "jobId" int, name text, job text, "sheetCode" text, "windowCode" text,
         "sheetCodes" text[], outcome text, envelope bigint, deposit text, "registeredNumber" text, declared boolean,
         number text, code text, late boolean, supplement boolean)`,
      [JSON.stringify(lines.records.filter((record) => told.has(record.type))), late],
    );
  }
  return { end, n };
}
