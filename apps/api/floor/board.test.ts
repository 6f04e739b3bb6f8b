import type { AttentionGroup } from '#contracts/api/attention';
import type { Board } from '#contracts/api/board';
import { inScope, siteScope, type Sql } from '#database/scope';
import { waitStandingSql } from '#database/production/standings';
import { LAST_PART, standingOfWait } from '#domain/punctuality';
import { boardOf } from './board-counts.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { putIntoLot } from '../testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let floor: Awaited<ReturnType<typeof setUpFloor>>;
let now = new Date();

beforeAll(async () => {
  t = await runApi({ clock: () => now });
  floor = await setUpFloor(t);
});
afterAll(() => t.stop());

async function letters(count: number): Promise<string[]> {
  const order = await floor.customer.post<{ letters: { id: string }[] }>('/v1/orders', {
    letters: Array.from({ length: count }, () => letterTo(floor.template)),
    submit: true,
  });
  return order.letters.map(({ id }) => id);
}

/** How many rows a list has, followed to its end. */
async function lengthOf(operator: Client, list: string): Promise<number> {
  let length = 0;
  for (let next: string | null = ''; next !== null;) {
    const page: { rows: unknown[]; next?: string | null } = await operator.get(
      `${list}${list.includes('?') ? '&' : '?'}${list.includes('machines') ? '' : `limit=3${next === '' ? '' : `&after=${next}`}`}`,
    );
    length += page.rows.length;
    next = page.next ?? null;
  }
  return length;
}

/** Every number of the board and of what calls for a person, beside the length of the list that it names. */
async function numbersAndLists(): Promise<[list: string, number: number, length: number][]> {
  const board = await floor.operator.get<Board>('/v1/site/board');
  const { groups } = await floor.operator.get<{ groups: AttentionGroup[] }>('/v1/site/attention');
  const numbers = [
    ...board.stages.flatMap((stage) => [stage, stage.atRisk, stage.late]),
    board.leftToday,
    ...groups.filter(({ list }) => list !== null),
  ].flatMap((counted) => (counted?.list == null ? [] : [{ list: counted.list, count: counted.count }]));
  const compared: [string, number, number][] = [];
  for (const { list, count } of numbers) compared.push([list, count, await lengthOf(floor.operator, list)]);
  return compared;
}
const expectEqual = (compared: [string, number, number][]) =>
  expect(compared.map(([list, number]) => [list, number])).toEqual(compared.map(([list, , length]) => [list, length]));

test('each number of an empty print room is 0, and so is its list', async () => {
  const board = await floor.operator.get<Board>('/v1/site/board');
  expect(board.stages.every(({ count }) => count === 0)).toBe(true);
  expect(board.trucks).toHaveLength(3);
  expect(Date.parse(board.trucks[0]!.slotAt)).toBeGreaterThan(now.getTime());
});

test('each number equals the length of its list: on time, at risk and late', async () => {
  await letters(7);
  const { operator, site } = floor;
  await putIntoLot(t.database, site, await letters(8), {
    lot: 'inserting',
    pieces: ['suspect', 'suspect', 'diverted', 'inserted', 'trayed', 'trayed', 'planned', 'printed'],
  });
  await putIntoLot(t.database, site, await letters(2), { lot: 'printing', pieces: [] });
  const full = await putIntoLot(t.database, site, await letters(2), { lot: 'inserting', pieces: ['trayed', 'trayed'] });
  await operator.post(`/v1/site/trays/${full.trayId}/seal`, { reason: 'full' });
  const hands = await operator.post<{ id: string }>('/v1/site/trays', {
    product: 'priority',
    carrierContract: 'specimen-post',
    reason: 'came_back',
  });
  const counted = (await numbersAndLists()).filter(([, number]) => number > 0);
  expect(counted.length).toBeGreaterThan(12);
  expectEqual(counted);
  for (const minutes of [0.8, 3, 60 * 24 * 3]) {
    now = new Date(Date.now() + minutes * 60_000);
    const compared = await numbersAndLists();
    expectEqual(compared);
    const late = compared.filter(([list, number]) => list.includes('standing=late') && number > 0);
    if (minutes > 1) expect(late.length).toBeGreaterThan(0);
  }
  expect(hands.id).toMatch(/^try_/);
});

test('what calls for a person is grouped by cause, with who can act and what is suggested, and nothing late is left out', async () => {
  now = new Date(Date.now() + 60 * 60_000);
  const { groups } = await floor.operator.get<{ groups: AttentionGroup[] }>('/v1/site/attention');
  const causes = groups.map(({ cause }) => cause);
  expect(causes).toEqual(
    expect.arrayContaining([
      'piece.suspect',
      'piece.diverted',
      'lot.inserting',
      'lot.printing',
      'tray.open.by_hand',
      'first_off.missing',
      'letter.accepted',
    ]),
  );
  expect(groups.find(({ cause }) => cause === 'piece.suspect')).toMatchObject({
    count: 2,
    late: 2,
    who: ['operator'],
    step: 'scan_or_void',
    list: '/v1/site/pieces?state=suspect',
  });
  // Late first.
  expect(groups[0]!.late).toBeGreaterThan(0);
  const board = await floor.operator.get<Board>('/v1/site/board');
  expect(board.attention).toBe(groups.reduce((sum, { count }) => sum + count, 0));
  const lateStages = board.stages.filter(({ late }) => (late?.count ?? 0) > 0);
  for (const { of, stage } of lateStages)
    expect([of, stage, causes.some((cause) => cause.startsWith(`${of.slice(0, -1)}.`))]).toEqual([of, stage, true]);
});

