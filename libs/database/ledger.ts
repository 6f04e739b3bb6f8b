import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { statesBefore } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { appendEvents, type PendingEvent } from './append-events.ts';
import type { Cause } from './event-hash.ts';
import { inScope, type Scope, type Sql } from './scope.ts';
import { hasLifeCycle, streamOf, subjects, type Subject } from './subjects.ts';

export type Clock = () => Date;
export type Row = Record<string, unknown>;

/** Who acts and why; written into every event of the transaction. `at` is the business time when it is not now. */
export interface Act {
  actor: string;
  cause: Cause;
  at?: Date;
}

/** One row to change: `set` is folded and told by the ledger, `content` is written beside it and never told. */
export interface Change {
  id: string;
  set: Row;
  content?: Row;
  data?: Row;
}

export interface ChangeRule {
  /** States it may come from, narrower than the life cycle allows. */
  from?: readonly string[];
  /** 'throw' (default): all rows change or none. 'skip': rows not in a state to change stay; the ids that changed are answered. */
  otherwise?: 'throw' | 'skip';
  /** The event tells the whole folded row, not only what changed: for a row that enters the ledger now. */
  whole?: boolean;
}

/** A transaction that changes rows and tells the ledger of it, in one commit. */
export interface LedgerTransaction {
  sql: Sql;
  /** The business time of this transaction. */
  at: Date;
  /** Inserts rows and tells of each by `type`. Column names are the table's. */
  create(subject: Subject, type: string, rows: Row[]): Promise<void>;
  /**
   * Changes rows (all of one shape: same columns, same next state) and tells of each by `type`. A `state` in `set` is guarded by the life cycle.
   * @returns the ids that changed
   * @throws MailError `state_conflict` when a row is not in a state that allows it (unless `otherwise: 'skip'`)
   */
  change(subject: Subject, type: string, changes: Change[], rule?: ChangeRule): Promise<string[]>;
  /** Tells of something that changes no row. */
  tell(stream: string, subject: Subject, id: string, type: string, data: Row): void;
}

/** Of two transactions that wait for each other PostgreSQL gives up one, which then has changed nothing: it is run again, so often. */
const DEADLOCK = '40P01';
const MOST_ATTEMPTS = 4;

/**
 * Runs `work` in one transaction; its events are numbered and chained as the last step, so number order is commit order. Broken off by a
 * deadlock it is run again from its start: it must do nothing outside the transaction that may not be done twice.
 */
export async function inLedger<T>(
  database: DataSource,
  scope: Scope,
  act: Act,
  clock: Clock,
  work: (tx: LedgerTransaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await inLedgerOnce(database, scope, act, clock, work);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || (error as { code?: unknown }).code !== DEADLOCK) throw error;
      // Those that met would meet again if both came back at once.
      await delay(attempt * 20 * (1 + Math.random()));
    }
}

async function inLedgerOnce<T>(
  database: DataSource,
  scope: Scope,
  act: Act,
  clock: Clock,
  work: (tx: LedgerTransaction) => Promise<T>,
): Promise<T> {
  return inScope(database, scope, async (sql) => {
    const pending: PendingEvent[] = [];
    const at = act.at ?? clock();
    const result = await work(ledgerTransaction(sql, at, pending));
    await appendEvents(sql, pending, { actor: act.actor, cause: act.cause, recordedAt: clock() });
    return result;
  });
}

/** What a transaction would tell, and what its work answered. */
export interface Rehearsal<T> {
  result: T;
  events: PendingEvent[];
}

/**
 * Runs `work` as `inLedger` would and takes all of it back: what a change would do, told by the change itself. Nothing is numbered, sent or kept;
 * locks are held for as long as it takes. What `work` throws is thrown.
 */
