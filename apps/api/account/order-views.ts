import { Injectable } from '@nestjs/common';
import type { Order, OrderQuery, OrderRow } from '#contracts/api/orders';
import { pageFrom } from '#contracts/api/shapes';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { directionOf, pageCondition } from '../http/sorted-page.ts';
import { orderColumns, orderRowOf, type OrderListRow } from './order-list.ts';
import { waitingView } from './waiting-view.ts';

type Row = OrderListRow;
interface WholeRow extends Row {
  options: Record<string, unknown>;
  cost_centre: string | null;
  reason_code: string | null;
}
const columns = orderColumns;

/** Orders as their account sees them. */
@Injectable()
export class OrderViews {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(
    call: Call,
    { limit, after, sort, state }: OrderQuery,
  ): Promise<{ rows: OrderRow[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.orders where ${pageCondition(sort, after).join()} and ($2::text is null or state = $2) and state <> 'deleted' order by id ${directionOf(sort)} limit $3`,
        [after ?? '', state ?? null, limit + 1],
      ),
    );
    return pageFrom(read.map(orderRowOf), limit);
  }

  async one(call: Call, id: string): Promise<Order> {
    return this.ledger.read(call, async (sql) => {
      const [row] = await sql<WholeRow>(
        `select ${columns}, options, cost_centre, reason_code from pli.orders where id = $1 and state <> 'deleted'`,
        [id],
      );
      if (row === undefined) throw notFound('order');
      const counts = await sql<{ state: string; count: number }>(
        `select state, count(*) as count from pli.letters where order_id = $1 and state <> 'deleted' group by state`,
        [id],
      );
      const [note] =
        row.reason_code === null
          ? []
          : await sql<{ text: string | null }>(
              `select text from pli.notes where subject_id = $1 order by id desc limit 1`,
              [id],
            );
      return {
        ...orderRowOf(row),
        options: row.options,
        costCentre: row.cost_centre,
        lettersByState: Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)])),
        reason: row.reason_code,
        reasonText: note?.text ?? null,
        waiting: waitingView('order', { state: row.state, since: row.state_since, until: row.deadline_at }),
      };
    });
  }
}
