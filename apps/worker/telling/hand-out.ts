import type { DataSource } from 'typeorm';
import { inScope } from '#database/scope';
import type { Channel } from '#database/entities/telling';
import type { Copies, Copy } from './copies.ts';
import { isReachable, teller } from './gather.ts';

/** Copies of one subscriber in Redis at the same time: one that fails gets one, so that it is tried and nothing more. */
const AT_ONCE = 32;
const AT_ONCE_FAILING = 1;
/** A copy that has not come back after this long is given out again: longer than an attempt may take. */
const LOST_AFTER_MS = 60_000;

interface Due extends Record<string, unknown> {
  id: string;
  attempts: number;
  failing: boolean;
}

/**
 * Hands out copies of the messages that are due. Those that Redis has lost, because it was emptied or restarted, go out again at once.
 * @param channels what this process can send: no mail without a mail server
 * @returns how many copies went out
 * @throws when Redis is away: nothing is lost, the next round tries again
 */
export async function handOutDue(
  database: DataSource,
  copies: Copies,
  channels: readonly Channel[],
  now: Date,
): Promise<number> {
  if (!(await copies.areWhole())) {
    await inScope(database, teller, (sql) =>
      sql(`update pli.messages set queued_at = null where state = 'due' and queued_at is not null`),
    );
    await copies.markWhole();
  }
  const lost = new Date(now.getTime() - LOST_AFTER_MS);
  const due = await inScope(database, teller, (sql) =>
    sql<Due>(
      `with due as (
         select d.id, s.failing_since is not null as failing
         from pli.subscribers s cross join lateral (
           select count(*) as out from (select from pli.messages q
             where q.subscriber_id = s.id and q.state = 'due' and q.queued_at >= $2 limit ${AT_ONCE}) x) q
         cross join lateral (
           select m.id from pli.messages m
           where m.subscriber_id = s.id and m.state = 'due' and m.next_at <= $1 and (m.queued_at is null or m.queued_at < $2)
             and (s.state = 'enabled' or m.kind = 'test') and ${isReachable}
           order by m.next_at, m.seq
           limit greatest(0, (case when s.failing_since is null then ${AT_ONCE} else ${AT_ONCE_FAILING} end) - q.out)) d
         where s.state <> 'deleted' and s.channel = any($3))
       update pli.messages m set queued_at = $1 from due where m.id = due.id and m.state = 'due'
       returning m.id, m.attempts, due.failing`,
      [now, lost, channels],
    ),
  );
  const copiesOf = (failing: boolean): Copy[] =>
    due.filter((row) => row.failing === failing).map(({ id, attempts }) => ({ messageId: id, made: attempts }));
  await copies.add('usual', copiesOf(false));
  await copies.add('failing', copiesOf(true));
  return due.length;
}
