import { newId } from '#contracts/new-id';
import { countsOf, openCheckedWorld, type CheckedWorld } from '../testing/checked-world.ts';
import { makeOrder, makeSite, write } from '../testing/fixtures.ts';
import { makeLot } from '../testing/production.ts';
import { check } from './check.ts';

let world: CheckedWorld;
beforeAll(async () => {
  world = await openCheckedWorld();
});
afterAll(() => world?.close());

test('a world in which everything went right has no finding', async () => {
  const report = await world.verify();
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({
    letters: 5,
    lost: 0,
    duplicated: 0,
    unexpected: 0,
    stuck: 0,
    mismatched: 0,
    missingWitnesses: [],
  });
  expect(report.events).toBeGreaterThan(60);
});

describe('a client that was told something else', () => {
  test('a letter that never was', async () => {
    const report = await world.verify({
      client: [
        ...world.client,
        { at: '', orderId: newId('order'), letterIds: [newId('letter'), newId('letter')], key: 'k' },
      ],
    });
    expect(countsOf(report)).toEqual({ lost: 2 });
  });
  test('a letter of another order', async () => {
    const report = await world.verify({
      client: [{ at: '', orderId: world.open.id, letterIds: world.order.letterIds, key: 'k' }],
    });
    expect(countsOf(report)).toEqual({ lost: 3 });
  });
  test('one request answered by two orders', async () => {
    const report = await world.verify({ client: world.client.map((line) => ({ ...line, key: 'same' })) });
    expect(countsOf(report)).toEqual({ duplicated: 1 });
  });
  test('the same answer twice is one order', async () => {
    expect(countsOf(await world.verify({ client: [...world.client, ...world.client] }))).toEqual({});
  });
});

describe('deadlines', () => {
  test('a minute of grace, by the clock that is given', async () => {
    const [row] = await world.db.asOwner<{ due: Date }>(
      `select max(deadline_at) as due from pli.letters where order_id = $1`,
      [world.open.id],
    );
    const at = (seconds: number) => new Date((row?.due.getTime() ?? 0) + seconds * 1000);
    expect((await world.verify({ now: at(60) })).stuck).toBe(0);
    const late = await world.verify({ now: at(61) });
    expect(late.stuck).toBe(3); // two letters and their order
    expect(late.findings[0]?.text).toMatch(/this order is submitted, due at 20/);
  });

  test('everything that waits is judged: lot, tray, deposit, piece, case', async () => {
    const other = await makeOrder(world.db.api, world.account, world.site, { letters: 1 });
    const made = await makeLot(world.db.worker, world.site, world.account, other, { number: 2 });
    await write(world.db.worker, world.site.scope, (tx) =>
      tx.create('case', 'case.opened', [
        {
          id: newId('case'),
          site_id: world.site.id,
          mode: 'test',
          kind: 'count_differs',
          product: 'priority',
          band: 20,
          difference: -1,
          deposit_id: made.deposit,
          state: 'open',
          deadline_at: tx.at,
          created_at: tx.at,
        },
      ]),
    );
    expect((await world.verify()).findings).toEqual([]);
    const late = await world.verify({ now: new Date(Date.now() + 3_700_000) });
    const stuck = new Set(late.findings.map((f) => /this ([a-z]+) is/.exec(f.text)?.[1]));
    expect(stuck).toEqual(new Set(['order', 'letter', 'lot', 'tray', 'deposit', 'piece', 'case']));
  });
});

describe('a witness that is not heard', () => {
  test('is named', async () => {
    const report = await check({ database: world.db.checker }, () => new Date());
    expect(report.missingWitnesses).toEqual([
      expect.stringContaining('the client'),
      `the machines and the post of ${world.site.code}: no journal of the simulator was given`,
    ]);
    expect(countsOf(report)).toEqual({});
  });
  test('real devices keep no journal', async () => {
    const live = await makeSite(world.db.api, { mode: 'live' });
    const report = await world.verify();
    expect(report.missingWitnesses).toEqual([
      `the machines and the post of ${live.code}: real devices keep no journal of their own`,
    ]);
  });
});

test('the checker writes nothing and leaves its connection as it found it', async () => {
  for (let i = 0; i < 4; i++) await world.verify();
  expect(
    await world.db.checker.query(
      `select current_user as who, count(*) as tables from pg_class where relpersistence = 't' and pg_table_is_visible(oid)`,
    ),
  ).toEqual([{ who: 'pli_checker', tables: 0 }]);
});