test('how a wait stands is the same in the database as in the rule', async () => {
  const since = new Date('2027-01-12T08:00:00Z');
  const until = new Date('2027-01-12T12:00:00Z');
  const instants = Array.from({ length: 40 }, (_, i) => new Date(since.getTime() + (i * 6 + 1) * 60_000));
  const rows = await inScope(t.database.api, siteScope(floor.site.id), (sql) =>
    sql<{ at: Date; standing: string }>(
      `select n as at, ${waitStandingSql('r', 'n')} as standing from (select $1::timestamptz as state_since, $2::timestamptz as deadline_at) r,
         unnest($3::timestamptz[]) n`,
      [since, until, instants],
    ),
  );
  expect(rows.map(({ standing }) => standing)).toEqual(instants.map((at) => standingOfWait(since, until, at)));
  expect(LAST_PART).toBe(4);
});

/** Tables that grow with the mail: nothing that people look at all day may read one from end to end. */
const grown = ['letters', 'pieces', 'orders', 'lots', 'trays', 'deposits', 'facts', 'events', 'postage_entries'];

test('behind fifty thousand letters the board reads what is on the floor by index alone: no sequential scan', async () => {
  await behindThousands(floor.site.id);
  const scanned: string[] = [];
  await inScope(t.database.api, siteScope(floor.site.id), async (sql) => {
    const explaining: Sql = async (statement, parameters) => {
      const [explained] = await sql<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (format json) ${statement}`,
        parameters,
      );
      for (const node of nodesOf(explained!['QUERY PLAN'][0].Plan))
        if (node['Node Type'] === 'Seq Scan') scanned.push(node['Relation Name'] ?? '');
      return sql(statement, parameters);
    };
    await boardOf(explaining, floor.site.id, now);
  });
  expect(scanned.filter((table) => grown.includes(table))).toEqual([]);
});

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}
const nodesOf = (plan: PlanNode): PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Mail that has long gone, as a site has after some weeks: rows alone, for the planner to look at. */
async function behindThousands(siteId: string): Promise<void> {
  await t.database.asOwner(
    `with old as (select l.* from pli.letters l where l.site_id = $1 order by l.id limit 1)
     insert into pli.letters (id, order_id, position, account_id, mode, site_id, state, state_since, country, postcode, options, service,
       template_version_id, created_at, erased_at)
     select 'let_' || lpad(n::text, 26, '0'), old.order_id, 1000 + n, old.account_id, old.mode, old.site_id, 'no_return_seen', old.created_at,
       'FR', '69001', old.options, old.service, old.template_version_id, old.created_at, old.created_at from old, generate_series(1, 50000) n`,
    [siteId],
  );
  await t.database.asOwner(
    `insert into pli.lots (id, site_id, mode, number, kind, key, key_text, state, state_since, pieces, sheets, planned_deposit_date, created_at)
     select 'lot_' || lpad(n::text, 26, '0'), $1, 'test', 10000 + n, 'ordinary', '{}', 'old', 'closed', now(), 25, 25, '2026-01-05', now()
     from generate_series(1, 2000) n`,
    [siteId],
  );
  await t.database.asOwner(
    `insert into pli.pieces (id, letter_id, copy, account_id, site_id, mode, lot_id, position, state, state_since, sheets, weight_mg, weight_band,
       window_code, created_at)
     select l.id || '.1', l.id, 1, l.account_id, l.site_id, l.mode, 'lot_' || lpad((1 + n % 2000)::text, 26, '0'), 1 + n / 2000, 'accepted', now(), 1, 9000, 20,
       'old/' || n, now() from (select l.*, row_number() over () as n from pli.letters l where l.state = 'no_return_seen') l`,
  );
  await t.database.asOwner(
    `insert into pli.deposits (id, site_id, mode, number, carrier_id, carrier_contract, state, state_since, slot_at, left_at, created_at)
     select 'dep_' || lpad(n::text, 26, '0'), $1, 'test', 10000 + n, (select id from pli.devices where site_id = $1 and kind = 'carrier'), 'specimen-post', 'settled', now(),
       now() - n * interval '1 hour', now() - n * interval '1 hour', now() from generate_series(1, 2000) n`,
    [siteId],
  );
  await t.database.asOwner(
    `insert into pli.trays (id, site_id, mode, number, lot_id, position, kind, product, carrier_contract, state, state_since, pieces, deposit_id, created_at)
     select 'try_' || lpad(n::text, 26, '0'), $1, 'test', 10000 + n, 'lot_' || lpad(n::text, 26, '0'), 1, 'sorted', 'priority', 'specimen-post', 'settled', now(), 25,
       'dep_' || lpad(n::text, 26, '0'), now() from generate_series(1, 2000) n`,
    [siteId],
  );
  await t.database.asOwner(
    `with old as (select o.* from pli.orders o where o.site_id = $1 order by o.id limit 1)
     insert into pli.orders (id, account_id, mode, site_id, contract_id, state, state_since, options, created_at, submitted_at)
     select 'ord_' || lpad(n::text, 26, '0'), old.account_id, old.mode, old.site_id, old.contract_id, 'ended', now(), old.options, now(), now()
     from old, generate_series(1, 3000) n`,
    [siteId],
  );
  for (const table of grown) await t.database.asOwner(`analyze pli.${table}`);
}
