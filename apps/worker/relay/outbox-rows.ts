import type { DataSource } from 'typeorm';
import { SMALL_ORDER_LETTERS, type Process } from '#contracts/processes';
import { inScope } from '#database/scope';

const relay = { role: 'pli_relay' } as const;

/** Rows read at once; what is left is taken in the next round. */
const ROWS_A_ROUND = 500;

/** How long rows stay after they are done: an intake's workflow reads its orders from them, the others only help to look back. */
const KEEP_DAYS = { order: 90, other: 1 };

export interface StartRow {
  id: string;
  site_id: string | null;
  process: Process;
  workflow_id: string;
  input: { summary?: string; mode?: string } & Record<string, unknown>;
}
export interface NudgeRow {
  id: string;
  workflow_id: string;
}
export interface LargeOrderRow {
  id: string;
  site_id: string;
  order_id: string;
  letters: number;
}

export const waitingStarts = (database: DataSource): Promise<StartRow[]> =>
  inScope(database, relay, (sql) =>
    sql(
      `select id, site_id, workflow_type as process, workflow_id, input from pli.outbox where kind = 'start' and done_at is null
       order by id limit $1`,
      [ROWS_A_ROUND],
    ),
  );

export const waitingNudges = (database: DataSource): Promise<NudgeRow[]> =>
  inScope(database, relay, (sql) =>
    sql(`select id, workflow_id from pli.outbox where kind = 'nudge' and done_at is null order by id limit $1`, [
      10 * ROWS_A_ROUND,
    ]),
  );

/** Orders too large for an intake: each has a workflow of its own. */
export const waitingLargeOrders = (database: DataSource): Promise<LargeOrderRow[]> =>
  inScope(database, relay, (sql) =>
    sql(
      `select id, site_id, order_id, letters from pli.outbox where kind = 'order' and done_at is null and letters > $1 order by id limit $2`,
      [SMALL_ORDER_LETTERS, ROWS_A_ROUND],
    ),
  );

export async function rowsAreDone(database: DataSource, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await inScope(database, relay, (sql) => sql(`update pli.outbox set done_at = $2 where id = any($1)`, [ids, now]));
}

export async function removeOldRows(database: DataSource, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await inScope(database, relay, (sql) =>
    sql(`delete from pli.outbox where done_at < case kind when 'order' then $1::timestamptz else $2::timestamptz end`, [
      before(KEEP_DAYS.order),
      before(KEEP_DAYS.other),
    ]),
  );
}

/** The ledger's monthly partitions of the quarter ahead: a worker that runs for months must not fill the default one. */
export async function makeLedgerPartitions(database: DataSource, now: Date): Promise<void> {
  await inScope(database, relay, (sql) => sql(`select pli.ensure_event_partitions($1::date, 3)`, [now]));
}
