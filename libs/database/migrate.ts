import { readdir, readFile } from 'node:fs/promises';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

const folder = new URL('./migrations/', import.meta.url);

/** A login role of a process and the group roles it may take on in a transaction. */
export interface Login {
  name: 'pli_api' | 'pli_worker' | 'pli_checker';
  password: string;
}
const memberships = {
  pli_api: [
    'pli_account',
    'pli_site',
    'pli_provider',
    'pli_person',
    'pli_people',
    'pli_door',
    'pli_support',
    'pli_audit',
  ],
  pli_worker: ['pli_site', 'pli_relay', 'pli_teller', 'pli_eraser', 'pli_support'],
  pli_checker: ['pli_audit'],
} as const satisfies Record<Login['name'], readonly string[]>;

/** One reviewed SQL file as a TypeORM migration; the file's number keeps the order. */
async function migrationOf(file: string): Promise<new () => MigrationInterface> {
  const statements = await readFile(new URL(file, folder), 'utf8');
  return class implements MigrationInterface {
    name = `${file.slice(5, -4)}${1_700_000_000_000 + Number(file.slice(0, 4))}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(statements);
    }
    async down(): Promise<void> {
      throw new Error('migrations only go forward; restore a backup instead');
    }
  };
}

/**
 * Brings a database to the newest schema and gives the processes their login roles.
 * @param adminUrl a role that owns the database and may create roles
 * @param last number of the last migration to run, for a database as a former release left it; all when left out
 */
export async function migrate(adminUrl: string, logins: Login[], last = Infinity): Promise<void> {
  const files = (await readdir(folder))
    .filter((file) => file.endsWith('.sql') && Number(file.slice(0, 4)) <= last)
    .sort();
  const admin = new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrationsTableName: 'pli_migrations',
    migrationsTransactionMode: 'each',
    migrations: await Promise.all(files.map(migrationOf)),
  });
  await admin.initialize();
  try {
    await admin.runMigrations();
    await admin.query(`select pli.ensure_event_partitions(current_date, 3)`);
    for (const login of logins) await ensureLogin(admin, login);
  } finally {
    await admin.destroy();
  }
}

/** Makes or updates a login role. Roles belong to the cluster: another database that migrates meanwhile makes one of us try again. */
async function ensureLogin(admin: DataSource, login: Login, attempts = 20): Promise<void> {
  try {
    await admin.transaction(async (tx) => {
      const [known] = await tx.query<unknown[]>('select from pg_roles where rolname = $1', [login.name]);
      const [{ quoted }] = await tx.query<[{ quoted: string }]>('select quote_literal($1) as quoted', [login.password]);
      // An owner that is no superuser may make such a role, and may not name what it already is not.
      await tx.query(
        known
          ? `alter role ${login.name} password ${quoted}`
          : `create role ${login.name} login noinherit nobypassrls password ${quoted}`,
      );
      await tx.query(`grant ${memberships[login.name].join(', ')} to ${login.name}`);
    });
  } catch (error) {
    if (attempts === 0 || !/concurrently updated|already exists|duplicate key/.test(String(error))) throw error;
    await ensureLogin(admin, login, attempts - 1);
  }
}