export async function rehearse<T>(
  database: DataSource,
  scope: Scope,
  at: Date,
  work: (tx: LedgerTransaction) => Promise<T>,
): Promise<Rehearsal<T>> {
  let done: Rehearsal<T> | undefined;
  await inScope(database, scope, async (sql) => {
    const events: PendingEvent[] = [];
    done = { result: await work(ledgerTransaction(sql, at, events)), events };
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  if (done === undefined) throw new Error('a rehearsal ended without its work');
  return done;
}
class TakenBack extends Error {}

function ledgerTransaction(sql: Sql, at: Date, pending: PendingEvent[]): LedgerTransaction {
  const tell = (stream: string, subject: Subject, id: string, type: string, data: Row) =>
    void pending.push({ stream, subject, subject_id: id, type, at, data });

  return {
    sql,
    at,
    tell,

    async create(subject, type, rows) {
      if (rows.length === 0) return;
      const { table, unfolded } = subjects[subject];
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      await sql(
        `insert into pli.${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::pli.${table}, $1)`,
        [JSON.stringify(rows.map(plain))],
        'prepared',
      );
      for (const row of rows)
        tell(streamOf(subject, row), subject, String(row.id), type, { set: without(row, unfolded) });
    },

    async change(subject, type, changes, rule = {}) {
      const first = changes[0];
      if (first === undefined) return [];
      const { table, unfolded } = subjects[subject];
      mustBeOfOneShape(changes);
      const told = Object.keys(first.content ?? {}).find((name) => !(unfolded as readonly string[]).includes(name));
      if (told !== undefined) throw new Error(`"${told}" is told by the ledger: give it in set, not in content`);
      const guarded = hasLifeCycle(subject) && first.set.state !== undefined;
      const stamp = guarded ? { state_since: at } : {};
      const columns = [
        ...new Set([...Object.keys(first.set), ...Object.keys(first.content ?? {}), ...Object.keys(stamp)]),
      ];
      const before = guarded ? statesBefore(subject, String(first.set.state)) : undefined;
      const from = before && rule.from ? before.filter((state) => rule.from?.includes(state)) : (before ?? rule.from);
      // The ids are named beside the rows: joined with them, a plan that takes a grown table for a small one would compare each with all.
      const input = changes.map((c) => ({ id: c.id, row: plain({ ...c.content, ...c.set, ...stamp }) }));
      const changed = await sql<ChangedRow>(
        `with input as (select e->>'id' as id, e->'row' as row from jsonb_array_elements($1::jsonb) e),
              locked as (select t.id from pli.${table} t where t.id = any($2) ${from ? 'and t.state = any($3)' : ''} order by t.id for update of t)
         update pli.${table} t set (${columns.join(', ')}) = (select ${columns.map((c) => `p.${c}`).join(', ')} from jsonb_populate_record(null::pli.${table}, input.row) p)
         from input, locked where t.id = input.id and locked.id = t.id
         returning ${rule.whole ? `to_jsonb(t) as whole,` : ''} t.id, ${scopeColumns(subject)}`,
        [JSON.stringify(input), changes.map((c) => c.id), ...(from ? [from] : [])],
      );
      if (changed.length < changes.length && (rule.otherwise ?? 'throw') === 'throw')
        throw new MailError(
          'state_conflict',
          `A ${subject} is no longer in a state that allows "${type}". Read it again and decide anew.`,
          'never',
        );
      const byId = new Map(changed.map((row) => [row.id, row]));
      for (const c of changes) {
        const row = byId.get(c.id);
        if (row === undefined) continue;
        const set = rule.whole ? without(row.whole ?? {}, unfolded) : without({ ...c.set, ...stamp }, unfolded);
        tell(streamOf(subject, row), subject, c.id, type, { ...c.data, set });
      }
      return changed.map((row) => row.id);
    },
  };
}

interface ChangedRow {
  id: string;
  account_id?: string | null;
  site_id?: string | null;
  mode?: string | null;
  whole?: Row;
}

/** The columns that say which stream a row belongs to. */
function scopeColumns(subject: Subject): string {
  const stream = streamOf(subject, { account_id: '?', site_id: '?', mode: '?' });
  if (stream.startsWith('account/')) return 't.account_id, t.mode';
  return stream.startsWith('site/') ? 't.site_id' : 'null as site_id';
}

/** A change that told a column which it did not write, or wrote one state for another, would part the row from its fold. */
function mustBeOfOneShape(changes: Change[]): void {
  const shape = (c: Change) =>
    JSON.stringify([Object.keys(c.set).sort(), Object.keys(c.content ?? {}).sort(), c.set.state]);
  const first = shape(changes[0]!);
  if (changes.some((c) => shape(c) !== first))
    throw new Error('changes of one call must set the same columns and the same state');
  if (new Set(changes.map((c) => c.id)).size < changes.length) throw new Error('a row may change once in one call');
}

/** Bytes as PostgreSQL reads them in JSON. */
function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ]),
  );
}

/** What the ledger tells of a row: all but the columns of that name. */
function without(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(plain(row)).filter(([name, value]) => !names.includes(name) && value !== undefined),
  );
}
