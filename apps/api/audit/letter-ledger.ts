import type { AuditEvent, LetterLedger } from '#contracts/api/audit';
import type { Mode, Sql } from '#database/scope';
import type { LetterState } from '#domain/life-cycles';
import { notFound } from '../http/refusal.ts';
import { eventsAbout } from './audit-events.ts';
import { subjectsOfLetter } from './subjects-of-letter.ts';

/** A letter with a copy or two has some hundreds, with those of its lot and deposit. */
const MOST_EVENTS = 5000;

interface LetterRow {
  id: string;
  order_id: string;
  account_id: string;
  site_id: string | null;
  mode: Mode;
  state: LetterState;
  service: string;
  registered_number: string | null;
  current_copy: number;
  created_at: Date;
  erased_at: Date | null;
}

/** All that the ledger tells of a letter and of what carried it; nothing of its content. @throws MailError `not_found` */
export async function ledgerOfLetter(sql: Sql, id: string): Promise<LetterLedger> {
  const [row] = await sql<LetterRow & Record<string, unknown>>(
    `select id, order_id, account_id, site_id, mode, state, service, registered_number, current_copy, created_at, erased_at
     from pli.letters where id = $1 and state <> 'deleted'`,
    [id],
  );
  if (row === undefined) throw notFound('letter');
  const subjects = await subjectsOfLetter(sql, id);
  const read = await eventsAbout(
    sql,
    subjects.map((subject) => subject.id),
    MOST_EVENTS + 1,
  );
  const events = read.slice(0, MOST_EVENTS);
  return {
    letter: {
      id: row.id,
      orderId: row.order_id,
      accountId: row.account_id,
      siteId: row.site_id,
      mode: row.mode,
      state: row.state,
      service: row.service,
      registeredNumber: row.registered_number,
      copies: row.current_copy,
      createdAt: row.created_at.toISOString(),
      erasedAt: row.erased_at?.toISOString() ?? null,
    },
    subjects,
    streams: await streamsOf(sql, events),
    events,
    complete: read.length <= MOST_EVENTS,
    runs: runsOf(events),
  };
}

async function streamsOf(sql: Sql, events: readonly AuditEvent[]): Promise<LetterLedger['streams']> {
  const numbers = byStream(events);
  const heads = await sql<{ id: string; last_number: number; last_hash: Buffer }>(
    `select id, last_number, last_hash from pli.streams where id = any($1) order by id`,
    [[...numbers.keys()]],
  );
  return heads.map(({ id, last_number, last_hash }) => {
    const about = (numbers.get(id) ?? []).map(({ number }) => number);
    return {
      stream: id,
      first: Math.min(...about),
      last: Math.max(...about),
      about: about.length,
      head: { number: last_number, hash: last_hash.toString('hex') },
    };
  });
}

/** The runs that caused these events, the first one first. */
export function runsOf(events: readonly AuditEvent[]): LetterLedger['runs'] {
  const runs = new Map<string, LetterLedger['runs'][number]>();
  for (const { cause, recordedAt } of events) {
    const { workflow, run, bundle } = cause;
    if (workflow === undefined || run === undefined) continue;
    const known = runs.get(run) ?? { workflow, run, bundles: [], events: 0, firstAt: recordedAt };
    const bundles = bundle === undefined || known.bundles.includes(bundle) ? known.bundles : [...known.bundles, bundle];
    runs.set(run, { ...known, bundles, events: known.events + 1 });
  }
  return [...runs.values()];
}

function byStream(events: readonly AuditEvent[]): Map<string, AuditEvent[]> {
  const streams = new Map<string, AuditEvent[]>();
  for (const event of events) {
    const known = streams.get(event.stream);
    if (known === undefined) streams.set(event.stream, [event]);
    else known.push(event);
  }
  return streams;
}
