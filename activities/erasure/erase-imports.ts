import type { LedgerTransaction } from '#database/ledger';
import type { ErasureDeps } from './deps.ts';

/** One event each; what belongs to an import goes by its id. */
const AT_ONCE = 20;
/** Things to mend that one transaction erases: an import may have a hundred thousand. */
const ERRORS_AT_ONCE = 10_000;

/**
 * Abandons imports that nobody went on with, and erases what files said whose time to be read is over: rows left out, headings, the
 * hashes by which a file was known. Letters that came of it stay in the draft, which cannot be submitted before they are taken out.
 * An import is abandoned first, so that nobody goes on with one of which a slice is gone.
 * Of the accounts bound to the site by contract: a draft has no site. @returns how many were abandoned or erased
 */
export async function eraseImports(
  { records }: Pick<ErasureDeps, 'records'>,
  siteId: string,
  errorsAtOnce = ERRORS_AT_ONCE,
): Promise<number> {
  const abandoned = await records.write(siteId, abandon);
  for (;;) {
    const slice = await records.write(siteId, async (tx) => {
      const ids = await due(tx);
      return ids.length === 0 ? 0 : eraseErrors(tx, ids, errorsAtOnce);
    });
    if (slice < errorsAtOnce) break;
  }
  const erased = await records.write(siteId, (tx) => erase(tx, errorsAtOnce));
  return abandoned + erased;
}

/** Its definition and headings go at once, what was left out as soon as may be. */
async function abandon(tx: LedgerTransaction): Promise<number> {
  const unfinished = await tx.sql<{ id: string }>(
    `select id from pli.imports where state in ('open', 'receiving') and erased_at is null and coalesce(deadline_at, keep_until) <= $1
     order by coalesce(deadline_at, keep_until) limit $2 for update skip locked`,
    [tx.at, AT_ONCE],
  );
  if (unfinished.length === 0) return 0;
  const set = { state: 'abandoned', keep_until: tx.at };
  const content = { deadline_at: null, definition: null, reading: null };
  await tx.change(
    'import',
    'import.abandoned',
    unfinished.map(({ id }) => ({ id, set, content })),
  );
  return unfinished.length;
}

/** Ended imports whose time to be read is over, the longest over first. */
async function due({ sql, at }: LedgerTransaction): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from pli.imports where state in ('complete', 'abandoned') and erased_at is null and coalesce(deadline_at, keep_until) <= $1
     order by coalesce(deadline_at, keep_until), id limit $2 for update skip locked`,
    [at, AT_ONCE],
  );
  return rows.map(({ id }) => id);
}

/** @returns how many things to mend were erased, at most `most` */
async function eraseErrors({ sql }: LedgerTransaction, ids: readonly string[], most: number): Promise<number> {
  const [gone] = await sql<{ count: number }>(
    `with gone as (
       delete from pli.import_errors where (import_id, row, item) in (
         select import_id, row, item from pli.import_errors where import_id = any($1) limit $2)
       returning 1)
     select count(*)::int as count from gone`,
    [ids, most],
  );
  return gone?.count ?? 0;
}

async function erase(tx: LedgerTransaction, errorsAtOnce: number): Promise<number> {
  const ids = await due(tx);
  // Another one may have become due meanwhile: what is left of its errors goes the next time.
  if (ids.length === 0 || (await eraseErrors(tx, ids, errorsAtOnce)) === errorsAtOnce) return 0;
  await tx.sql(`update pli.import_batches set hash = null where import_id = any($1)`, [ids]);
  const set = { erased_at: tx.at };
  const content = { deadline_at: null, definition: null, reading: null };
  await tx.change(
    'import',
    'import.erased',
    ids.map((id) => ({ id, set, content })),
  );
  return ids.length;
}
