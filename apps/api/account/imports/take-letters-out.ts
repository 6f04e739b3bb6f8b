import type { LedgerTransaction } from '#database/ledger';

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
