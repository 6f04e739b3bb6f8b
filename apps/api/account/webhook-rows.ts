import type { SubscriberRow } from '#database/entities/telling';
import type { Sql } from '#database/scope';
import type { WebhookView } from '#contracts/api/webhooks';
import { notFound } from '../http/refusal.ts';

/** What the API reads of a webhook: all but its secrets. */
export type WebhookRow = Pick<
  SubscriberRow,
  | 'id'
  | 'state'
  | 'state_since'
  | 'reason_code'
  | 'types'
  | 'batch_most'
  | 'batch_seconds'
  | 'url'
  | 'description'
  | 'former_secret_until'
  | 'cursor'
  | 'failing_since'
  | 'redeliver_next'
  | 'redeliver_to'
  | 'created_at'
>;
export const webhookColumns = `id, state, state_since, reason_code, types, batch_most, batch_seconds, url, description, former_secret_until, cursor,
  failing_since, redeliver_next, redeliver_to, created_at`;

/** A webhook of the caller that was not deleted. @throws MailError `not_found` */
export async function webhookRow(sql: Sql, id: string, lock: '' | 'for update' = ''): Promise<WebhookRow> {
  const [row] = await sql<WebhookRow>(
    `select ${webhookColumns} from pli.subscribers where id = $1 and channel = 'webhook' and state <> 'deleted' ${lock}`,
    [id],
  );
  if (row === undefined) throw notFound('webhook');
  return row;
}

export const webhookViewOf = (row: WebhookRow): WebhookView => ({
  id: row.id,
  state: row.state,
  reason: row.reason_code,
  url: row.url,
  types: row.types,
  description: row.description,
  batch: row.batch_most > 1 ? { most: row.batch_most, seconds: row.batch_seconds } : null,
  told: row.cursor,
  failingSince: row.failing_since?.toISOString() ?? null,
  formerSecretUntil: row.former_secret_until?.toISOString() ?? null,
  redelivering:
    row.redeliver_next === null || row.redeliver_to === null
      ? null
      : { next: row.redeliver_next, to: row.redeliver_to },
  createdAt: row.created_at.toISOString(),
  stateSince: row.state_since.toISOString(),
});
