import type { EventView } from '#contracts/api/events';
import type { Sql } from './scope.ts';

interface FeedRow {
  number: number;
  type: string;
  subject: string;
  subject_id: string;
  at: Date;
  recorded_at: Date;
  state: string | null;
  reason: string | null;
  hash: Buffer;
}

/** What a feed tells of an event; the rest of its data is for the checker. */
const columns = `number, type, subject, subject_id, at, recorded_at, data->'set'->>'state' as state,
  coalesce(data->'set'->>'reason_code', data->>'reason') as reason, hash`;

/** The events of a stream after a number, in order. Number order is commit order: who goes on from the last number misses nothing. */
export async function eventsAfter(sql: Sql, stream: string, after: number, limit: number): Promise<EventView[]> {
  const rows = await sql<FeedRow>(
    `select ${columns} from pli.events where stream = $1 and number > $2 order by number limit $3`,
    [stream, after, limit],
  );
  return rows.map(viewOf);
}

/** The events of those numbers, in order. */
export async function eventsNumbered(sql: Sql, stream: string, numbers: readonly number[]): Promise<EventView[]> {
  const rows = await sql<FeedRow>(
    `select ${columns} from pli.events where stream = $1 and number = any($2) order by number`,
    [stream, numbers],
  );
  return rows.map(viewOf);
}

/** The number of a stream's last event; 0 when nothing has happened. */
export async function lastNumber(sql: Sql, stream: string): Promise<number> {
  const [row] = await sql<{ last_number: number }>(`select last_number from pli.streams where id = $1`, [stream]);
  return row?.last_number ?? 0;
}

const viewOf = (row: FeedRow): EventView => ({
  number: row.number,
  type: row.type,
  subject: row.subject,
  subjectId: row.subject_id,
  state: row.state,
  reason: row.reason,
  at: row.at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  hash: row.hash.toString('hex'),
});
