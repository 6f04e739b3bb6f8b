import type { CancellationTerms } from '#domain/cancellation';
import type { OrderState } from '#domain/life-cycles';
import type { LedgerTransaction } from '../ledger.ts';
import { termsOfOrder, type Sender } from './letters-to-cancel.ts';

/** Why no letter of an order can be cancelled, whatever each one's stage. */
export type OrderRefusal = 'cancellation_not_in_contract' | 'order_already_ended';

/**
 * Looks whether cancelling an order makes sense at all, and tells the account's stream once for the whole order when it does not. To be run in
 * the scope of the order's site.
 * @returns why not; undefined when its letters are to be judged one by one, as they are in a cancelled order too
 */
export async function refuseOrderCancellation(
  tx: LedgerTransaction,
  { account, mode }: Sender,
  orderId: string,
): Promise<OrderRefusal | undefined> {
  const [order] = await tx.sql<{ state: OrderState; terms: CancellationTerms }>(
    `select o.state, ${termsOfOrder} as terms from pli.orders o where o.id = $1 and o.account_id = $2 and o.mode = $3`,
    [orderId, account, mode],
  );
  const reason = whyNot(order);
  if (reason !== undefined)
    tx.tell(`account/${account}/${mode}`, 'order', orderId, 'order.cancellation_refused', { reason });
  return reason;
}

function whyNot(order: { state: OrderState; terms: CancellationTerms } | undefined): OrderRefusal | undefined {
  if (order === undefined || order.state === 'cancelled') return undefined;
  if (order.state === 'ended' || order.state === 'refused') return 'order_already_ended';
  return order.terms === 'none' ? 'cancellation_not_in_contract' : undefined;
}
