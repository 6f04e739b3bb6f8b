import type { Problem } from '#contracts/api/problem';
import { startInstance, type Instance } from '../../../tools/launcher/instance.ts';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';

let postgres: Instance;
let t: ApiUnderTest;
const shared = process.env.TEST_ADMIN_DATABASE_URL;
beforeAll(async () => {
  postgres = await startInstance({ name: 'api-database-away', throwAway: true, parts: ['postgres'], durable: false });
  process.env.TEST_ADMIN_DATABASE_URL = postgres.environment.ADMIN_DATABASE_URL ?? '';
  t = await runApi();
  process.env.TEST_ADMIN_DATABASE_URL = shared ?? '';
});
afterAll(async () => {
  await t?.stop();
  await postgres?.stop();
});

test('while the database is away, callers are told soon to come back; then all goes on by itself', async () => {
  const ask = () => t.provider.call<Problem>('GET', '/v1/provider/sites');
  expect((await ask()).status).toBe(200);
  await postgres.kill('postgres');
  const from = performance.now();
  const away = await ask();
  expect(performance.now() - from).toBeLessThan(2000);
  expect([away.status, away.body.code, away.headers.get('retry-after')]).toEqual([503, 'database_away', '1']);
  expect((await t.client(undefined).call('GET', '/readyz')).status).toBe(503);
  expect((await t.client(undefined).call('GET', '/healthz')).status).toBe(200);
  await postgres.restart('postgres');
  expect((await ask()).status).toBe(200);
});
