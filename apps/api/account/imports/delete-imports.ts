import type { LedgerTransaction, Row } from '#database/ledger';

/** Takes the letters of an import out of its draft; their places stay empty. */
export async function takeLettersOut({ sql, at }: LedgerTransaction, importId: string, orderId: string): Promise<void> {
  const [taken] = await sql<{ count: number }>(
    `with out as (
       update pli.letters l set state = 'deleted', state_since = $3, erased_at = $3,
         recipient = null, sender = null, data = null, client_reference = null, content_key = null
       from pli.import_batches b
       where b.import_id = $1 and b.letters > 0 and l.order_id = $2 and l.state = 'draft'
         and l.position >= b.first_position and l.position < b.first_position + b.letters
       returning l.id)
     select count(*) as count from out`,
    [importId, orderId, at],
  );
  await sql(`update pli.orders set letters = letters - $2 where id = $1`, [orderId, taken?.count ?? 0]);
}

/** Deletes imports with what is kept of their files. */
export async function deleteImports(tx: LedgerTransaction, ids: readonly string[]): Promise<void> {
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

/** A draft goes with what was read into it. */
export async function deleteImportsOf(tx: LedgerTransaction, orderId: string): Promise<void> {
  const imports = await tx.sql<{ id: string }>(
    `select id from pli.imports where order_id = $1 and state <> 'deleted' order by id for update`,
    [orderId],
  );
  if (imports.length > 0)
    await deleteImports(
      tx,
      imports.map(({ id }) => id),
    );
}
