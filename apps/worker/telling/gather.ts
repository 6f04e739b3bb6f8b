import type { DataSource } from 'typeorm';
import { inScope, type Mode, type Sql } from '#database/scope';
import type { Channel } from '#database/entities/telling';
import { isOfTypes, messagesOf, type Gathering, type ToldEvent } from '#domain/telling';

export const teller = { role: 'pli_teller' } as const;

/** A mail notice of which no address is confirmed waits; what happens meanwhile stays in the feed. */
export const isReachable = `(s.channel = 'webhook' or s.confirmed_addresses <> '{}')`;

/** Events looked at in one transaction; a subscriber that hears few of many is brought through them in a few of these. */
const EVENTS_AT_ONCE = 2000;
/** Looks at one subscriber in a round, so that a long feed does not keep the others waiting. */
const LOOKS_A_ROUND = 10;
/** Messages that may wait for one subscriber. What comes behind them waits in the feed, which forgets nothing. */
const MOST_WAITING = 1000;
/** A mail notice waits so long for more of its kind, and comes at most so often. */
const MAIL_WAIT_MS = 5_000;
const MAIL_PAUSE_MS = 10 * 60_000;
const MAIL_MOST = 200;

interface Subscriber {
  id: string;
  account_id: string;
  mode: Mode;
  channel: Channel;
  types: string[];
  batch_most: number;
  batch_seconds: number;
  cursor: number;
  told_at: Date | null;
  redeliver_next: number | null;
  redeliver_to: number | null;
}
const columns = `s.id, s.account_id, s.mode, s.channel, s.types, s.batch_most, s.batch_seconds, s.cursor, s.told_at, s.redeliver_next, s.redeliver_to`;

/**
 * Makes messages of what is new in the feeds, for every subscriber. The cursor moves in the transaction that writes the messages, so
 * each event is told to each subscriber in at least one message and none is passed over.
 * @returns how many messages were made
 */
export async function gatherMessages(database: DataSource, now: Date): Promise<number> {
  const behind = await inScope(database, teller, (sql) =>
    sql<{ id: string }>(
      `select s.id from pli.subscribers s join pli.streams f on f.id = 'account/' || s.account_id || '/' || s.mode
       where s.state = 'enabled' and ${isReachable} and (f.last_number > s.cursor or s.redeliver_next is not null) order by s.id`,
    ),
  );
  let made = 0;
  for (const { id } of behind)
    for (let look = 0; look < LOOKS_A_ROUND; look++) {
      const { messages, more } = await inScope(database, teller, (sql) => gatherFor(sql, id, now));
      made += messages;
      if (!more) break;
    }
  return made;
}

async function gatherFor(sql: Sql, id: string, now: Date): Promise<{ messages: number; more: boolean }> {
  const [subscriber] = await sql<Subscriber & { full: boolean }>(
    `select ${columns}, exists (select from pli.messages m where m.subscriber_id = s.id and m.state = 'due' offset ${MOST_WAITING - 1}) as full
     from pli.subscribers s where s.id = $1 and s.state = 'enabled' and ${isReachable} for update skip locked`,
    [id],
  );
  if (subscriber === undefined || subscriber.full) return { messages: 0, more: false };
  const again = await gatherAgain(sql, subscriber, now);
  const events = await eventsOf(sql, subscriber, subscriber.cursor, EVENTS_AT_ONCE);
  const { messages, upTo } = messagesOf(events, gatheringOf(subscriber), now);
  await store(sql, subscriber, messages, now);
  if (upTo !== undefined && upTo > subscriber.cursor)
    await sql(`update pli.subscribers set cursor = $2, told_at = coalesce($3, told_at) where id = $1`, [
      id,
      upTo,
      messages.length > 0 ? now : null,
    ]);
  const more = events.length === EVENTS_AT_ONCE && upTo === events.at(-1)?.number;
  return { messages: messages.length + again, more };
}

/** A range asked for once more: its messages are made again under their names, the old ones become due again. */
async function gatherAgain(sql: Sql, subscriber: Subscriber, now: Date): Promise<number> {
  const { id, redeliver_next: from, redeliver_to: to } = subscriber;
  if (from === null || to === null) return 0;
  const events = await eventsOf(sql, subscriber, from - 1, Math.min(EVENTS_AT_ONCE, to - from + 1));
  const heard = events.filter(({ type, number }) => number <= to && isOfTypes(type, subscriber.types));
  const most = subscriber.batch_most;
  const groups = Array.from({ length: Math.ceil(heard.length / most) }, (_, i) =>
    heard.slice(i * most, (i + 1) * most).map(({ number }) => number),
  );
  await store(sql, subscriber, groups, now);
  const last = events.at(-1)?.number ?? to;
  const done = last >= to || events.length < EVENTS_AT_ONCE;
  await sql(`update pli.subscribers set redeliver_next = $2, redeliver_to = $3 where id = $1`, [
    id,
    done ? null : last + 1,
    done ? null : to,
  ]);
  return groups.length;
}

async function eventsOf(
  sql: Sql,
  { account_id, mode }: Subscriber,
  after: number,
  limit: number,
): Promise<ToldEvent[]> {
  return sql<ToldEvent>(
    `select number, type, recorded_at as "recordedAt" from pli.events where stream = $1 and number > $2 order by number limit $3`,
    [`account/${account_id}/${mode}`, after, limit],
  );
}

function gatheringOf({ channel, types, batch_most, batch_seconds, told_at }: Subscriber): Gathering {
  if (channel === 'webhook') return { types, most: batch_most, waitMs: batch_seconds * 1000 };
  const next = told_at === null ? undefined : new Date(told_at.getTime() + MAIL_PAUSE_MS);
  return { types, most: MAIL_MOST, waitMs: MAIL_WAIT_MS, ...(next && { notBefore: next }) };
}

/** The name of a message: the same events to the same subscriber have the same one, so a receiver knows what it has had. */
const messageIdOf = (subscriberId: string, numbers: readonly number[]): string =>
  [`msg_${subscriberId.slice(4)}`, numbers[0], ...(numbers.length > 1 ? [numbers.at(-1)] : [])].join('_');

async function store(sql: Sql, subscriber: Subscriber, messages: readonly number[][], now: Date): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((numbers) => ({ id: messageIdOf(subscriber.id, numbers), numbers }));
  await sql(
    `insert into pli.messages (id, subscriber_id, account_id, mode, channel, kind, numbers, state, next_at, created_at)
     select m.id, $2, $3, $4, $5, 'events', m.numbers, 'due', $6::timestamptz, $6
     from jsonb_to_recordset($1) as m(id text, numbers bigint[])
     on conflict (id) do update set state = 'due', numbers = excluded.numbers, attempts = 0, next_at = $6, queued_at = null, ended_at = null`,
    [JSON.stringify(rows), subscriber.id, subscriber.account_id, subscriber.mode, subscriber.channel, now],
  );
}
