import { randomUUID } from 'node:crypto';
import type { LetterHistoryRow, OrderHistoryRow } from '#contracts/api/history';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import type { Statistics } from '#contracts/api/statistics';
import { check } from '#database/checker/check';
import { siteScope } from '#database/scope';
import { write } from '#database/testing/fixtures';
import { sumUpLetters } from '../../worker/statistics/sum-up-letters.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { putIntoLot } from '../testing/sample-lot.ts';
import { claire, letterTo, setUpCustomer, setUpSite, setUpTemplate, townHall } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let site: { id: string; code: string };
let customer: Client;
let now = new Date('2027-01-31T22:30:00Z'); // still January in Paris
const period = 'from=2027-01-01&to=2027-12-31';

beforeAll(async () => {
  t = await runApi({ clock: () => now });
  site = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, site.id));
  const template = await setUpTemplate(customer);
  const letters = Array.from({ length: 3 }, (_, i) => letterTo(template, { clientReference: `=F-${i}` }));
  const order = (options: object, of: object[] = letters) =>
    customer.post<OrderReceipt>('/v1/orders', { options, letters: of, submit: true });
  const sent = await order({ costCentre: 'DRH' });
  now = new Date('2027-01-31T23:30:00Z'); // February in Paris
  await order({ costCentre: 'Achats', service: 'economy' }, [letterTo(template)]);
  await order({ service: 'registered' }, [letterTo(template, { recipient: claire, sender: townHall })]);
  await customer.post('/v1/orders', { letters }); // a draft is not counted
  const ids = sent.letters.map(({ id }) => id);
  await putIntoLot(t.database, site, ids, { lot: 'inserting', pieces: ['trayed', 'trayed', 'trayed'] });
  await write(t.database.worker, siteScope(site.id), (tx) =>
    tx.change(
      'letter',
      'letter.handed_over',
      ids.slice(0, 2).map((id) => ({ id, set: { state: 'handed_over', handed_over_at: tx.at, postage_cents: 139 } })),
    ),
  );
});
afterAll(() => t.stop());

