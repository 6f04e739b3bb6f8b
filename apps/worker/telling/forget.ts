import type { DataSource } from 'typeorm';
import { inScope } from '#database/scope';
import { teller } from './gather.ts';

const DAY_MS = 24 * 3600_000;
/** What was delivered is kept a month for the log of deliveries, what failed a quarter; the feed keeps the events for ever. */
const KEPT_MS = { delivered: 30 * DAY_MS, failed: 90 * DAY_MS };
const AT_ONCE = 2000;

/** Links to confirm addresses by are counted for a day, and known for a while to who opens one too late. */
const KEPT_LINKS_MS = 30 * DAY_MS;

/** Forgets that addresses were asked at all. */
export async function forgetConfirmations(database: DataSource, now: Date): Promise<void> {
  await inScope(database, teller, (sql) =>
    sql(`delete from pli.notice_confirmations where expires_at < $1`, [new Date(now.getTime() - KEPT_LINKS_MS)]),
  );
}

/** Removes old messages with their attempts (and what receivers answered), and all of deleted subscribers. @returns how many messages went */
export async function forgetOldMessages(database: DataSource, now: Date): Promise<number> {
  return inScope(database, teller, async (sql) => {
    const before = (ms: number) => new Date(now.getTime() - ms);
    const old = await sql<{ id: string }>(
      `(select id from pli.messages where ended_at < $1 and (state = 'delivered' or ended_at < $2) limit ${AT_ONCE})
       union all
       (select m.id from pli.messages m join pli.subscribers s on s.id = m.subscriber_id where s.state = 'deleted' limit ${AT_ONCE})`,
      [before(KEPT_MS.delivered), before(KEPT_MS.failed)],
    );
    const ids = old.map(({ id }) => id);
    await sql(`delete from pli.message_attempts where message_id = any($1)`, [ids]);
    await sql(`delete from pli.messages where id = any($1)`, [ids]);
    return ids.length;
  });
}
