import type { LedgerTransaction } from './ledger.ts';
import { endedLetterStates } from '#domain/life-cycles';

/**
 * Ends the orders whose last open letter has just come to rest in this transaction; one whose letters were all cancelled is cancelled. Call it
 * after the letters changed. The orders are locked first and counted in a statement of their own: counted in the same statement, two transactions
 * that each end one of the last two letters would both still see the other's as open, and the order would never end.
 */
export async function closeOrdersOf(tx: LedgerTransaction, letterIds: readonly string[]): Promise<void> {
  if (letterIds.length === 0) return;
  const orders = await tx.sql<{ id: string }>(
    `select id from pli.orders where id in (select order_id from pli.letters where id = any($1)) order by id for update`,
    [letterIds],
  );
  const counted = await tx.sql<{ id: string; open_letters: number; kept: number }>(
    `update pli.orders o set open_letters = c.open
     from (select o.id, count(l.id) filter (where l.state <> all($2)) as open, count(l.id) filter (where l.state not in ('cancelled', 'deleted')) as kept
           from unnest($1::text[]) as o(id) left join pli.letters l on l.order_id = o.id group by o.id) c
     where o.id = c.id returning o.id, o.open_letters, c.kept::int as kept`,
    [orders.map((o) => o.id), endedLetterStates],
  );
  const atRest = counted.filter((o) => o.open_letters === 0);
  for (const state of ['ended', 'cancelled'] as const) {
    const those = atRest.filter(({ kept }) => (kept === 0) === (state === 'cancelled'));
    await tx.change(
      'order',
      `order.${state}`,
      those.map(({ id }) => ({ id, set: { state, deadline_at: null } })),
      { otherwise: 'skip' },
    );
  }
}
