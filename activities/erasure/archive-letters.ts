import { createHash } from 'node:crypto';
import { newId } from '#contracts/new-id';
import { bytesHash, newLetterKey } from '#database/content-hash';
import type { LedgerTransaction, Row } from '#database/ledger';
import type { Mode } from '#database/scope';
import { sentLetterStates } from '#domain/life-cycles';
import { accountBlobs, type Blobs } from '#storage/blobs';
import type { ErasureDeps } from './deps.ts';

const LETTERS_AT_ONCE = 40;

interface SentLetter {
  id: string;
  order_id: string;
  account_id: string;
  mode: Mode;
  composed_blob: string;
  handed_over_at: Date;
  recipient: string | null;
  client_reference: string | null;
  years: number | null;
}

/**
 * Keeps the files of sent letters whose orders ask for the simple archive: the very bytes that were printed, under a use of their own, with
 * their hash, for as many years as the order says. A letter that is never sent has nothing to keep. Done twice it changes nothing.
 * @returns how many files were added
 */
export async function archiveLetters(
  { records, blobs }: Pick<ErasureDeps, 'records' | 'blobs'>,
  siteId: string,
): Promise<number> {
  return records.write(siteId, async (tx) => {
    const letters = await tx.sql<SentLetter>(
      `select l.id, l.order_id, l.account_id, l.mode, l.composed_blob, coalesce(l.handed_over_at, l.state_since) as handed_over_at,
         nullif(concat_ws(', ', l.recipient->>'organisation', l.recipient->>'name'), '') as recipient,
         coalesce(l.client_reference, o.client_reference) as client_reference, (o.options->'archive'->>'years')::int as years
       from pli.letters l join pli.orders o on o.id = l.order_id
       where l.site_id = $1 and l.erased_at is null and o.archive = 'simple' and l.state = any($2) and l.composed_blob is not null
         and not exists (select from pli.archived_files a where a.letter_id = l.id)
       order by l.id limit $3 for update of l`,
      [siteId, sentLetterStates, LETTERS_AT_ONCE],
    );
    for (const account of new Set(letters.map(({ account_id }) => account_id)))
      await keep(
        tx,
        blobs,
        siteId,
        letters.filter(({ account_id }) => account_id === account),
      );
    return letters.length;
  });
}

/** Keeps letters of one account; all of a print room are of one mode. */
async function keep(tx: LedgerTransaction, blobs: Blobs, siteId: string, letters: SentLetter[]): Promise<void> {
  const [{ account_id, mode } = { account_id: '', mode: 'test' as Mode }] = letters;
  const owner = accountBlobs(account_id, mode);
  const addresses = letters.map((letter) => letter.composed_blob);
  const files = await blobs.readAll(tx.sql, owner, addresses);
  const rows = letters.map((letter, i) => rowOf(letter, files[i] ?? Buffer.alloc(0), tx.at));
  const uses = rows.map(({ id, blob }) => ({ use: 'archive', usedBy: id, address: blob }));
  await blobs.reuse(tx.sql, owner, uses, tx.at);
  await tx.create(
    'archived_file',
    'archive.kept',
    rows.map((row): Row => ({ ...row, account_id, mode, site_id: siteId })),
  );
}

function rowOf(letter: SentLetter, bytes: Buffer, at: Date) {
  const content_key = newLetterKey();
  return {
    id: newId('archived_file', at),
    order_id: letter.order_id,
    letter_id: letter.id,
    state: 'kept',
    state_since: at,
    blob: letter.composed_blob,
    content_key,
    content_hash: bytesHash(content_key, bytes),
    sha256: createHash('sha256').update(bytes).digest(),
    bytes: bytes.length,
    recipient: letter.recipient,
    client_reference: letter.client_reference,
    sent_at: letter.handed_over_at,
    keep_until: letter.years === null ? null : yearsAfter(letter.handed_over_at, letter.years),
    created_at: at,
  };
}

/** The same day so many years later; the 29th of February is followed by a 1st of March. */
function yearsAfter(at: Date, years: number): Date {
  const then = new Date(at);
  then.setUTCFullYear(then.getUTCFullYear() + years);
  return then;
}
