import { existsSync } from 'node:fs';
import pg from 'pg';
import { startInstance, type Instance } from './instance.ts';
import { isFree } from './ports.ts';

let instance: Instance;

beforeAll(async () => {
  instance = await startInstance({
    name: 'launcher-test',
    throwAway: true,
    parts: ['postgres', 'valkey'],
    durable: false,
  });
});

afterAll(async () => {
  await instance.stop();
});

test('a killed database comes back at the same address with its data', async () => {
  await query('CREATE TABLE kept AS SELECT 7 AS n');
  await instance.kill('postgres');
  expect(instance.pid('postgres')).toBeUndefined();
  await instance.restart('postgres');
  expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }]);
});

test('French letters are letters to the trigram search', async () => {
  await query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  expect(await query("SELECT show_trgm('é') <> '{}' AS known")).toEqual([{ known: true }]);
});

test('a second instance runs beside the first, and leaves neither process nor folder', async () => {
  const second = await startInstance({ name: 'launcher-test-2', throwAway: true, parts: ['valkey'] });
  const port = Number(new URL(second.environment.VALKEY_URL as string).port);
  expect(second.environment.VALKEY_URL).not.toBe(instance.environment.VALKEY_URL);
  await second.stop();
  expect(await isFree(port)).toBe(true);
  expect(existsSync(second.folder)).toBe(false);
});

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: instance.environment.ADMIN_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
