import { randomUUID } from 'node:crypto';
import type { Problem } from '#contracts/api/problem';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
let live: Client;
beforeAll(async () => {
  t = await runApi();
  const mine = await setUpCustomer(t, (await setUpSite(t)).id);
  customer = mine.customer;
  live = await t.makeKey({ role: 'customer', accountId: mine.accountId, mode: 'live', name: 'live' });
});
afterAll(() => t.stop());

test('the scheme is Bearer, in upper or lower case', async () => {
  const get = (authorization: string) =>
    t.client(undefined).call<Problem>('GET', '/v1/letters', undefined, { authorization });
  expect((await get(`bearer ${customer.key}`)).status).toBe(200);
  expect((await get(`BEARER  ${customer.key}`)).status).toBe(200);
  expect((await get(`Bearer ${customer.key.toUpperCase()}`)).body.code).toBe('key_unknown');
  for (const header of [`Basic ${customer.key}`, customer.key])
    expect((await get(header)).body).toMatchObject({
      status: 401,
      code: 'key_missing',
      detail: expect.stringContaining('Bearer is expected') as string,
    });
});

test('keys of one account in two modes are two customers', async () => {
  const order = { letters: [letterTo('tpv_00000000000000000000000000')], submit: true };
  const { body } = await live.call<Problem>('POST', '/v1/orders', order, { 'idempotency-key': randomUUID() });
  expect(body).toMatchObject({ code: 'letters_invalid', errors: [{ code: 'template_version_unknown' }] });
});
