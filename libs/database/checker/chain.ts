import { eventHash, type LedgerEvent } from '../event-hash.ts';
import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

const BATCH = 2000;

interface StoredEvent extends LedgerEvent {
  previous_hash: Buffer;
  hash: Buffer;
}

/** Every stream: numbers from 1 without gap or repetition, each event's hash over the one before, the head where the last event is. */
export async function checkChains(sql: Sql, findings: Findings): Promise<void> {
  const streams = await sql<{ id: string; last_number: number; last_hash: Buffer }>(
    `select id, last_number, last_hash from pli.streams order by id`,
  );
  for (const head of streams) {
    const last = await checkChain(sql, findings, head.id);
    if (last.number !== head.last_number || !last.hash.equals(head.last_hash))
      findings.add('mismatched', 'chain', head.id, `ends at event ${last.number}, its head says ${head.last_number}`);
  }
  await findings.addFrom(
    sql,
    'mismatched',
    'chain',
    `select distinct stream as subject, 'has events and no head' as text from pli.events e
     where not exists (select from pli.streams s where s.id = e.stream)`,
  );
}

/** One stream in batches; tells of its first fault only, for all that follows is parted from the start. */
async function checkChain(sql: Sql, findings: Findings, stream: string): Promise<{ number: number; hash: Buffer }> {
  let number = 0;
  let hash: Buffer = Buffer.alloc(0);
  let sound = true;
  const fault = (text: string) => {
    if (sound) findings.add('mismatched', 'chain', stream, text);
    sound = false;
  };
  let after = { number: 0, recorded_at: new Date(0) };
  for (;;) {
    const events = await sql<StoredEvent>(
      `select stream, number, subject, subject_id, type, at, recorded_at, actor, cause, data, previous_hash, hash from pli.events
       where stream = $1 and (number, recorded_at) > ($2, $3) order by number, recorded_at limit ${BATCH}`,
      [stream, after.number, after.recorded_at],
    );
    for (const event of events) {
      if (event.number !== number + 1) fault(`event ${event.number} follows event ${number}`);
      else if (!event.previous_hash.equals(hash)) fault(`event ${event.number} does not continue the chain`);
      else if (!eventHash(hash, event).equals(event.hash)) fault(`event ${event.number} is not what was hashed`);
      ({ number, hash } = event);
    }
    findings.report.events += events.length;
    const last = events.at(-1);
    if (last === undefined || events.length < BATCH) return { number, hash };
    after = last;
  }
}
