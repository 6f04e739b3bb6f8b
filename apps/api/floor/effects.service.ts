import { Injectable } from '@nestjs/common';
import type { Effect, Effects, IntendedAction } from '#contracts/api/effects';
import type { PendingEvent } from '#database/append-events';
import type { Sql } from '#database/scope';
import { subjects, type Subject } from '#database/subjects';
import type { LetterState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { letterMayLeave } from '#domain/scan-advice';
import { siteOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { act, type Told } from './rehearsed-actions.ts';

/** A full tray has hundreds of pieces that all fare alike. */
const MOST_CHANGES = 100;

/** The columns that tell how a thing is called, and its state. */
const shown: Partial<Record<Subject, string>> = {
  piece: `t.window_code as name, t.state, null as cents`,
  letter: `t.id as name, t.state, null as cents`,
  lot: `t.number::text as name, t.state, null as cents`,
  tray: `t.number::text as name, t.state, null as cents`,
  deposit: `t.number::text as name, t.state, null as cents`,
  case: `t.kind as name, t.state, null as cents`,
  registered_number: `t.code as name, t.state, null as cents`,
  postage_entry: `t.mark::text as name, t.state, t.cents`,
};
interface Shown {
  id: string;
  name: string;
  state: string;
  cents: number | null;
}

/** What an action would do, before anybody does it: done by its own rule and taken back. */
@Injectable()
export class EffectsService {
  constructor(private readonly ledger: ScopedLedger) {}

  async of(call: Call, intended: IntendedAction): Promise<Effects> {
    const rehearsed = await this.ledger
      .rehearse(call, (tx) => act(tx, siteOf(call), intended))
      .catch((error: unknown) => {
        if (error instanceof MailError) return error;
        throw error;
      });
    if (rehearsed instanceof MailError) return refused(rehearsed);
    const { events, result } = rehearsed;
    return this.ledger.read(call, (sql) => told(sql, events, result));
  }
}

const refused = ({ code, message }: MailError): Effects => ({
  possible: false,
  refusal: { code, detail: message },
  changes: [],
  more: 0,
  lots: null,
  sheets: null,
  count: null,
});

async function told(sql: Sql, events: readonly PendingEvent[], result: Told): Promise<Effects> {
  const some = events.slice(0, MOST_CHANGES);
  const now = await asTheyAre(sql, some);
  const trays = await trayNumbers(sql, some);
  const changes = some.map((event): Effect => {
    const row = now.get(event.subject_id);
    const set = (event.data.set ?? {}) as Record<string, unknown>;
    const to = typeof set.state === 'string' ? set.state : (row?.state ?? null);
    return {
      about: event.subject,
      id: event.subject_id,
      name: row?.name ?? nameOfNew(set) ?? event.subject_id,
      event: event.type,
      from: row?.state ?? null,
      to,
      tray: trays.get(String(set.tray_id)) ?? null,
      cents: row?.cents ?? null,
      letterLeaves:
        event.type.startsWith('letter.copy_') && row !== undefined ? letterMayLeave(row.state as LetterState) : null,
    };
  });
  return { possible: true, refusal: null, changes, more: events.length - some.length, ...result };
}

/** What does not exist yet is called by what it would be given. */
const nameOfNew = (set: Record<string, unknown>): string | undefined => {
  const name = set.window_code ?? set.number ?? set.kind;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined;
};

async function asTheyAre(sql: Sql, events: readonly PendingEvent[]): Promise<Map<string, Shown>> {
  const rows = new Map<string, Shown>();
  for (const subject of new Set(events.map((event) => event.subject as Subject))) {
    const columns = shown[subject];
    if (columns === undefined) continue;
    const ids = events.filter((event) => event.subject === subject).map(({ subject_id }) => subject_id);
    for (const row of await sql<Shown>(
      `select t.id, ${columns} from pli.${subjects[subject].table} t where t.id = any($1)`,
      [ids],
    ))
      rows.set(row.id, row);
  }
  return rows;
}

async function trayNumbers(sql: Sql, events: readonly PendingEvent[]): Promise<Map<string, number>> {
  const ids = events.flatMap(({ data }) => (data.set as { tray_id?: string } | undefined)?.tray_id ?? []);
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; number: number }>(`select id, number from pli.trays where id = any($1)`, [ids]);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
