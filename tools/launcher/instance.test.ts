import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { rootFolder } from '../toolbox.ts';
import { startInstance, type Instance } from './instance.ts';
import { isFree } from './ports.ts';
import { startedAt } from './processes.ts';

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

test('parts end with a launcher that is killed, and the next one sweeps what it left', async () => {
  const launcher = await launcherInAnotherProcess('launcher-test-3');
  process.kill(launcher.pid, 'SIGKILL');
  await until(() => launcher.parts.every((part) => startedAt(part) === undefined));
  expect(existsSync(launcher.folder)).toBe(true);
  const next = await startInstance({ name: 'launcher-test-3', throwAway: true, parts: ['valkey'] });
  expect(existsSync(launcher.folder)).toBe(false);
  await next.stop();
});

test('an instance that runs is not started twice', async () => {
  const name = `launcher-test-twice-${process.pid}`;
  const launcher = await launcherInAnotherProcess(name, false);
  await expect(startInstance({ name, parts: ['valkey'] })).rejects.toThrow(`already running (process ${launcher.pid})`);
  process.kill(launcher.pid, 'SIGKILL');
  await until(() => launcher.parts.every((part) => startedAt(part) === undefined));
  rmSync(launcher.folder, { recursive: true });
});

/** Starts PostgreSQL and Valkey from a process of their own, as a command would. */
async function launcherInAnotherProcess(name: string, throwAway = true) {
  const program = `
    import { register } from 'node:module';
    register('./tools/source-hooks.mjs', 'file://${rootFolder}/');
    const { startInstance } = await import('${rootFolder}/tools/launcher/instance.ts');
    const instance = await startInstance({ name: '${name}', throwAway: ${throwAway}, parts: ['postgres', 'valkey'], durable: false });
    console.log(JSON.stringify({ pid: process.pid, folder: instance.folder, parts: instance.parts.map((part) => instance.pid(part)) }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return JSON.parse(line.toString()) as { pid: number; folder: string; parts: number[] };
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('waited 20 s in vain');
    await delay(20);
  }
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: instance.environment.ADMIN_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
