import { eventHash, type Cause, type LedgerEvent } from './event-hash.ts';
import type { Sql } from './scope.ts';

export interface PendingEvent {
  stream: string;
  subject: string;
  subject_id: string;
  type: string;
  at: Date;
  data: Record<string, unknown>;
}

/** A stream's row is locked while its events are numbered: more than this in one transaction would make others wait. */
export const MOST_EVENTS_A_TRANSACTION = 500;

/**
 * Numbers, chains and stores the events of a transaction; its last step. Streams are locked in id order (any other order
 * deadlocks under load).
 * @throws Error when the transaction holds more than 500 events: split the work
 */
export async function appendEvents(
  sql: Sql,
  pending: PendingEvent[],
  by: { actor: string; cause: Cause; recordedAt: Date },
): Promise<void> {
  if (pending.length === 0) return;
  if (pending.length > MOST_EVENTS_A_TRANSACTION)
    throw new Error(`${pending.length} events in one transaction; split the work at ${MOST_EVENTS_A_TRANSACTION}`);
  const names = [...new Set(pending.map((e) => e.stream))].sort();
  const heads = await sql<StreamHead>(
    `select id, account_id, site_id, mode, last_number, last_hash from pli.streams where id = any($1) order by id for update`,
    [names],
    'prepared',
  );
  const rows = heads.flatMap((head) => chain(head, pending, by));
  if (rows.length !== pending.length) throw new Error(`a stream is missing or out of scope: ${names.join(', ')}`);
  // In one statement: everybody else who tells something of these streams waits until it is committed.
  await sql(
    `with moved as (
       update pli.streams s set last_number = h.last_number, last_hash = h.last_hash
       from jsonb_to_recordset($1) as h(id text, last_number bigint, last_hash bytea) where s.id = h.id)
     insert into pli.events select * from jsonb_populate_recordset(null::pli.events, $2)`,
    [JSON.stringify(heads.map((h) => ({ ...h, last_hash: hex(h.last_hash) }))), JSON.stringify(rows)],
    'prepared',
  );
}

interface StreamHead {
  id: string;
  account_id: string | null;
  site_id: string | null;
  mode: string | null;
  last_number: number;
  last_hash: Buffer;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** Numbers and chains the events of one stream, moving its head on. */
function chain(head: StreamHead, pending: PendingEvent[], by: { actor: string; cause: Cause; recordedAt: Date }) {
  return pending
    .filter((e) => e.stream === head.id)
    .map((e) => {
      const previous = head.last_hash;
      const event: LedgerEvent = {
        ...e,
        number: head.last_number + 1,
        recorded_at: by.recordedAt,
        actor: by.actor,
        cause: by.cause,
        data: JSON.parse(JSON.stringify(e.data)) as Record<string, unknown>,
      };
      const hash = eventHash(previous, event);
      head.last_number = event.number;
      head.last_hash = hash;
      const { account_id, site_id, mode } = head;
      return { ...event, account_id, site_id, mode, previous_hash: hex(previous), hash: hex(hash) };
    });
}
