import type { DataSource } from 'typeorm';
import type { EventView } from '#contracts/api/events';
import type { MessageRow, SubscriberRow } from '#database/entities/telling';
import { eventsNumbered } from '#database/feed';
import { inLedger, type Act, type Clock } from '#database/ledger';
import { inScope, type Sql } from '#database/scope';
import { FAILING_FOR_MS, MOST_ATTEMPTS, retryAfterMs, waitAfter, type DisabledReason } from '#domain/telling';
import type { MasterKey } from '#storage/master-key';
import type { MailSender } from '#telling/mail-sender';
import { signedHeaders } from '#telling/signature';
import type { Attempt, WebhookSender } from '#telling/webhook-sender';
import { bodyOf } from './message.ts';
import type { Copy } from './copies.ts';
import { isReachable, teller } from './gather.ts';
import { mailOf } from './mail-text.ts';

export interface DeliverDeps {
  database: DataSource;
  clock: Clock;
  masterKey: MasterKey;
  webhooks: WebhookSender;
  mails: MailSender | undefined;
  /** Breaks off what is being sent when the process ends. */
  stopping: AbortSignal;
  /** 0 to 1. */
  chance: () => number;
}

type Taken = Pick<MessageRow, 'id' | 'account_id' | 'mode' | 'channel' | 'kind' | 'numbers' | 'created_at'> & {
  subscriber: Pick<
    SubscriberRow,
    'id' | 'kind' | 'url' | 'secret' | 'former_secret' | 'former_secret_until' | 'confirmed_addresses'
  >;
  made: number;
  events: EventView[];
};

/** A crash of the last attempt leaves its message so long. */
const CRASH_MS = 60_000;
/** An outage shorter than this is left to the schedule: a message that is refused for itself is not tried faster by the success of others. */
const OUTAGE_MS = 60_000;

const act: Act = { actor: 'teller', cause: {} };

/**
 * Makes one attempt to deliver a message. The attempt is counted, and the next one put on the calendar, before anything is sent: whoever dies
 * in between has failed once. A copy handed out twice finds its attempt made.
 */
export async function deliver(deps: DeliverDeps, copy: Copy): Promise<void> {
  const taken = await inScope(deps.database, teller, (sql) => take(sql, copy, deps));
  if (taken === undefined) return;
  const at = deps.clock();
  const from = performance.now();
  let attempt: Attempt;
  try {
    attempt = await send(deps, taken, at);
  } catch (error) {
    if (!deps.stopping.aborted) throw error;
    await inScope(deps.database, teller, (sql) => giveBack(sql, taken, deps.clock()));
    return;
  }
  const milliseconds = Math.round(performance.now() - from);
  const disable = await inScope(deps.database, teller, async (sql) => {
    const ended = { ...attempt, at, milliseconds };
    return attempt.outcome === 'delivered' ? arrived(sql, taken, ended, deps.clock()) : failed(sql, taken, ended, deps);
  });
  if (disable !== undefined) await switchOff(deps, taken.subscriber.id, taken.channel, disable);
}

/**
 * Counts an attempt and gives what is to be sent; undefined when there is nothing to do. A row that another process is just handing out is
 * waited for: passed over, its copy would be spent, and the message lie until it counts as lost.
 */
async function take(sql: Sql, { messageId, made }: Copy, { clock, chance }: DeliverDeps): Promise<Taken | undefined> {
  const now = clock();
  const wait = waitAfter(made + 1, chance()) ?? CRASH_MS;
  const [row] = await sql<
    Omit<Taken, 'subscriber' | 'events' | 'made'> &
      Omit<Taken['subscriber'], 'id' | 'kind'> & { subscriber_id: string; notice: Taken['subscriber']['kind'] }
  >(
    `with taken as (
       select m.id, m.account_id, m.mode, m.channel, m.kind, to_jsonb(m.numbers) as numbers, m.created_at, m.subscriber_id,
         s.kind as notice, s.url, s.secret, s.former_secret, s.former_secret_until, s.confirmed_addresses
       from pli.messages m join pli.subscribers s on s.id = m.subscriber_id
       where m.id = $1 and m.state = 'due' and m.attempts = $2 and (s.state = 'enabled' or (m.kind = 'test' and s.state <> 'deleted')) and ${isReachable}
       for update of m),
     counted as (update pli.messages set attempts = attempts + 1, next_at = $3 where id in (select id from taken))
     select * from taken`,
    [messageId, made, new Date(now.getTime() + Math.max(wait, CRASH_MS))],
  );
  if (row === undefined) return undefined;
  const {
    subscriber_id: id,
    notice: kind,
    url,
    secret,
    former_secret,
    former_secret_until,
    confirmed_addresses,
    ...message
  } = row;
  return {
    ...message,
    subscriber: { id, kind, url, secret, former_secret, former_secret_until, confirmed_addresses },
    made: made + 1,
    events: await eventsNumbered(sql, `account/${row.account_id}/${row.mode}`, row.numbers),
  };
}

