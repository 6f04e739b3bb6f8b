import { Injectable } from '@nestjs/common';
import type { DeliveryQuery, DeliveryView, Redelivery, WebhookView } from '#contracts/api/webhooks';
import { newId } from '#contracts/new-id';
import type { MessageAttemptRow, MessageRow } from '#database/entities/telling';
import { lastNumber } from '#database/feed';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { streamOfCaller } from './events.service.ts';
import { numberAhead } from './webhooks.service.ts';
import { webhookRow, webhookViewOf, type WebhookRow } from './webhook-rows.ts';

type Row = Pick<
  MessageRow,
  'id' | 'seq' | 'kind' | 'numbers' | 'state' | 'attempts' | 'next_at' | 'created_at' | 'ended_at'
>;
const columns = `id, seq, kind, to_jsonb(numbers) as numbers, state, attempts, next_at, created_at, ended_at`;
/** Attempts shown of each message. */
const SHOWN_ATTEMPTS = 20;

/** What was sent to a webhook, how it was answered, and sending it once more. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(
    call: Call,
    webhookId: string,
    { state, limit, before }: DeliveryQuery,
  ): Promise<{ rows: DeliveryView[]; next: number | null }> {
    return this.ledger.read(call, async (sql) => {
      await webhookRow(sql, webhookId);
      const read = await sql<Row>(
        `select ${columns} from pli.messages where subscriber_id = $1 and ($2::text is null or state = $2) and ($3::bigint is null or seq < $3)
         order by seq desc limit $4`,
        [webhookId, state ?? null, before ?? null, limit + 1],
      );
      const rows = read.slice(0, limit);
      return {
        rows: await viewsOf(sql, rows),
        next: read.length > limit ? (rows.at(-1)?.seq ?? null) : null,
      };
    });
  }

  async one(call: Call, webhookId: string, id: string): Promise<DeliveryView> {
    return this.ledger.read(call, async (sql) => {
      await webhookRow(sql, webhookId);
      return viewIn(sql, webhookId, id);
    });
  }

  /** A message that holds no event, to see that all is well; sent even while the webhook is disabled, and tried once. */
  async test(call: Call, webhookId: string): Promise<DeliveryView> {
    const { account, mode } = customerOf(call);
    return this.ledger.once(call, 202, async (tx) => {
      await webhookRow(tx.sql, webhookId);
      const id = newId('message', tx.at);
      await tx.sql(
        `insert into pli.messages (id, subscriber_id, account_id, mode, channel, kind, numbers, state, next_at, created_at)
         values ($1, $2, $3, $4, 'webhook', 'test', '{}', 'due', $5::timestamptz, $5)`,
        [id, webhookId, account, mode, tx.at],
      );
      return viewIn(tx.sql, webhookId, id);
    });
  }

  /** Sends one message again under its name, whatever became of it. */
  async again(call: Call, webhookId: string, id: string): Promise<DeliveryView> {
    return this.ledger.once(call, 202, async (tx) => {
      mustBeEnabled(await webhookRow(tx.sql, webhookId, 'for update'));
      await tx.sql(
        `update pli.messages set state = 'due', attempts = 0, next_at = $3, queued_at = null, ended_at = null where id = $2 and subscriber_id = $1`,
        [webhookId, id, tx.at],
      );
      const view = await viewIn(tx.sql, webhookId, id);
      // What a receiver said is content, and goes with its message: kept under the key it would outlive it.
      return { ...view, log: view.log.map((attempt) => ({ ...attempt, answer: null })) };
    });
  }

  /**
   * Sends all events of a range again, those too that came before the webhook; the worker goes through it.
   * @throws MailError `webhook_disabled`, `redelivery_running`, `event_number_ahead`
   */
  async range(call: Call, webhookId: string, { from, to }: Redelivery): Promise<WebhookView> {
    return this.ledger.once(call, 202, async (tx) => {
      const row = await webhookRow(tx.sql, webhookId, 'for update');
      mustBeEnabled(row);
      if (row.redeliver_next !== null)
        throw new MailError(
          'redelivery_running',
          `Events up to number ${row.redeliver_to} are being sent again. Ask for more when that is done.`,
        );
      const last = await lastNumber(tx.sql, streamOfCaller(call));
      if (to > last) throw numberAhead(last);
      await tx.sql(`update pli.subscribers set redeliver_next = $2, redeliver_to = $3 where id = $1`, [
        webhookId,
        from,
        to,
      ]);
      return webhookViewOf({ ...row, redeliver_next: from, redeliver_to: to });
    });
  }
}

function mustBeEnabled({ state }: WebhookRow): void {
  if (state !== 'enabled')
    throw new MailError('webhook_disabled', 'The webhook is disabled: nothing is sent to it. Enable it first.');
}

async function viewIn(sql: Sql, webhookId: string, id: string): Promise<DeliveryView> {
  const rows = await sql<Row>(`select ${columns} from pli.messages where id = $1 and subscriber_id = $2`, [
    id,
    webhookId,
  ]);
  const [view] = await viewsOf(sql, rows);
  if (view === undefined) throw notFound('delivery');
  return view;
}

async function viewsOf(sql: Sql, rows: readonly Row[]): Promise<DeliveryView[]> {
  const attempts = await sql<MessageAttemptRow>(
    `select a.* from unnest($1::text[]) as m(id) cross join lateral
       (select * from pli.message_attempts a where a.message_id = m.id order by a.id desc limit ${SHOWN_ATTEMPTS}) a order by a.id desc`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    kind: row.kind,
    numbers: row.numbers,
    attempts: row.attempts,
    nextAttemptAt: row.next_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    log: attempts
      .filter(({ message_id }) => message_id === row.id)
      .map(({ at, outcome, status, milliseconds, answer }) => ({
        at: at.toISOString(),
        outcome,
        status,
        milliseconds,
        answer,
      })),
  }));
}
