import { Redis } from 'ioredis';
import { startInstance, type Instance } from '../../../tools/launcher/instance.ts';
import { Sink } from './testing/sink.ts';
import { tellingFactory, until, type TellingFactory } from './testing/telling-factory.ts';

/** A Valkey of its own: it is emptied, stopped and killed here. */
let instance: Instance;
let t: TellingFactory;
let sink: Sink;
let redisUrl: string;
beforeAll(async () => {
  instance = await startInstance({ name: 'telling-test', throwAway: true, parts: ['valkey'] });
  redisUrl = instance.environment.VALKEY_URL ?? '';
  t = await tellingFactory('pli');
  sink = await Sink.open();
});
afterAll(async () => {
  await t?.stop();
  await sink?.close();
  await instance?.stop();
});

const some = (count: number) => Array.from({ length: count }, () => 'letter.delivered');

test('Redis emptied again and again in mid-run, restarted, killed: every event arrives', async () => {
  const first = t.teller({ redisUrl });
  const { id } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  const emptying = new Redis(redisUrl);
  emptying.on('error', () => undefined);
  const numbers: number[] = [];
  for (let round = 0; round < 5; round++) {
    numbers.push(...(await t.happen(some(60))));
    await sink.until((got) => got.length > round * 60);
    await emptying.flushall();
  }
  // Away while events go on, and the one who tells goes and comes as well.
  await instance.kill('valkey');
  numbers.push(...(await t.happen(some(60))));
  await first.stop();
  t.teller({ redisUrl });
  numbers.push(...(await t.happen(some(20))));
  await instance.restart('valkey');
  await sink.until(() => sink.numbers().length === numbers.length);
  expect(sink.numbers()).toEqual(numbers);
  emptying.disconnect();
  await until(async () => (await t.deliveries(id, '?state=due')).length === 0);
  expect((await t.deliveries(id)).every(({ state }) => state === 'delivered')).toBe(true);
});

test('two who tell share the work: each message is sent once', async () => {
  const before = sink.got.length;
  t.teller({ redisUrl });
  const numbers = await t.happen(some(200));
  await sink.until((got) => got.length - before >= numbers.length);
  await until(async () => {
    const [row] = await t.api.database.asOwner<{ due: string }>(
      `select count(*) as due from pli.messages where state = 'due'`,
    );
    return row?.due === '0';
  });
  const names = sink.got.slice(before).map(({ headers }) => headers['webhook-id']);
  expect(new Set(names).size).toBe(numbers.length);
  expect(names).toHaveLength(numbers.length);
});
