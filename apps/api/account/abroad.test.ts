import { randomUUID } from 'node:crypto';
import type { Letter } from '#contracts/api/letters';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { specimenServices } from '#domain/services';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { claire, letterTo, setUpCustomer, setUpSite, setUpTemplate, townHall } from '../testing/sample-site.ts';

const pierre = {
  kind: 'person',
  name: 'Monsieur Pierre Boulanger',
  streetNumber: '7C',
  street: 'Rue du Vivier',
  box: '5',
  postcode: '1050',
  town: 'Ixelles',
  country: 'BE',
};
const geneva = {
  kind: 'organisation',
  organisation: 'Atelier Rochat SA',
  streetNumber: '12',
  street: 'Chemin de la Forêt',
  postcode: '1204',
  town: 'Genève',
  country: 'CH',
};
const overseas = { ...claire, postcode: '97400', town: 'Saint-Denis' };

let t: ApiUnderTest;
let customer: Client;
let template: string;
beforeAll(async () => {
  t = await runApi();
  const { id } = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, id));
  template = await setUpTemplate(customer);
});
afterAll(() => t.stop());

const order = (recipient: object, change: object = {}) => ({
  letters: [letterTo(template, { recipient })],
  submit: true,
  ...change,
});
const sent = async (body: object) => {
  const { letters } = await customer.post<OrderReceipt>('/v1/orders', body);
  return customer.get<Letter>(`/v1/letters/${letters[0]?.id}`);
};
const refusal = async (body: object, path = '/v1/orders') =>
  (await customer.call<Problem>('POST', path, body, { 'idempotency-key': randomUUID() })).body;

test('a letter to Belgium is accepted, and its lines are shown as they will be printed', async () => {
  expect(await sent(order(pierre))).toMatchObject({
    state: 'accepted',
    country: 'BE',
    postcode: '1050',
    destination: 'international',
    recipientLines: ['Monsieur Pierre Boulanger', 'Rue du Vivier 7C bte 5', '1050 IXELLES', 'BELGIQUE'],
  });
  expect(await sent(order(overseas))).toMatchObject({ country: 'FR', destination: 'overseas' });
  expect(await sent(order(claire))).toMatchObject({ destination: 'metropolitan' });
});

test('economy does not go abroad: the order is refused before anything is printed', async () => {
  const economy = { options: { service: 'economy' } };
  expect(await refusal(order(geneva, economy))).toMatchObject({
    status: 422,
    code: 'order_not_makeable',
    errors: [
      {
        code: 'destination_not_served',
        pointer: '/letters/0/options/service',
        detail: expect.stringContaining('only to metropolitan France and overseas France') as string,
      },
    ],
  });
  expect(await sent(order(overseas, economy))).toMatchObject({ service: 'economy' });
});

test('a country that the carrier leaves out is refused at once and from a stored draft, the others of the zone are not', async () => {
  const versions = specimenServices.map((version) => ({ ...version, exceptCountries: ['KP'] }));
  const { id: siteId } = await setUpSite(t);
  await t.provider.post('/v1/provider/profiles', { siteId, kind: 'services', data: { versions } });
  const theirs = (await setUpCustomer(t, siteId)).customer;
  const version = await setUpTemplate(theirs);
  const letters = ['KP', 'KR'].map((country) =>
    letterTo(version, { recipient: { kind: 'person', name: 'Mme Kim', lines: ['12 Kwangbok Street'], country } }),
  );
  const errors = [{ code: 'destination_not_served', detail: expect.stringContaining('North Korea (KP)') as string }];
  const submit = (path: string, body: object) =>
    theirs.call<Problem>('POST', path, body, { 'idempotency-key': randomUUID() });
  expect((await submit('/v1/orders', { letters, submit: true })).body).toMatchObject({ errors });
  const draft = await theirs.post<OrderReceipt>('/v1/orders', { letters });
  expect((await submit(`/v1/orders/${draft.id}/submit`, {})).body).toMatchObject({ errors });
  const { letters: taken } = await theirs.post<OrderReceipt>('/v1/orders', { letters: letters.slice(1), submit: true });
  expect(await theirs.get<Letter>(`/v1/letters/${taken[0]?.id}`)).toMatchObject({
    country: 'KR',
    postcode: '',
    recipientLines: ['Mme Kim', '12 Kwangbok Street', 'COREE DU SUD'],
  });
});

test('a registered letter goes abroad from a sender in France, but is not sent for one abroad', async () => {
  const registered = { options: { service: 'registered' } };
  expect(await sent(order(geneva, { ...registered, sender: townHall }))).toMatchObject({ service: 'registered' });
  expect(await refusal(order(claire, { ...registered, sender: geneva }))).toMatchObject({
    code: 'order_not_makeable',
    errors: [
      {
        code: 'sender_not_served',
        pointer: '/letters/0/sender',
        detail: expect.stringContaining('takes no sender in other countries') as string,
      },
    ],
  });
});

test('a sender abroad may send priority letters', async () => {
  expect(await sent(order(claire, { sender: geneva }))).toMatchObject({ state: 'accepted', sender: geneva });
});

test('a stored draft is judged by where each of its letters goes', async () => {
  const letters = [claire, overseas, pierre].map((recipient) => letterTo(template, { recipient }));
  const draft = await customer.post<OrderReceipt>('/v1/orders', { letters, options: { service: 'economy' } });
  const { errors } = await refusal({}, `/v1/orders/${draft.id}/submit`);
  expect(errors).toMatchObject([{ code: 'destination_not_served', letterId: draft.letters[2]?.id }]);
  const priority = await customer.post<OrderReceipt>('/v1/orders', { letters });
  expect(await customer.post<OrderReceipt>(`/v1/orders/${priority.id}/submit`, {})).toMatchObject({
    state: 'submitted',
  });
});

test('what is wrong with an address abroad is told on its field, by the rules of that country', async () => {
  const wrong = [
    { ...pierre, streetNumber: '7/5', box: undefined },
    { ...geneva, postcode: 'CH-1204' },
    { ...geneva, postcode: '9490' },
    { ...geneva, country: 'UK' },
  ];
  const letters = wrong.map((recipient) => letterTo(template, { recipient }));
  expect((await refusal({ letters, submit: true })).errors).toMatchObject([
    { code: 'address_character', pointer: '/letters/0/recipient/streetNumber' },
    { code: 'address_postcode', pointer: '/letters/1/recipient/postcode' },
    { code: 'address_postcode', pointer: '/letters/2/recipient/postcode' },
    { code: 'country_not_available', pointer: '/letters/3/recipient/country' },
  ]);
});

test('every code has a page that says how to mend it', async () => {
  for (const code of ['address_box', 'destination_not_served', 'sender_not_served', 'country_not_available'])
    expect((await fetch(`${t.api.url}/problems/${code}`)).status).toBe(200);
});
