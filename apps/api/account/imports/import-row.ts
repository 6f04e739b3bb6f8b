import type { ImportView, SameForAll } from '#contracts/api/imports';
import type { Sql } from '#database/scope';
import type { ImportDelimiter, ImportEncoding, ImportMapping, ImportMappingOfSome } from '#domain/import-mapping';
import type { ImportState } from '#domain/life-cycles';
import { notFound } from '../../http/refusal.ts';
import { waitingView } from '../waiting-view.ts';

/** How the customer says the file is to be read. */
export interface ImportDefinition {
  encoding: ImportEncoding | 'auto';
  delimiter: ImportDelimiter | 'auto';
  mapping: ImportMapping | ImportMappingOfSome | 'auto';
  letter: SameForAll;
}

/** What was found out from the file so far; with it reading goes on anywhere. */
export interface ImportReading {
  encoding: ImportEncoding | 'auto';
  delimiter: ImportDelimiter | null;
  headings: string[];
  mapping: ImportMapping | null;
  unused: string[];
  /** Rows seen, with headings and empty ones: as a spreadsheet numbers them. */
  rowsSeen: number;
}

export interface StoredImport {
  id: string;
  order_id: string;
  state: ImportState;
  state_since: Date;
  deadline_at: Date | null;
  format: 'csv' | 'jsonl';
  definition: ImportDefinition | null;
  reading: ImportReading | null;
  next_byte: number;
  rows_read: number;
  rows_taken: number;
  rows_left_out: number;
  created_at: Date;
  completed_at: Date | null;
  erased_at: Date | null;
}

export const importColumns = `id, order_id, state, state_since, deadline_at, format, definition, reading, next_byte,
  rows_read, rows_taken, rows_left_out, created_at, completed_at, erased_at`;

/** @throws MailError `not_found` */
export async function importOf(sql: Sql, id: string, lock: '' | 'for update' = ''): Promise<StoredImport> {
  const [row] = await sql<StoredImport>(
    `select ${importColumns} from pli.imports where id = $1 and state <> 'deleted' ${lock}`,
    [id],
  );
  if (row === undefined) throw notFound('import');
  return row;
}

export function viewOf(row: StoredImport): ImportView {
  const { reading } = row;
  return {
    id: row.id,
    orderId: row.order_id,
    state: row.state,
    since: row.state_since.toISOString(),
    until: row.deadline_at?.toISOString() ?? null,
    format: row.format,
    nextByte: row.next_byte,
    rows: { read: row.rows_read, taken: row.rows_taken, leftOut: row.rows_left_out },
    reading: reading && {
      encoding: reading.encoding === 'auto' ? null : reading.encoding,
      delimiter: reading.delimiter,
      mapping: reading.mapping,
      unusedColumns: reading.unused,
    },
    createdAt: row.created_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
    erasedAt: row.erased_at?.toISOString() ?? null,
    waiting: waitingView('import', { state: row.state, since: row.state_since, until: row.deadline_at }),
  };
}
