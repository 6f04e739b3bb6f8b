import { check } from '#database/checker/check';
import { findingKinds } from '#database/checker/report';
import { runApi, type ApiUnderTest } from '../../apps/api/testing/running-api.ts';
import { setUpCarrier, setUpCustomer, setUpSite, setUpTemplate } from '../../apps/api/testing/sample-site.ts';
import { seedLetters } from './seed-letters.ts';

let t: ApiUnderTest;
beforeAll(async () => (t = await runApi()));
afterAll(() => t.stop());

test('seeded letters are as the house makes them: every row is the fold of its events, every chain and balance holds', async () => {
  const { id: siteId } = await setUpSite(t);
  const { customer } = await setUpCustomer(t, siteId);
  const versionId = await setUpTemplate(customer);
  await setUpCarrier(t, siteId);
  for (const kind of ['printer', 'inserter'])
    await t.provider.post('/v1/provider/devices', {
      kind,
      siteId,
      name: kind,
      address: 'ipp://127.0.0.1:9',
      simulated: true,
    });
  const range = { siteId, kind: 's10', prefix: 'RX', country: 'ZZ', first: 1, last: 9999 };
  await t.provider.post('/v1/provider/number-ranges', range);
  await t.provider.post('/v1/provider/postage-counters', {
    siteId,
    carrierContract: 'specimen-post',
    franking: 'printed',
  });

  await seedLetters(t.database.urls.admin, { letters: 3000, days: 90, contentDays: 30, openShare: 0.4 });
  const report = await check({ database: t.database.checker }, () => new Date());
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ letters: 3000, ...Object.fromEntries(findingKinds.map((kind) => [kind, 0])) });

  const states = await t.database.asOwner<{ state: string }>(`select distinct state from pli.letters order by 1`);
  for (const state of ['accepted_by_carrier', 'delivered', 'in_production', 'no_return_seen', 'pooled', 'returned'])
    expect(states.map((row) => row.state)).toContain(state);
  const lots = await t.database.asOwner<{ state: string }>(`select distinct state from pli.lots order by 1`);
  for (const state of ['closed', 'inserting', 'printing', 'reconciling'])
    expect(lots.map((row) => row.state)).toContain(state);
  // What the API makes after it goes on behind what was seeded: numbers, marks and chains.
  const order = await customer.post<{ id: string }>('/v1/orders', {
    letters: [
      {
        recipient: {
          kind: 'person',
          name: 'Claire Fontaine',
          street: 'rue des Lilas',
          postcode: '69001',
          town: 'Lyon',
        },
        content: { kind: 'template', templateVersionId: versionId, data: { total: 1250 } },
      },
    ],
    submit: true,
  });
  expect(order.id).toMatch(/^ord_/);
  expect((await check({ database: t.database.checker }, () => new Date())).findings).toEqual([]);
});
