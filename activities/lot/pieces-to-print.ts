import { frankingFor } from '#devices/franking';
import type { PieceToPrint } from '#documents/print-file';
import type { Part } from '#documents/sheets';
import { MailError } from '#domain/mail-error';
import { bytesHash } from '#database/content-hash';
import { accountBlobs } from '#storage/blobs';
import type { LotDeps } from './deps.ts';
import type { LotRow } from './lot-row.ts';

/** Letters read from the store in one transaction: few enough to stay small in memory. */
const LETTERS_AT_ONCE = 20;

interface PrintRow {
  letter_id: string;
  position: number;
  copy: number;
  account_id: string;
  mark: number;
  mark_date: string;
  registered_number: string | null;
  composed_blob: string | null;
  composed_hash: Buffer | null;
  content_key: Buffer | null;
  parts: Part[];
  sheet_code_zones: number[];
  postage_cents: number | null;
}

/**
 * The lot's copies in their order, each with its letter's composed bytes and its own marks. The bytes must be the ones that were
 * composed: a copy whose bytes differ stops the lot before it becomes paper.
 */
export async function* piecesToPrint(
  { records, blobs }: Pick<LotDeps, 'records' | 'blobs'>,
  lot: LotRow,
): AsyncGenerator<PieceToPrint> {
  for (let after = 0; ;) {
    const some = await records.read(lot.site_id, async (sql) => {
      const rows = await sql<PrintRow>(
        `select p.letter_id, p.position, p.copy, p.account_id, p.mark, p.mark_date, p.registered_number,
                l.composed_blob, l.composed_hash, l.content_key, l.parts, l.sheet_code_zones, l.postage_cents
         from pli.pieces p join pli.letters l on l.id = p.letter_id
         where p.lot_id = $1 and p.mark is not null and p.position > $2 order by p.position limit $3`,
        [lot.id, after, LETTERS_AT_ONCE],
      );
      const bytes = new Map<PrintRow, Buffer>();
      for (const account of new Set(rows.map((row) => row.account_id))) {
        const its = rows.filter((row) => row.account_id === account);
        const addresses = its.map((row) => row.composed_blob ?? '');
        const read = await blobs.readAll(sql, accountBlobs(account, lot.mode), addresses);
        its.forEach((row, i) => bytes.set(row, read[i] ?? Buffer.alloc(0)));
      }
      return rows.map((row) => pieceToPrint(lot, row, bytes.get(row) ?? Buffer.alloc(0)));
    });
    yield* some;
    const last = some.at(-1);
    if (last === undefined) return;
    after = last.piece;
  }
}

function pieceToPrint(lot: LotRow, row: PrintRow, pdf: Buffer): PieceToPrint {
  if (
    row.content_key === null ||
    row.composed_hash === null ||
    !bytesHash(row.content_key, pdf).equals(row.composed_hash)
  )
    throw new MailError(
      'composed_bytes_differ',
      `The stored letter of piece ${row.position} is not the one that was composed. Nothing of the lot is printed; restore the store from a backup.`,
    );
  const { lines } = frankingFor(lot.key.franking).mark({
    contract: lot.key.contract,
    product: lot.key.product,
    counter: row.mark,
    depositDate: row.mark_date,
    amountCents: row.postage_cents ?? 0,
    mode: lot.mode,
  });
  return {
    piece: row.position,
    copy: row.copy,
    pdf,
    parts: row.parts,
    sheetCodeZones: row.sheet_code_zones,
    ...(lines.length > 0 && { franking: { lines } }),
    ...(row.registered_number !== null && { registered: { number: row.registered_number } }),
  };
}
