import type { LedgerTransaction } from '#database/ledger';
import type { ErasureDeps } from './deps.ts';

/** One event each; what belongs to an import goes by its id. */
const AT_ONCE = 20;

/**
 * Abandons imports that nobody went on with, and erases what files said whose time to be read is over: rows left out, headings, the
 * hashes by which a file was known. Letters that came of it stay in the draft, which cannot be submitted before they are taken out.
 * Of the accounts bound to the site by contract: a draft has no site. @returns how many
 */
export async function eraseImports({ records }: Pick<ErasureDeps, 'records'>, siteId: string): Promise<number> {
  return records.write(siteId, async (tx) => {
    const due = await tx.sql<{ id: string; state: string }>(
      `select id, state from pli.imports where erased_at is null and state <> 'deleted' and coalesce(deadline_at, keep_until) <= $1
       order by coalesce(deadline_at, keep_until) limit $2 for update skip locked`,
      [tx.at, AT_ONCE],
    );
    const [complete, unfinished] = [true, false].map((is) =>
      due.flatMap(({ id, state }) => ((state === 'complete') === is ? [id] : [])),
    ) as [string[], string[]];
    await erased(tx, 'import.erased', complete, {});
    await erased(tx, 'import.abandoned', unfinished, { state: 'abandoned' });
    return due.length;
  });
}

async function erased(tx: LedgerTransaction, type: string, ids: readonly string[], state: object): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql(`delete from pli.import_errors where import_id = any($1)`, [ids]);
  await tx.sql(`update pli.import_batches set hash = null where import_id = any($1)`, [ids]);
  const set = { ...state, erased_at: tx.at };
  const content = { deadline_at: null, definition: null, reading: null };
  await tx.change(
    'import',
    type,
    ids.map((id) => ({ id, set, content })),
  );
}
