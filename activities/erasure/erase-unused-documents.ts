import type { LedgerTransaction } from '#database/ledger';
import type { Blobs } from '#storage/blobs';
import { eraseDocumentRows } from '#storage/erase-documents';
import type { ErasureDeps } from './deps.ts';
import { keptFor } from './kept-days.ts';

const GIVEN_AT_ONCE = 1000;
const LOOKED_AT_AT_ONCE = 200;

/**
 * Gives stored documents their deadline, and looks at those past theirs: one that a letter or a draft names, that was a letterhead lately, or
 * that is kept in the library gets new time; the others are erased, whoever's they are. @returns how many were erased
 */
export async function eraseUnusedDocuments({
  records,
  blobs,
}: Pick<ErasureDeps, 'records'> & { blobs: Blobs }): Promise<number> {
  return records.writeAs({ role: 'pli_eraser' }, async (tx) => {
    await tx.sql(
      `update pli.documents d set deadline_at = $1::timestamptz + ${keptFor('unusedDocument', 'd')}
       where id in (select id from pli.documents where state = 'stored' and deadline_at is null limit $2 for update skip locked)`,
      [tx.at, GIVEN_AT_ONCE],
    );
    const due = await lookedAt(tx);
    const used = due.filter(({ until }) => until !== null && until > tx.at);
    await tx.sql(
      `update pli.documents d set deadline_at = u.until from jsonb_to_recordset($1) as u(id text, until timestamptz) where u.id = d.id`,
      [JSON.stringify(used)],
    );
    const unused = due.filter((document) => !used.includes(document)).map(({ id }) => id);
    await eraseDocumentRows(tx, blobs, unused);
    return unused.length;
  });
}

/** Documents past their deadline, each with the new one that its use gives it. */
async function lookedAt({ sql, at }: LedgerTransaction): Promise<{ id: string; until: Date | null }[]> {
  const onIt = `l.options ? 'backgroundPage' and l.options->>'backgroundPage' = d.id`;
  return sql(
    `with due as materialized (
       select id, account_id, mode, library from pli.documents where state = 'stored' and deadline_at <= $1 order by deadline_at limit $2 for update skip locked)
     select d.id, greatest(
       (select max(l.created_at) from pli.letters l where ${onIt}) + ${keptFor('letterhead', 'd')},
       case when d.library is not null
         or exists (select from pli.letters l where l.document_id = d.id and l.erased_at is null)
         or exists (select from pli.letters l where l.attachment_ids @> array[d.id] and l.attachment_ids <> '{}' and l.erased_at is null)
         or exists (select from pli.letters l where ${onIt} and l.erased_at is null)
         or exists (select from pli.orders l where l.state = 'draft' and ${onIt})
         or exists (select from pli.orders o where o.state = 'draft' and o.prepared_documents @> array[d.id])
       then $1::timestamptz + ${keptFor('unusedDocument', 'd')} end) as until
     from due d`,
    [at, LOOKED_AT_AT_ONCE],
  );
}
