import type { LedgerTransaction } from './ledger.ts';
import { endedLetterStates } from '#domain/life-cycles';

/**
 * Ends the orders whose last open letter has just come to rest in this transaction. Call it after the letters changed.
 * The orders are locked first and counted in a statement of their own: counted in the same statement, two transactions that each
 * end one of the last two letters would both still see the other's as open, and the order would never end.
 */
export async function closeOrdersOf(tx: LedgerTransaction, letterIds: readonly string[]): Promise<void> {
  if (letterIds.length === 0) return;
  const orders = await tx.sql<{ id: string }>(
    `select id from pli.orders where id in (select order_id from pli.letters where id = any($1)) order by id for update`,
    [letterIds],
  );
  const counted = await tx.sql<{ id: string; open_letters: number }>(
    `update pli.orders o set open_letters = c.open
     from (select o.id, count(l.id) as open from unnest($1::text[]) as o(id)
           left join pli.letters l on l.order_id = o.id and l.state <> all($2) group by o.id) c
     where o.id = c.id returning o.id, o.open_letters`,
    [orders.map((o) => o.id), endedLetterStates],
  );
  const ended = counted.filter((o) => o.open_letters === 0);
  await tx.change(
    'order',
    'order.ended',
    ended.map((o) => ({ id: o.id, set: { state: 'ended', deadline_at: null } })),
    { otherwise: 'skip' },
  );
}
