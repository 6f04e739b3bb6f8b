import { LETTERS_AN_ORDER } from '#contracts/api/letters';
import { IMPORT_ERRORS_DAYS } from '#contracts/api/imports';
import type { LedgerTransaction } from '#database/ledger';
import type { Mode } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { importGoesOnSeconds } from '#domain/waiting-states';
import { contentFaults, draftRows } from '../letter-rows.ts';
import { draftForChange, insertDraftLetters } from '../order-rows.ts';
import type { TemplateData } from '../template-data.ts';
import { importOf, type ImportReading, type StoredImport } from './import-row.ts';
import type { JudgedRow, Judgement, RowError } from './row-judge.ts';

/** So many rows left out end an import: the file is read wrongly, and what would be told of each row is as long as the file. */
export const MOST_LEFT_OUT = 10_000;

/** Rows that one transaction takes from a file, and where in it they stand. */
export interface Batch {
  rows: Judgement[];
  /** Byte of the file at which they begin, and how many there are. */
  from: number;
  fileBytes: number;
  textBytes: number;
  hash: Buffer;
  reading: ImportReading;
  /** Whether the file ends with them. */
  last: boolean;
}

/**
 * Takes a batch into the draft: good rows as letters, the others as things to mend, and the place in the file, in one commit.
 * With too many left out the import is abandoned; what was left out may be read as long as of a complete one.
 * @returns whether it goes on
 * @throws MailError `import_moved_on` when another upload took the place, `import_ended`, `import_too_many_errors`, `order_not_draft`,
 *   `order_full`, `template_data_too_slow`
 */
export async function takeBatch(
  tx: LedgerTransaction,
  of: { importId: string; orderId: string; account: string; mode: Mode },
  batch: Batch,
  templates: TemplateData,
): Promise<boolean> {
  const { sql, at } = tx;
  const order = await draftForChange(sql, of.orderId);
  const row = await importOf(sql, of.importId, 'for update');
  if (row.state !== 'open' && row.state !== 'receiving') throw ended(row);
  if (row.next_byte !== batch.from)
    throw new MailError(
      'import_moved_on',
      'Another upload of this file has gone on meanwhile: read `nextByte` and go on there, or let the other one finish.',
    );
  const [last] = await sql<{ position: number | null; number: number | null }>(
    `select (select max(position) from pli.letters where order_id = $1) as position,
       (select max(number) from pli.import_batches where import_id = $2) as number`,
    [of.orderId, of.importId],
  );
  const firstPosition = (last?.position ?? 0) + 1;
  const { letters, errors } = await sorted(tx, of, batch.rows, firstPosition, order.options.service, templates);
  if (order.letters + letters.length > LETTERS_AN_ORDER)
    throw new MailError(
      'order_full',
      `An order holds at most ${LETTERS_AN_ORDER} letters, and this file has more. Part it, and import each part into an order of its own.`,
    );
  if (letters.length > 0)
    await sql(`update pli.orders set letters = letters + $2 where id = $1`, [of.orderId, letters.length]);
  await insertDraftLetters(sql, letters);
  const common = [of.importId, of.account, of.mode];
  await sql(
    `insert into pli.import_batches (import_id, account_id, mode, number, text_bytes, hash, first_position, letters)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...common, (last?.number ?? 0) + 1, batch.textBytes, batch.hash, firstPosition, letters.length],
  );
  await insertErrors(tx, common, errors);
  await sql(
    `update pli.imports set next_byte = next_byte + $2, rows_read = rows_read + $3, rows_taken = rows_taken + $4,
       rows_left_out = rows_left_out + $3 - $4, reading = $5 where id = $1`,
    [of.importId, batch.fileBytes, batch.rows.length, letters.length, JSON.stringify(batch.reading)],
  );
  const data = { rows: row.rows_read + batch.rows.length, letters: row.rows_taken + letters.length };
  const keep_until = new Date(at.getTime() + IMPORT_ERRORS_DAYS * 86_400_000);
  if (row.rows_left_out + batch.rows.length - letters.length >= MOST_LEFT_OUT) {
    const set = { state: 'abandoned', keep_until };
    await tx.change('import', 'import.abandoned', [{ id: of.importId, set, content: { deadline_at: null }, data }]);
    return false;
  }
  if (batch.last) {
    const set = { state: 'complete', completed_at: at, keep_until };
    await tx.change('import', 'import.completed', [{ id: of.importId, set, content: { deadline_at: null }, data }]);
    return true;
  }
  const deadline_at = new Date(at.getTime() + importGoesOnSeconds * 1000);
  if (row.state === 'open')
    await tx.change('import', 'import.receiving', [
      { id: of.importId, set: { state: 'receiving' }, content: { deadline_at }, data },
    ]);
  else await sql(`update pli.imports set deadline_at = $2 where id = $1`, [of.importId, deadline_at]);
  return true;
}

/** Why an import takes no more rows. */
export const ended = ({ state, rows_left_out }: Pick<StoredImport, 'state' | 'rows_left_out'>): MailError =>
  rows_left_out >= MOST_LEFT_OUT ? tooManyErrors() : hasEnded(state);

const hasEnded = (state: string): MailError =>
  new MailError(
    'import_ended',
    `This import is ${state}: it takes no more rows. Make another one; to take out the letters of this one, delete it.`,
  );

export const tooManyErrors = (): MailError =>
  new MailError(
    'import_too_many_errors',
    `${MOST_LEFT_OUT} rows were left out, and the import is abandoned. Read errors.csv, delete the import, which takes its letters out of the draft, and make another one.`,
  );

/** Rows that can be letters, and what is to be mended in the others. */
async function sorted(
  { sql, at }: LedgerTransaction,
  { orderId, account, mode }: { orderId: string; account: string; mode: Mode },
  rows: readonly Judgement[],
  firstPosition: number,
  service: string,
  templates: TemplateData,
) {
  const good = rows.filter((row): row is JudgedRow => 'letter' in row);
  const made = draftRows(
    good.map(({ letter }) => letter),
    { orderId, account, mode, firstPosition, sender: undefined, service, at },
  );
  const faults = await contentFaults(sql, made, templates);
  const errors: RowError[] = rows.flatMap((row) => ('errors' in row ? row.errors : []));
  const faulty = new Set<number>();
  for (const { code, detail, pointer = '' } of faults) {
    const [, , index = '', ...path] = pointer
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    faulty.add(Number(index));
    const error = good[Number(index)]?.errorAt(path, { code, detail });
    if (error) errors.push(error);
  }
  const letters = made
    .filter((_, i) => !faulty.has(i))
    .map((letter, i) => ({ ...letter, position: firstPosition + i }));
  return { letters, errors };
}

async function insertErrors({ sql }: LedgerTransaction, common: unknown[], errors: readonly RowError[]): Promise<void> {
  if (errors.length === 0) return;
  const items = new Map<number, number>();
  const numbered = errors.map(({ column, ...error }) => {
    const item = (items.get(error.row) ?? 0) + 1;
    items.set(error.row, item);
    return { ...error, item, column_name: column };
  });
  await sql(
    `insert into pli.import_errors (import_id, account_id, mode, row, item, column_name, code, detail, value)
     select $1, $2, $3, e.row, e.item, e.column_name, e.code, e.detail, e.value
     from jsonb_to_recordset($4) as e(row int, item int, column_name text, code text, detail text, value text)`,
    [...common, JSON.stringify(numbered)],
  );
}
