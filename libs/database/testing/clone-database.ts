import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../data-source.ts';
import { migrate, type Login } from '../migrate.ts';

/** A database of its own for one test file, migrated, empty, with the three login roles of the processes. */
export interface TestDatabase {
  /** Logged in as each process is; scopes are taken on by inScope and inLedger. */
  api: DataSource;
  worker: DataSource;
  checker: DataSource;
  /** Addresses of the same, for parts that open the database themselves. */
  urls: { admin: string; api: string; worker: string; checker: string };
  /** As the owner of the database, past every rule: to tamper with a row, never to prepare one. */
  asOwner<Row = Record<string, unknown>>(statement: string, parameters?: unknown[]): Promise<Row[]>;
  /** Closes all connections and drops the database; afterAll calls it. */
  drop(): Promise<void>;
}

const password = 'of-a-test-database';
const names = ['pli_api', 'pli_worker', 'pli_checker'] as const;

/**
 * Clones the migrated template database (made once per server and schema, by whoever comes first) on the server of
 * TEST_ADMIN_DATABASE_URL. A clone costs a tenth of a second; migrating each time would cost several.
 * @throws Error when TEST_ADMIN_DATABASE_URL is not set
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_ADMIN_DATABASE_URL;
  if (!server)
    throw new Error(
      'TEST_ADMIN_DATABASE_URL is not set: run `npm test`, or set it to a PostgreSQL of your own made for tests',
    );
  const name = `pli_test_${randomBytes(8).toString('hex')}`;
  await onServer(server, async (admin) => {
    // Advisory locks belong to one database, hence this one connection to the server's own.
    await admin.query(`select pg_advisory_lock(hashtext('pli test template'))`);
    const template = await ensureTemplate(admin, server);
    // Half the work of writing every page through the log: nothing of it need survive a crash.
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
  });

  const urls = {
    admin: urlOf(server, name),
    api: urlOf(server, name, 'pli_api'),
    worker: urlOf(server, name, 'pli_worker'),
    checker: urlOf(server, name, 'pli_checker'),
  };
  const [api, worker, checker] = await Promise.all([
    openDatabase(urls.api, 20),
    openDatabase(urls.worker, 20),
    openDatabase(urls.checker, 3),
  ]);
  const owner = new pg.Pool({ connectionString: urls.admin, max: 2, options: '-c timezone=UTC' });
  return {
    api,
    worker,
    checker,
    urls,
    asOwner: async <Row>(statement: string, parameters?: unknown[]) =>
      (await owner.query(statement, parameters)).rows as Row[],
    async drop() {
      await Promise.all([api.destroy(), worker.destroy(), checker.destroy(), owner.end()]);
      await onServer(server, async (admin) => {
        await untilEmpty(admin, name);
        await admin.query(`drop database ${name} with (force)`);
      });
    },
  };
}

/** A connection that has said goodbye takes a moment to go; cut off in that moment, it would cry out in the test process. */
async function untilEmpty(admin: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { rowCount } = await admin.query('select from pg_stat_activity where datname = $1', [name]);
    if (rowCount === 0) return;
    await admin.query('select pg_sleep(0.02)');
  }
}

/** The template's name; it is made when absent. Named by the hash of the migrations, so that a changed schema makes a new one. */
async function ensureTemplate(admin: pg.Client, server: string): Promise<string> {
  const template = `pli_template_${await schemaHash()}`;
  const known = await admin.query('select from pg_database where datname = $1', [template]);
  if (known.rowCount) return template;
  const making = `${template}_making`;
  await admin.query(`drop database if exists ${making} with (force)`);
  await admin.query(`create database ${making}`);
  const logins: Login[] = names.map((name) => ({ name, password }));
  await migrate(urlOf(server, making), logins);
  await admin.query(`alter database ${making} rename to ${template}`);
  return template;
}

async function schemaHash(): Promise<string> {
  const folder = new URL('../migrations/', import.meta.url);
  const hash = createHash('sha256').update(await readFile(new URL('../migrate.ts', import.meta.url)));
  for (const file of (await readdir(folder)).sort()) hash.update(await readFile(new URL(file, folder)));
  // A month's partitions are made when it is migrated.
  return hash.update(new Date().toISOString().slice(0, 7)).digest('hex').slice(0, 12);
}

async function onServer(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(server: string, database: string, user?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user) {
    url.username = user;
    url.password = password;
  }
  return url.href;
}
