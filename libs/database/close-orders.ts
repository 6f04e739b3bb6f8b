import type { LedgerTransaction } from './ledger.ts';
import { endedLetterStates, letterStates } from '#domain/life-cycles';

const allStates = Object.keys(letterStates);
// Named, not excluded: then an index counts them, and an order of 100,000 letters is not read for each hundred that end.
const openStates = allStates.filter((state) => !(endedLetterStates as readonly string[]).includes(state));
const keptStates = allStates.filter((state) => state !== 'cancelled' && state !== 'deleted');

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
  const counted = await tx.sql<{ id: string; open_letters: number; kept: boolean }>(
    `update pli.orders o set open_letters = c.open
     from (select o.id, (select count(*) from pli.letters l where l.order_id = o.id and l.state = any($2)) as open,
             exists (select from pli.letters l where l.order_id = o.id and l.state = any($3)) as kept from unnest($1::text[]) as o(id)) c
     where o.id = c.id returning o.id, o.open_letters, c.kept`,
    [orders.map((o) => o.id), openStates, keptStates],
  );
  const atRest = counted.filter((o) => o.open_letters === 0);
  for (const state of ['ended', 'cancelled'] as const) {
    const those = atRest.filter(({ kept }) => !kept === (state === 'cancelled'));
    await tx.change(
      'order',
      `order.${state}`,
      those.map(({ id }) => ({ id, set: { state, deadline_at: null } })),
      { otherwise: 'skip' },
    );
  }
}
