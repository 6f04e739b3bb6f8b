import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '#database/data-source';
import { cloneDatabase, type TestDatabase } from '#database/testing/clone-database';
import { makeSite, type TestSite } from '#database/testing/fixtures';
import { watch } from './rounds.ts';

let db: TestDatabase;
let site: TestSite;
beforeAll(async () => {
  db = await cloneDatabase();
  site = await makeSite(db.api);
});
afterAll(() => db.drop());

const until = async (so: () => boolean) => {
  while (!so()) await delay(5);
};
const fail = (error: unknown) => {
  throw error;
};

test('of two watchers one walks the rounds; when it stops the other takes over', async () => {
  const looks: string[] = [];
  const watcher = (name: string) =>
    watch({ database: db.worker, everyMs: 5, onError: fail, looks: [async (at) => void looks.push(`${name} ${at}`)] });
  const first = watcher('first');
  await until(() => looks.length > 0);
  const second = watcher('second');
  await until(() => looks.length > 10);
  expect(new Set(looks)).toEqual(new Set([`first ${site.id}`]));
  await first.stop();
  await until(() => looks.includes(`second ${site.id}`));
  const ofFirst = looks.lastIndexOf(`first ${site.id}`);
  expect(looks.indexOf(`second ${site.id}`)).toBeGreaterThan(ofFirst);
  await second.stop();
});

test('a watcher whose connection is cut stands by again; nobody watches twice', async () => {
  const own = await openDatabase(db.urls.worker, 2);
  const errors: unknown[] = [];
  let looks = 0;
  const watcher = watch({
    database: own,
    everyMs: 5,
    onError: (error) => errors.push(error),
    looks: [async () => void looks++],
  });
  await until(() => looks > 0);
  await db.asOwner(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
  );
  await until(() => errors.length > 0);
  const seen = looks;
  await until(() => looks > seen);
  await watcher.stop();
  await own.destroy();
});

test('a look that fails does not keep the others waiting', async () => {
  const errors: unknown[] = [];
  let looks = 0;
  const failing = async () => {
    throw new Error('this machine speaks in tongues');
  };
  const watcher = watch({
    database: db.worker,
    everyMs: 5,
    onError: (error) => errors.push(error),
    looks: [failing, async () => void looks++],
  });
  await until(() => looks > 2);
  await watcher.stop();
  expect(errors.length).toBeGreaterThan(2);
});

test('a site whose machine is silent keeps no other site waiting', async () => {
  const other = await makeSite(db.api);
  const seen = new Set<string>();
  let answer = () => undefined as void;
  const silent = new Promise<void>((resolve) => (answer = resolve));
  const watcher = watch({
    database: db.worker,
    everyMs: 5,
    onError: fail,
    looks: [
      async (at) => {
        if (at === [site.id, other.id].sort()[0]) await silent;
        seen.add(at);
      },
    ],
  });
  await until(() => seen.size > 0);
  expect([...seen]).toEqual([[site.id, other.id].sort()[1]]);
  answer();
  await watcher.stop();
});
