import { Injectable } from '@nestjs/common';
import type { Because } from '#contracts/api/floor';
import type { FloorOrder, FloorOrderQuery } from '#contracts/api/floor-orders';
import { pageFrom } from '#contracts/api/shapes';
import { processId } from '#contracts/processes';
import type { LedgerTransaction } from '#database/ledger';
import { nudgeWorkflow } from '#database/outbox';
import type { Mode } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { filters } from './filters.ts';
import { waitsOf } from './floor-waiting.ts';

interface Row {
  id: string;
  account_id: string;
  mode: Mode;
  state: string;
  state_since: Date;
  deadline_at: Date | null;
  letters: number;
  open_letters: number;
  workflow_id: string | null;
  submitted_at: Date | null;
  reason_code: string | null;
}
const columns =
  'id, account_id, mode, state, state_since, deadline_at, letters, open_letters, workflow_id, submitted_at, reason_code';
const viewOf = (row: Row): FloorOrder => ({
  id: row.id,
  accountId: row.account_id,
  state: row.state,
  ...waitsOf('order', row),
  letterCount: row.letters,
  openLetters: row.open_letters,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  reason: row.reason_code,
});
/** Letters told of in one transaction. */
const LETTERS_AT_ONCE = 400;
/** States in which a letter has no paper yet. */
const withoutPaper = ['accepted', 'composed', 'pooled'];
/** States of letters that nobody makes any more: they keep no order from being refused. */
const notMade = ['draft', 'cancelled', 'unprintable'];

/** Submitted orders as the print room sees them. */
@Injectable()
export class FloorOrdersService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(
    call: Call,
    { limit, after, state, standing }: FloorOrderQuery,
  ): Promise<{ rows: FloorOrder[]; next: string | null }> {
    const asked = filters('o.id > $1 and o.submitted_at is not null', after ?? '', limit + 1)
      .and((p) => `o.state = ${p}`, state)
      .stands(standing, 'o', this.ledger.clock());
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.orders o where ${asked.where} order by o.id limit $2`, asked.values),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<FloorOrder> {
    const [row] = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.orders where id = $1 and submitted_at is not null`, [id]),
    );
    if (row === undefined) throw notFound('order');
    return viewOf(row);
  }

  /**
   * Refuses an order none of whose letters is being made: the order first, so that nothing more of it is begun, then its letters, as
   * many as a transaction may tell of. Called again it goes on where it was cut off.
   * @throws MailError `order_not_refusable`
   */
  async refuse(call: Call, id: string, because: Because): Promise<FloorOrder> {
    let more = await this.ledger.write(call, async (tx) => {
      const order = await lockOrder(tx, id);
      if (order.state !== 'refused') await refuseOrder(tx, order, siteOf(call), because);
      return refuseSome(tx, id, because.reason);
    });
    while (more) more = await this.ledger.write(call, (tx) => refuseSome(tx, id, because.reason));
    return this.one(call, id);
  }
}

async function lockOrder({ sql }: LedgerTransaction, id: string): Promise<Row> {
  const [row] = await sql<Row>(
    `select ${columns} from pli.orders where id = $1 and submitted_at is not null for update`,
    [id],
  );
  if (row === undefined) throw notFound('order');
  return row;
}

async function refuseOrder(tx: LedgerTransaction, order: Row, siteId: string, because: Because): Promise<void> {
  // Letters are locked in id order, as every process does.
  const letters = await tx.sql<{ state: string }>(
    `select state from pli.letters where order_id = $1 and state <> 'deleted' order by id for update`,
    [order.id],
  );
  const begun = letters.some(({ state }) => !notMade.includes(state) && !withoutPaper.includes(state));
  if (begun || !['submitted', 'in_progress'].includes(order.state))
    throw new MailError(
      'order_not_refusable',
      'This order has ended, or letters of it are being made. Settle what is still in the print room piece by piece.',
    );
  // Letters of a large order that were not accepted yet never entered the ledger: they go with what was written in them.
  const gone = await tx.sql(
    `update pli.letters set state = 'deleted', state_since = $2, erased_at = $2, recipient = null, sender = null, data = null, client_reference = null,
       content_key = null where order_id = $1 and state = 'draft' returning id`,
    [order.id, tx.at],
  );
  const set = {
    state: 'refused',
    reason_code: because.reason,
    deadline_at: null,
    letters: order.letters - gone.length,
  };
  await tx.change('order', 'order.refused', [
    { id: order.id, set, content: { open_letters: order.open_letters - gone.length } },
  ]);
  await noteOf(tx, { account: order.account_id, mode: order.mode }, order.id, because);
  if (order.workflow_id) await nudgeWorkflow(tx.sql, siteId, processId.order(order.id), tx.at);
}

async function refuseSome(tx: LedgerTransaction, orderId: string, reason: string): Promise<boolean> {
  const letters = await tx.sql<{ id: string }>(
    `select id from pli.letters where order_id = $1 and state = any($2) order by id limit $3 for update`,
    [orderId, withoutPaper, LETTERS_AT_ONCE],
  );
  const set = { state: 'refused', reason_code: reason, deadline_at: null, ended_at: tx.at };
  await tx.change(
    'letter',
    'letter.refused',
    letters.map(({ id }) => ({ id, set })),
  );
  await tx.sql(`update pli.orders set open_letters = open_letters - $2 where id = $1`, [orderId, letters.length]);
  return letters.length === LETTERS_AT_ONCE;
}
