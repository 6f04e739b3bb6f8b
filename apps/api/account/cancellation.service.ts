import { Injectable } from '@nestjs/common';
import type { CancelOrder, LetterCancellation, OrderCancellation } from '#contracts/api/cancellation';
import { LETTERS_A_CALL } from '#contracts/api/letters';
import { pageFrom } from '#contracts/api/shapes';
import { CANCELLED_AT_ONCE, cancelLetters, type CancelAnswer } from '#database/production/cancel-letters';
import { refuseOrderCancellation, type OrderRefusal } from '#database/production/refuse-order-cancellation';
import type { Sql } from '#database/scope';
import type { OrderState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';

/** A letter that is on its way from one state to the next has arrived by then. */
const ATTEMPTS = 5;

type OrderAnswer = OrderCancellation | { refused: OrderRefusal };

/**
 * Cancels letters for their customer. What is in the way (lots, trays, copies) is their print room's, so the change is made in its scope: of
 * letters that were found in the customer's own scope before. Nothing is cancelled twice, so the answer is kept under the key afterwards.
 */
@Injectable()
export class CancellationService {
  constructor(private readonly ledger: ScopedLedger) {}

  /** @throws MailError `order_still_draft`, the refusals of `cancelLetters`, `letter_moves_on` (later) */
  async letter(call: Call, letterId: string): Promise<LetterCancellation> {
    const answer =
      (await this.ledger.stored<CancelAnswer>(call)) ??
      (await this.kept(call, async () => {
        const siteId = await this.ledger.read(call, (sql) => siteOfLetter(sql, letterId));
        const [one] = await this.cancel(call, siteId, [letterId]);
        if (one === undefined) throw notFound('letter');
        return one;
      }));
    const { refused, ...cancelled } = answer;
    if (refused !== null) throw new MailError(refused, refusalWords[refused]);
    return cancelled;
  }

  /** @throws MailError `order_still_draft`, the refusals of the order as a whole, `letter_moves_on` (later) */
  async order(call: Call, orderId: string, { after }: CancelOrder): Promise<OrderCancellation> {
    const answer =
      (await this.ledger.stored<OrderAnswer>(call)) ??
      (await this.kept(call, () => this.cancelOrder(call, orderId, after)));
    if (typeof answer.refused === 'string') throw new MailError(answer.refused, refusalWords[answer.refused]);
    return answer as OrderCancellation;
  }

  private async cancelOrder(call: Call, orderId: string, after: string | undefined): Promise<OrderAnswer> {
    const sender = customerOf(call);
    const { siteId, page } = await this.ledger.read(call, async (sql) => ({
      siteId: siteOfSubmitted(await orderOf(sql, orderId)),
      page: pageFrom(await lettersAfter(sql, orderId, after), LETTERS_A_CALL),
    }));
    const refused = await this.ledger.writeAtSite(call, siteId, (tx) => refuseOrderCancellation(tx, sender, orderId));
    if (refused !== undefined) return { refused };
    const ids = page.rows.map(({ id }) => id);
    const letters: CancelAnswer[] = [];
    for (let from = 0; from < ids.length; from += CANCELLED_AT_ONCE)
      letters.push(...(await this.cancel(call, siteId, ids.slice(from, from + CANCELLED_AT_ONCE))));
    const { state } = await this.ledger.read(call, (sql) => orderOf(sql, orderId));
    letters.sort((a, b) => a.position - b.position);
    const no = letters.filter((letter) => letter.refused !== null).length;
    return { orderId, state, cancelled: letters.length - no, refused: no, letters, next: page.next };
  }

  private async cancel(call: Call, siteId: string, ids: readonly string[]): Promise<CancelAnswer[]> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.ledger.writeAtSite(call, siteId, (tx) => cancelLetters(tx, customerOf(call), ids));
      } catch (error) {
        if (!(error instanceof MailError) || error.code !== 'letter_moves_on' || attempt === ATTEMPTS) throw error;
      }
  }

  /** Keeps the answer, a refusal too, under the call's key; of two calls that come at once both get the first one's. */
  private async kept<T extends { refused?: unknown }>(call: Call, work: () => Promise<T>): Promise<T> {
    const answer = await work();
    return this.ledger.once(call, typeof answer.refused === 'string' ? 409 : 200, async () => answer);
  }
}

interface OrderRow {
  site_id: string | null;
  state: OrderState;
}

async function orderOf(sql: Sql, orderId: string): Promise<OrderRow> {
  const [row] = await sql<OrderRow>(`select site_id, state from pli.orders where id = $1 and state <> 'deleted'`, [
    orderId,
  ]);
  if (row === undefined) throw notFound('order');
  return row;
}

async function siteOfLetter(sql: Sql, letterId: string): Promise<string> {
  const [row] = await sql<OrderRow>(
    `select o.site_id, o.state from pli.letters l join pli.orders o on o.id = l.order_id where l.id = $1 and l.state <> 'deleted'`,
    [letterId],
  );
  if (row === undefined) throw notFound('letter');
  return siteOfSubmitted(row);
}

function siteOfSubmitted({ site_id, state }: OrderRow): string {
  if (state === 'draft' || site_id === null)
    throw new MailError(
      'order_still_draft',
      'This order is a draft: nothing is to be cancelled. Delete it, or take the letter out of it.',
    );
  return site_id;
}

/** In the order's own order, behind the letter that the call before ended with. */
const lettersAfter = (sql: Sql, orderId: string, after: string | undefined): Promise<{ id: string }[]> =>
  sql(
    `select id from pli.letters where order_id = $1 and state <> 'deleted'
       and position > coalesce((select position from pli.letters where id = $2 and order_id = $1), 0) order by position limit $3`,
    [orderId, after ?? null, LETTERS_A_CALL + 1],
  );

const refusalWords = {
  cancellation_too_late:
    'It is too late: the contract allows no cancelling any more at this stage, or its deposit has closed. Read the letter; it goes on to its recipient.',
  cancellation_not_in_contract:
    'The contract with the print room does not allow cancelling. Ask the provider to agree on it for orders to come.',
  letter_already_ended:
    'This letter has come to its end: there is nothing to cancel. Read the letter to see how it ended.',
  order_already_ended:
    'This order has come to its end: there is nothing to cancel. Read its letters to see how each ended.',
} as const satisfies Record<OrderRefusal | NonNullable<CancelAnswer['refused']>, string>;
