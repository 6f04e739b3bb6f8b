import { Injectable } from '@nestjs/common';
import type { Order, OrderQuery, OrderRow } from '#contracts/api/orders';
import { pageFrom } from '#contracts/api/shapes';
import type { Mode } from '#database/scope';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { waitingView } from './waiting-view.ts';

interface Row {
  id: string;
  state: OrderRow['state'];
  state_since: Date;
  mode: Mode;
  site_id: string | null;
  letters: number;
  created_at: Date;
  submitted_at: Date | null;
  deadline_at: Date | null;
}
interface WholeRow extends Row {
  options: Record<string, unknown>;
  client_reference: string | null;
  cost_centre: string | null;
  reason_code: string | null;
}
const columns = 'id, state, state_since, mode, site_id, letters, created_at, submitted_at, deadline_at';

const rowOf = (row: Row): OrderRow => ({
  id: row.id,
  state: row.state,
  since: row.state_since.toISOString(),
  mode: row.mode,
  siteId: row.site_id,
  letterCount: row.letters,
  createdAt: row.created_at.toISOString(),
  submittedAt: row.submitted_at?.toISOString() ?? null,
  deadlineAt: row.state === 'draft' ? null : (row.deadline_at?.toISOString() ?? null),
});

/** Orders as their account sees them. */
@Injectable()
export class OrderViews {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call, { limit, after, state }: OrderQuery): Promise<{ rows: OrderRow[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.orders where id > $1 and ($2::text is null or state = $2) and state <> 'deleted' order by id limit $3`,
        [after ?? '', state ?? null, limit + 1],
      ),
    );
    return pageFrom(read.map(rowOf), limit);
  }

  async one(call: Call, id: string): Promise<Order> {
    return this.ledger.read(call, async (sql) => {
      const [row] = await sql<WholeRow>(
        `select ${columns}, options, client_reference, cost_centre, reason_code from pli.orders where id = $1 and state <> 'deleted'`,
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
        ...rowOf(row),
        options: row.options,
        clientReference: row.client_reference,
        costCentre: row.cost_centre,
        lettersByState: Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)])),
        reason: row.reason_code,
        reasonText: note?.text ?? null,
        waiting: waitingView('order', { state: row.state, since: row.state_since, until: row.deadline_at }),
      };
    });
  }
}
