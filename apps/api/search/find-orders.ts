import type { Found } from '#contracts/api/search';
import type { Sql } from '#database/scope';
import type { SearchText } from '#domain/search-text';
import { orderColumns, orderRowOf, type OrderListRow } from '../account/order-list.ts';

/** The orders of an account that a text may mean, by id or reference; one more than `limit` when there are more. */
export async function findOrders(sql: Sql, search: SearchText, limit: number): Promise<Found['orders']> {
  const isId = search.id?.startsWith('ord_') ?? false;
  const condition = isId
    ? 'id = $1'
    : 'account_id = pli.scope_account() and mode = pli.scope_mode() and client_reference = $1';
  const rows = await sql<OrderListRow>(
    `select ${orderColumns} from pli.orders where ${condition} and state <> 'deleted' order by id desc limit $2`,
    [isId ? search.id : search.text, limit + 1],
  );
  return rows.map(orderRowOf);
}
