import { endedLetterStates, sentLetterStates, type LetterState } from '#domain/life-cycles';
import type { SiteProfile } from '#domain/profiles';
import { siteProfileAt } from '#database/site-profile';
import type { LedgerTransaction } from '#database/ledger';
import type { Blobs } from '#storage/blobs';
import type { ErasureDeps } from './deps.ts';
import { eraseDocumentRows } from '#storage/erase-documents';

/** A letter tells of itself, its document and up to ten attachments: 40 keep a transaction under 500 events. */
const LETTERS_AT_ONCE = 40;

/**
 * From which instant a letter's content may go, by the profile: since its live copy was printed, its lot closed, or its deposit accepted
 * (the default: a reprint needs the very same bytes until then). A letter that ended without paper counts from its end, and so do
 * one that was lost before any deposit was accepted with it, and a cancelled one once no copy of it is left.
 */
const startsOf = {
  printed: `(select min(e.at) from pli.events e where e.subject_id = p.id and e.type = 'piece.printed')`,
  lot_closed: `case when lot.state = 'closed' then lot.state_since end`,
  deposit_accepted: `l.accepted_at`,
} as const satisfies Record<SiteProfile['erase']['start'], string>;

const neverSent = endedLetterStates.filter((state) => !(sentLetterStates as readonly LetterState[]).includes(state));

/**
 * Nulls the content columns and the letter's hash key (its hashes can then never be recomputed), releases its stored bytes and tells the ledger.
 * A sent letter of the simple archive is in it by then, or waits until it is. A letter with an unresolved piece waits: a recorded, bounded exception.
 */
export async function eraseLetters(
  { records, blobs }: Pick<ErasureDeps, 'records' | 'blobs'>,
  siteId: string,
): Promise<number> {
  return records.write(siteId, async (tx) => {
    const { erase } = await siteProfileAt(tx.sql, siteId, tx.at);
    const before = new Date(tx.at.getTime() - erase.hours * 3_600_000);
    const letters = await tx.sql<{ id: string; document_ids: string[] }>(
      `select l.id, array_remove(l.attachment_ids || l.document_id, null) as document_ids from pli.letters l
       join pli.orders o on o.id = l.order_id
       left join pli.pieces p on p.letter_id = l.id and p.copy = l.current_copy
       left join pli.lots lot on lot.id = p.lot_id
       where l.site_id = $1 and l.erased_at is null
         and coalesce(${startsOf[erase.start]}, case when (p.id is null or l.state in ('cancelled', 'lost')) and l.state = any($2) then l.ended_at end) <= $3
         and (p.id is null or case when l.state = 'cancelled' then p.state in ('spoiled', 'voided')
           else p.state not in ('suspect', 'diverted', 'spoiled', 'voided', 'refused_at_deposit') end)
         and (o.archive = 'none' or l.state = any($5) or exists (select from pli.archived_files a where a.letter_id = l.id))
       order by l.id limit $4 for update of l`,
      [siteId, endedLetterStates, before, LETTERS_AT_ONCE, neverSent],
    );
    const content = { recipient: null, sender: null, data: null, client_reference: null, content_key: null };
    await tx.change(
      'letter',
      'letter.erased',
      letters.map(({ id }) => ({ id, set: { erased_at: tx.at, composed_blob: null }, content })),
    );
    await blobs.release(
      tx.sql,
      letters.map(({ id }) => ({ use: 'composed', usedBy: id })),
      tx.at,
    );
    await eraseDocuments(
      tx,
      blobs,
      letters.flatMap(({ document_ids }) => document_ids),
    );
    return letters.length;
  });
}

/**
 * An uploaded document goes with the last of the letters that name it, as what they say or as an attachment. One that lies under letters
 * as letterhead stays: it is the sender's paper, nobody's letter, and goes when nobody has written on it for long. One that is kept in the
 * library stays until it is taken out.
 */
async function eraseDocuments(tx: LedgerTransaction, blobs: Blobs, documentIds: string[]): Promise<void> {
  const documents = await tx.sql<{ id: string }>(
    `select d.id from pli.documents d where d.id = any($1) and d.state = 'stored' and d.library is null
       and not exists (select 1 from pli.letters l where l.document_id = d.id and l.erased_at is null)
       and not exists (select 1 from pli.letters l where l.attachment_ids @> array[d.id] and l.attachment_ids <> '{}' and l.erased_at is null)
       and not exists (select 1 from pli.letters l where l.options ? 'backgroundPage' and l.options->>'backgroundPage' = d.id) order by d.id for update`,
    [documentIds],
  );
  await eraseDocumentRows(
    tx,
    blobs,
    documents.map(({ id }) => id),
  );
}
