import type { AuditEvent } from '#contracts/api/audit';
import type { Sql } from '#database/scope';

interface Row {
  stream: string;
  number: number;
  subject: string;
  subject_id: string;
  type: string;
  at: Date;
  recorded_at: Date;
  actor: string;
  cause: AuditEvent['cause'];
  data: AuditEvent['data'];
  previous_hash: Buffer;
  hash: Buffer;
}
const columns = 'stream, number, subject, subject_id, type, at, recorded_at, actor, cause, data, previous_hash, hash';

const viewOf = (row: Row): AuditEvent => ({
  stream: row.stream,
  number: row.number,
  subject: row.subject,
  subjectId: row.subject_id,
  type: row.type,
  at: row.at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  actor: row.actor,
  cause: row.cause,
  data: row.data,
  previousHash: row.previous_hash.toString('hex'),
  hash: row.hash.toString('hex'),
});

/** The events about these things, whatever stream tells of them, by when they were recorded. */
export async function eventsAbout(sql: Sql, ids: readonly string[], most: number): Promise<AuditEvent[]> {
  const rows = await sql<Row & Record<string, unknown>>(
    `select ${columns} from pli.events where subject_id = any($1) order by recorded_at, stream, number limit $2`,
    [ids, most],
  );
  return rows.map(viewOf);
}

/** The events of a stream after a number, up to another, at most so many. */
export async function sliceOf(
  sql: Sql,
  stream: string,
  after: number,
  to: number,
  most: number,
): Promise<AuditEvent[]> {
  const rows = await sql<Row & Record<string, unknown>>(
    `select ${columns} from pli.events where stream = $1 and number > $2 and number <= $3 order by number, recorded_at limit $4`,
    [stream, after, to, most],
  );
  return rows.map(viewOf);
}
