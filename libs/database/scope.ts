import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';

export type Mode = 'test' | 'live';

/** As whom a transaction looks at the database; row-level security lets it see and write exactly that scope. */
export type Scope =
  | ({ role: 'pli_account'; account: string; mode: Mode } & AsPerson)
  | { role: 'pli_site'; site: string }
  | { role: 'pli_person'; person: string }
  | { role: 'pli_people'; account: string; mode: Mode }
  | { role: 'pli_provider' | 'pli_door' | 'pli_relay' | 'pli_teller' | 'pli_eraser' | 'pli_support' | 'pli_audit' };

/** Who of an account's people asks; `own`: and sees the orders that it made itself, and no other. Keys are nobody's, and see all. */
export interface AsPerson {
  person?: string;
  own?: boolean;
}

export const accountScope = (account: string, mode: Mode, as: AsPerson = {}): Scope => ({
  role: 'pli_account',
  account,
  mode,
  ...as,
});
export const siteScope = (site: string): Scope => ({ role: 'pli_site', site });

/** The people and keys of an account; the mode is the one in which idempotency keys are counted. */
export const peopleScope = (account: string, mode: Mode): Scope => ({ role: 'pli_people', account, mode });

/**
 * Runs one SQL statement and gives its rows. One that is `prepared` is read once a connection, and as a rule planned once, which is half of what a
 * small one costs: for the statements of every order, which insert or go by a key, whatever the tables hold.
 */
export type Sql = <Row = Record<string, unknown>>(
  statement: string,
  parameters?: unknown[],
  how?: 'prepared',
) => Promise<Row[]>;

/** A value that stands inside SET LOCAL, where parameters cannot: only ids of ours pass. */
function quoted(id: string): string {
  if (!/^[A-Za-z0-9_]+$/.test(id)) throw new Error(`not an id: it cannot scope a transaction`);
  return `'${id}'`;
}

function settings(scope: Scope): string {
  const lines = [`set local role ${scope.role}`];
  if (scope.role === 'pli_account' || scope.role === 'pli_people')
    lines.push(`set local app.account = ${quoted(scope.account)}`, `set local app.mode = ${quoted(scope.mode)}`);
  if (scope.role === 'pli_account' && scope.own === true && scope.person === undefined)
    throw new Error('nobody sees their own: it is not said who');
  if ('person' in scope && scope.person !== undefined) {
    lines.push(`set local app.person = ${quoted(scope.person)}`);
    if ('own' in scope && scope.own === true) lines.push(`set local app.own = ${quoted(scope.person)}`);
  }
  if (scope.role === 'pli_site') lines.push(`set local app.site = ${quoted(scope.site)}`);
  return lines.join('; ');
}

/** Runs statements on one connection, in whatever transaction it is in. */
export function sqlOf(runner: QueryRunner): Sql {
  return async <Row>(text: string, values?: unknown[], how?: 'prepared') => {
    // The connection is somebody else's by now, in their transaction and as them.
    if (runner.isReleased) throw new Error('the transaction that this statement belongs to is over');
    const client = (await runner.connect()) as PoolClient;
    const result = await client.query<Row & object>(how ? { name: nameOf(text), text, values } : { text, values });
    return result.rows;
  };
}

const names = new Map<string, string>();

/** By its text, so that two texts never share a name on a connection. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** Runs `work` in one transaction seen through `scope`; commits when it ends well, rolls back when it throws. */
export async function inScope<T>(database: DataSource, scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
  const begin = `start transaction; ${settings(scope)}`;
  const runner = database.createQueryRunner();
  const sql = sqlOf(runner);
  try {
    await sql(begin);
    const result = await work(sql);
    await sql('commit');
    return result;
  } catch (error) {
    // Without a connection there is nothing to take back.
    await sql('rollback').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