const statistics = (choice = '') => customer.get<Statistics>(`/v1/statistics?${period}${choice}`);
const listed = (choice = '', size = 2) => pages<LetterHistoryRow>(`/v1/history/letters?${choice}&limit=${size}`);
async function pages<Row>(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: { rows: Row[]; next: string | null } = await customer.get(`${path}${next && `&before=${next}`}`);
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

test('letters are counted by the month of the print room’s clock, and postage and weight of those that were sent', async () => {
  const told = await statistics();
  expect(told.total).toEqual({ letters: 5, sent: 2, weightMg: 2 * 9990, postageCents: 278 });
  expect(told.byMonth).toHaveLength(12);
  expect(told.byMonth.slice(0, 3)).toMatchObject([
    { month: '2027-01', letters: 3, sent: 2, postageCents: 278 },
    { month: '2027-02', letters: 2, sent: 0 },
    { month: '2027-03', letters: 0 },
  ]);
  expect(told.byService).toMatchObject([
    { service: 'priority', letters: 3 },
    { service: expect.any(String) as string, letters: 1 },
    { service: expect.any(String) as string, letters: 1 },
  ]);
  expect(told.byCostCentre.map(({ costCentre, letters }) => [costCentre, letters])).toEqual(
    expect.arrayContaining([
      ['DRH', 3],
      ['Achats', 1],
      [null, 1],
    ]),
  );
});

test('every number is the length of its list', async () => {
  const told = await statistics();
  const choices: [string, number][] = [
    ['', told.total.letters],
    ['&sent=true', told.total.sent],
    ...told.byMonth.slice(0, 3).map(({ month, letters }, i): [string, number] => {
      return [`&from=${month}-01&to=${month}-${[31, 28, 31][i]}`, letters];
    }),
    ...told.byService.map(({ service, letters }): [string, number] => [`&service=${service}`, letters]),
    ...told.byState.map(({ state, letters }): [string, number] => [`&state=${state}`, letters]),
    ...told.byContent.map(({ content, letters }): [string, number] => [`&content=${content}`, letters]),
    ...told.byEnvelope.map(({ envelope, letters }): [string, number] => [`&envelope=${envelope ?? 'none'}`, letters]),
    ...told.byCostCentre.map(({ key, letters }): [string, number] => [`&costCentre=${key}`, letters]),
  ];
  for (const [choice, letters] of choices) {
    const list = `${choice.includes('from=') ? '' : period}${choice}`;
    expect([choice, (await listed(list)).length]).toEqual([choice, letters]);
    const { total } = await customer.get<{ total: number }>(`/v1/history/letters?${list}`);
    expect([choice, total]).toEqual([choice, letters]);
  }
});

test('counts are the same before and after they are summed up, and a change is seen at once', async () => {
  const before = await statistics();
  expect(await sumUpLetters(t.database.worker, site.id)).toBeGreaterThan(0);
  expect(await sumUpLetters(t.database.worker, site.id)).toBe(0);
  expect(await statistics()).toEqual(before);
  const [letter] = await listed('sent=true');
  await write(t.database.worker, siteScope(site.id), (tx) =>
    tx.change('letter', 'letter.accepted_by_carrier', [
      { id: letter?.id ?? '', set: { state: 'accepted_by_carrier' } },
    ]),
  );
  const after = await statistics();
  expect(after.total).toEqual(before.total);
  expect(after.byState.find(({ state }) => state === 'accepted_by_carrier')).toMatchObject({ letters: 1 });
  const report = await check({ database: t.database.checker }, () => now);
  expect(report.findings.filter(({ part }) => part === 'statistics')).toEqual([]);
  await t.database.asOwner(`update pli.statistics set letters = letters + 1 where state = 'accepted'`);
  const wrong = await check({ database: t.database.checker }, () => now);
  expect(wrong.findings.filter(({ part }) => part === 'statistics')).toHaveLength(1);
  await t.database.asOwner(`update pli.statistics set letters = letters - 1 where state = 'accepted'`);
});

test('history goes back page by page, each letter once, and orders tell how far they are', async () => {
  const all = await listed(period, 1);
  expect(new Set(all.map(({ id }) => id)).size).toBe(5);
  expect(await listed(period, 200)).toEqual(all);
  expect(all.slice(2).map(({ position }) => position)).toEqual([1, 2, 3]);
  const orders = await pages<OrderHistoryRow>(`/v1/history/orders?${period}&limit=2`);
  expect(orders.map(({ letterCount, costCentre }) => [letterCount, costCentre]).at(-1)).toEqual([3, 'DRH']);
  expect(orders).toHaveLength(3);
  const { costCentres, firstDay } = await customer.get<{
    costCentres: { key: string; costCentre: string }[];
    firstDay: string;
  }>('/v1/history/choices');
  expect(firstDay).toBe('2027-01-31');
  expect(costCentres.map(({ costCentre }) => costCentre)).toEqual(['Achats', 'DRH']);
  expect(await pages(`/v1/history/orders?costCentre=${costCentres[1]?.key}`)).toHaveLength(1);
  const unknown = await customer.call<Problem>('GET', '/v1/history/letters?costCentre=cck_0000000000000000');
  expect(unknown.body.code).toBe('cost_centre_key_unknown');
});

test('a spreadsheet takes no cell of ours for a formula, and all letters are in it', async () => {
  const { body, headers } = await customer.call<Buffer>('GET', `/v1/history/letters.csv?${period}`);
  expect(headers.get('content-disposition')).toContain('letters.csv');
  const lines = body.toString().trimEnd().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toContain('Centre de coûts');
  expect(lines.filter((line) => line.includes(`;'=F-`))).toHaveLength(3);
  expect(lines.at(-2)).toContain(';1,39;');
  const orders = await customer.call<Buffer>('GET', '/v1/history/orders.csv?language=en');
  expect(orders.body.toString().trimEnd().split('\r\n')).toHaveLength(4);
  const counts = await customer.call<Buffer>('GET', `/v1/statistics.csv?${period}&language=en`);
  expect(counts.body.toString()).toContain('2027-01,priority,handed_over,template,,DRH,1,1,9.99,1.39');
});

test('cost centres: free text as long as no list is asked for, then one of the list', async () => {
  const order = (costCentre?: string) =>
    customer.call<Problem>(
      'POST',
      '/v1/orders',
      { options: costCentre === undefined ? {} : { costCentre }, letters: [letterTo(template)], submit: true },
      { 'idempotency-key': randomUUID() },
    );
  const template = await setUpTemplate(customer);
  const put = (costCentres: string) => customer.call<Problem>('PUT', '/v1/account/settings', { costCentres });
  expect((await put('required')).body.code).toBe('cost_centre_needed');
  const { id } = await customer.post<{ id: string }>('/v1/cost-centres', { code: 'DRH', label: 'Ressources humaines' });
  const twice = await customer.call<Problem>('POST', '/v1/cost-centres', { code: 'DRH', label: 'Autre' });
  expect(twice.body.code).toBe('cost_centre_exists');
  expect((await order('autre')).status).toBe(201);
  expect((await put('listed')).status).toBe(200);
  expect((await order()).status).toBe(201);
  expect((await order('autre')).body.errors).toMatchObject([
    { code: 'cost_centre_unknown', pointer: '/options/costCentre' },
  ]);
  expect((await put('required')).status).toBe(200);
  expect((await order()).body.errors).toMatchObject([{ code: 'cost_centre_missing' }]);
  expect((await order('DRH')).status).toBe(201);
  const retired = await customer.call<Problem>('PATCH', `/v1/cost-centres/${id}`, { state: 'retired' });
  expect(retired.body.code).toBe('cost_centre_needed');
  expect(await customer.get('/v1/account/settings')).toEqual({ costCentres: 'required' });
  const draft = await customer.post<OrderReceipt>('/v1/orders', { letters: [letterTo(template)] });
  const submitted = await customer.call<Problem>(
    'POST',
    `/v1/orders/${draft.id}/submit`,
    {},
    { 'idempotency-key': randomUUID() },
  );
  expect(submitted.body.errors).toMatchObject([{ code: 'cost_centre_missing' }]);
  expect((await statistics()).byCostCentre.find(({ costCentre }) => costCentre === 'DRH')).toMatchObject({
    label: 'Ressources humaines',
  });
});
