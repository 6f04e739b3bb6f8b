import type { EventView } from '#contracts/api/events';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';
import { putIntoLot } from '../testing/sample-lot.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let t: ApiUnderTest;
beforeAll(async () => {
  t = await runApi();
});
afterAll(() => t.stop());

test('a site reads its own feed, numbered without gaps, and nothing of other sites', async () => {
  const [site, other] = [await setUpSite(t), await setUpSite(t)];
  const { customer } = await setUpCustomer(t, site.id);
  const letter = letterTo(await setUpTemplate(customer));
  const { letters } = await customer.post<OrderReceipt>('/v1/orders', { letters: [letter, letter], submit: true });
  const ids = letters.map(({ id }) => id);
  const { pieceIds } = await putIntoLot(t.database, site, ids, { lot: 'inserting', pieces: ['trayed', 'diverted'] });

  const operator = await t.makeKey({ role: 'operator', siteId: site.id, name: 'floor' });
  const { events, next } = await operator.get<{ events: EventView[]; next: number }>('/v1/site/events?limit=1000');
  expect(events.map(({ number }) => number)).toEqual(events.map((_, i) => i + 1));
  expect(events.map(({ subjectId }) => subjectId)).toEqual(expect.arrayContaining(pieceIds));
  expect(await operator.get(`/v1/site/events?after=${next}`)).toEqual({ events: [], next });

  const stranger = await t.makeKey({ role: 'operator', siteId: other.id, name: 'floor' });
  expect(JSON.stringify(await stranger.get('/v1/site/events?limit=1000'))).not.toContain(pieceIds[0]);
  expect((await customer.call<Problem>('GET', '/v1/site/events')).status).toBe(403);
});
