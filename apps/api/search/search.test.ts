import { readSearchText } from '#domain/search-text';
import { accountScope, inScope, siteScope, type Sql } from '#database/scope';
import type { Found, SiteFound } from '#contracts/api/search';
import { formatMark } from '#domain/marks';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { putIntoLot, type SampleLot } from '../testing/sample-lot.ts';
import { claire, letterTo, setUpFloor, townHall } from '../testing/sample-site.ts';
import { findAtSite } from './find-at-site.ts';
import { findLetters } from './find-letters.ts';
import { findOrders } from './find-orders.ts';

let t: ApiUnderTest;
let floor: Awaited<ReturnType<typeof setUpFloor>>;
let orderId: string;
let toClaire: string;
let toTown: string;
let lot: SampleLot;
/** Where a letter lies in its lot: in the order of ids, which within a millisecond is no order at all. */
const pieceOf = (letterId: string) => lot.pieceIds.indexOf(`${letterId}.1`) + 1;
const registered = 'RK123456785FR';

beforeAll(async () => {
  t = await runApi();
  floor = await setUpFloor(t);
  const to = (recipient: object, clientReference: string) => letterTo(floor.template, { recipient, clientReference });
  const order = await floor.customer.post<{ id: string; letters: { id: string }[] }>('/v1/orders', {
    options: { clientReference: 'Relance de mars' },
    letters: [
      to({ ...claire, name: 'Madame Hélène Œuvrard' }, 'F-2027/118'),
      to(townHall, 'F-2027/119'),
      to({ ...claire, name: 'Madame Anne Martin' }, 'F-2027/120'),
    ],
    submit: true,
  });
  orderId = order.id;
  [toClaire = '', toTown = ''] = order.letters.map(({ id }) => id);
  lot = await putIntoLot(t.database, floor.site, [toClaire, toTown], {
    lot: 'printed',
    pieces: ['printed', 'printed'],
  });
  await t.database.asOwner(`update pli.letters set registered_number = $1 where id = $2`, [registered, toTown]);
});
afterAll(() => t.stop());

const find = (text: string, who: Client = floor.customer) => who.post<Found>('/v1/search', { text });
const atSite = (text: string) => floor.operator.post<SiteFound>('/v1/site/search', { text });
const idsOf = ({ letters }: Found) => letters.map(({ id }) => id);

test('any number of a letter opens it: id, id of a copy, registered number as printed, its own reference, the code in its window, a sheet', async () => {
  const window = formatMark({
    kind: 'window',
    site: floor.site.code,
    lot: lot.lotNumber,
    piece: pieceOf(toClaire),
    copy: 1,
  });
  const sheet = formatMark({
    kind: 'sheet',
    site: floor.site.code,
    lot: lot.lotNumber,
    piece: pieceOf(toClaire),
    sheet: 1,
    of: 1,
  });
  for (const text of [toClaire, `${toClaire}.1`, ' F-2027/118 ', window, window.toLowerCase(), sheet])
    expect([text, (await find(text)).open]).toEqual([text, { kind: 'letter', id: toClaire }]);
  expect((await find('rk 12 345 678 5 fr')).open).toEqual({ kind: 'letter', id: toTown });
  for (const text of [orderId, 'Relance de mars'])
    expect((await find(text)).open).toEqual({ kind: 'order', id: orderId });
});

test('a name is found by its words in any order, without accents, the last one cut short, and opens nothing by itself', async () => {
  for (const text of ['oeuvrard helene', 'HÉLÈNE ŒUV', 'madame oeu', 'oeuvr']) {
    const found = await find(text);
    expect([text, idsOf(found), found.open]).toEqual([text, [toClaire], null]);
  }
  expect(idsOf(await find('mairie lyon'))).toEqual([toTown]);
  expect(idsOf(await find('madame'))).toHaveLength(2);
  expect(idsOf(await find('madame lyon'))).toEqual([]);
});

