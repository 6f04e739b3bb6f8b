import type { LedgerTransaction, Row } from './ledger.ts';

/** Deletes a draft, locked by the caller, with its letters, what they say, and what is kept of the files read into it. */
export async function deleteDraft(tx: LedgerTransaction, orderId: string): Promise<void> {
  const { sql, at } = tx;
  const imports = await sql<{ id: string }>(
    `select id from pli.imports where order_id = $1 and state <> 'deleted' order by id for update`,
    [orderId],
  );
  await deleteImports(
    tx,
    imports.map(({ id }) => id),
  );
  await sql(
    `update pli.letters set state = 'deleted', state_since = $2, erased_at = $2,
       recipient = null, sender = null, data = null, client_reference = null, content_key = null
     where order_id = $1 and state = 'draft'`,
    [orderId, at],
  );
  await sql(
    `update pli.orders set state = 'deleted', state_since = $2, deadline_at = null, client_reference = null, cost_centre = null,
       preparation = null, prepared_documents = '{}', letters = 0
     where id = $1`,
    [orderId, at],
  );
}

/** Deletes imports with what is kept of their files. */
export async function deleteImports(tx: LedgerTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['import_errors', 'import_batches'])
    await tx.sql(`delete from pli.${table} where import_id = any($1)`, [ids]);
  const set: Row = { state: 'deleted', keep_until: null, erased_at: tx.at };
  const content = { deadline_at: null, definition: null, reading: null };
  await tx.change(
    'import',
    'import.deleted',
    ids.map((id) => ({ id, set, content })),
  );
}