async function send({ webhooks, mails, masterKey, stopping }: DeliverDeps, taken: Taken, at: Date): Promise<Attempt> {
  const { subscriber, events } = taken;
  if (taken.channel === 'mail') {
    if (mails === undefined || subscriber.kind === null)
      return { outcome: 'not_sent', status: null, answer: null, retryAfter: undefined };
    return mails.send(taken.id, subscriber.confirmed_addresses, mailOf(subscriber.kind, taken.mode, events));
  }
  const { url, secret, former_secret: former, former_secret_until: until } = subscriber;
  if (url === null || secret === null)
    return { outcome: 'not_sent', status: null, answer: null, retryAfter: undefined };
  const wrapped = former !== null && until !== null && until > at ? [secret, former] : [secret];
  const secrets = wrapped.map((bytes) => masterKey.unwrap(bytes, subscriber.id).toString());
  const body = bodyOf(taken.kind, events, taken.created_at);
  return webhooks.post(url, signedHeaders(taken.id, at, body, secrets), body, stopping);
}

/** The first success after an outage brings everything that waits for its next attempt forward: nobody waits a day once it works again. */
async function arrived(sql: Sql, taken: Taken, ended: Ended, now: Date): Promise<undefined> {
  const { id, subscriber } = taken;
  const [state] = await sql<{ failing_since: Date | null }>(
    `with told as (${insertAttempt}),
       arrived as (update pli.messages set state = 'delivered', ended_at = $9, next_at = null, queued_at = null where id = $1)
     select failing_since from pli.subscribers where id = $10`,
    [...attemptColumns(taken, ended), now, subscriber.id],
  );
  const since = state?.failing_since ?? undefined;
  if (since === undefined) return undefined;
  await sql(`update pli.subscribers set failing_since = null where id = $1`, [subscriber.id]);
  if (now.getTime() - since.getTime() >= OUTAGE_MS)
    await sql(
      `update pli.messages set next_at = $2 where subscriber_id = $1 and state = 'due' and next_at > $2 and queued_at is null and id <> $3`,
      [subscriber.id, now, id],
    );
  return undefined;
}

type Ended = Attempt & { at: Date; milliseconds: number };

const insertAttempt = `insert into pli.message_attempts (message_id, account_id, mode, at, milliseconds, outcome, status, answer)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const attemptColumns = ({ id, account_id, mode }: Taken, { at, milliseconds, outcome, status, answer }: Ended) => [
  id,
  account_id,
  mode,
  at,
  milliseconds,
  outcome,
  status,
  answer,
];

async function failed(
  sql: Sql,
  taken: Taken,
  attempt: Ended,
  { clock, chance }: DeliverDeps,
): Promise<DisabledReason | undefined> {
  const { id, kind, subscriber, made } = taken;
  const now = clock();
  await sql(insertAttempt, attemptColumns(taken, attempt));
  const wait = waitAfter(made, chance(), retryAfterMs(attempt.retryAfter, now));
  const givenUp = wait === undefined || made >= MOST_ATTEMPTS || kind === 'test' || attempt.outcome === 'gone';
  // What a webhook that is gone has missed stays due: when it is enabled again, it is sent.
  const over = givenUp && (attempt.outcome !== 'gone' || kind === 'test');
  await sql(
    `update pli.messages set state = case when $2 then 'failed' else 'due' end, next_at = case when $2 then null else $3::timestamptz end,
       ended_at = case when $2 then $4::timestamptz end, queued_at = null where id = $1`,
    [id, over, new Date(now.getTime() + (wait ?? 0)), now],
  );
  if (kind === 'test') return undefined;
  const [{ since } = { since: now }] = await sql<{ since: Date }>(
    `update pli.subscribers set failing_since = coalesce(failing_since, $2) where id = $1 returning failing_since as since`,
    [subscriber.id, now],
  );
  if (attempt.outcome === 'gone') return 'gone';
  return givenUp && now.getTime() - since.getTime() >= FAILING_FOR_MS ? 'failing' : undefined;
}

/** Takes back an attempt that the end of this process broke off. */
async function giveBack(sql: Sql, { id }: Taken, now: Date): Promise<void> {
  await sql(
    `update pli.messages set attempts = attempts - 1, next_at = $2, queued_at = null where id = $1 and state = 'due'`,
    [id, now],
  );
}

/** Told in the account's feed, so a mail notice of it goes out; its messages stay due until it is enabled again. */
async function switchOff(
  { database, clock }: DeliverDeps,
  id: string,
  channel: Taken['channel'],
  reason: DisabledReason,
): Promise<void> {
  const type = channel === 'webhook' ? 'webhook.disabled' : 'notice.disabled';
  await inLedger(database, teller, act, clock, (tx) =>
    tx.change('subscriber', type, [{ id, set: { state: 'disabled', state_since: tx.at, reason_code: reason } }], {
      from: ['enabled'],
      otherwise: 'skip',
    }),
  );
}