test('another account finds nothing of it', async () => {
  const other = await setUpFloor(t);
  const window = formatMark({ kind: 'window', site: floor.site.code, lot: lot.lotNumber, piece: 1, copy: 1 });
  for (const text of [toClaire, orderId, 'F-2027/118', registered, window, 'madame'])
    expect([text, await find(text, other.customer)]).toEqual([
      text,
      { open: null, orders: [], letters: [], more: false },
    ]);
  const { things } = await other.operator.post<SiteFound>('/v1/site/search', { text: window });
  expect(things).toEqual([]);
});

test('the floor finds what it has in hand, and no names', async () => {
  const tray = formatMark({ kind: 'tray', site: floor.site.code, tray: lot.trayNumber });
  const ticket = formatMark({ kind: 'lot_ticket', site: floor.site.code, lot: lot.lotNumber });
  const window = formatMark({
    kind: 'window',
    site: floor.site.code,
    lot: lot.lotNumber,
    piece: pieceOf(toTown),
    copy: 1,
  });
  expect((await atSite(tray)).open).toMatchObject({ kind: 'tray', id: lot.trayId, by: 'code' });
  expect((await atSite(ticket)).open).toMatchObject({ kind: 'lot', id: lot.lotId });
  expect((await atSite(window)).open).toMatchObject({ kind: 'letter', id: toTown, copy: 1 });
  expect((await atSite(registered)).open).toMatchObject({ kind: 'letter', id: toTown });
  const plain = (await atSite(String(lot.lotNumber))).things.map(({ kind }) => kind);
  expect(plain).toContain('lot');
  expect((await atSite('madame')).things).toEqual([]);
});

test('no question of a search reads a table from end to end, whatever is asked', async () => {
  const scans: string[] = [];
  const watched = (sql: Sql): Sql =>
    (async (text: string, values?: unknown[]) => {
      const [row] = await sql<{ 'QUERY PLAN': unknown }>(`explain (format json) ${text}`, values);
      const plan = JSON.stringify(row?.['QUERY PLAN']);
      // The print rooms of a contract are a handful.
      for (const [, table] of plan.matchAll(/"Node Type":"Seq Scan"[^}]*?"Relation Name":"(\w+)"/g))
        if (table !== 'sites' && table !== 'contracts') scans.push(`${table}: ${text}`);
      return sql(text, values);
    }) as Sql;
  const window = formatMark({ kind: 'window', site: floor.site.code, lot: lot.lotNumber, piece: 1, copy: 1 });
  const deposit = formatMark({ kind: 'deposit', site: floor.site.code, deposit: 1 });
  const texts = [toClaire, orderId, lot.lotId, lot.trayId, window, deposit, registered, '17', 'madame oeuvr', 'helene'];
  // Tables of a test are small: only where no index could serve does the planner still read all.
  await inScope(t.database.api, accountScope(floor.accountId, 'test'), async (sql) => {
    await sql('set local enable_seqscan = off');
    for (const text of texts) {
      await findOrders(watched(sql), readSearchText(text), 20);
      await findLetters(watched(sql), readSearchText(text), 20);
    }
  });
  await inScope(t.database.api, siteScope(floor.site.id), async (sql) => {
    await sql('set local enable_seqscan = off');
    for (const text of texts) await findAtSite(watched(sql), readSearchText(text), 20);
  });
  expect(scans).toEqual([]);
});

test('a name is forgotten with the content of its letter; its numbers still find it', async () => {
  await t.database.asOwner(
    `update pli.letters set recipient = null, sender = null, data = null, client_reference = null, content_key = null, erased_at = now() where id = $1`,
    [toClaire],
  );
  expect(idsOf(await find('oeuvrard'))).toEqual([]);
  const words = await t.database.asOwner(`select word from pli.letter_names where letter_id = $1`, [toClaire]);
  expect(words).toEqual([]);
  expect((await find(toClaire)).open).toEqual({ kind: 'letter', id: toClaire });
});
