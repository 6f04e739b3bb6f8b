import type { AddressCheckView } from '#contracts/api/addresses';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { claire, letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
beforeAll(async () => {
  t = await runApi();
  ({ customer } = await setUpCustomer(t, (await setUpSite(t)).id));
});
afterAll(() => t.stop());

const check = async (body: object) => (await customer.call<AddressCheckView>('POST', '/v1/addresses/check', body)).body;

test('one line of a person becomes an address that a letter takes as it is', async () => {
  const { address, lines, faults } = await check({
    lines: ['Herr Max Müller, Hauptstraße 12a, 10117 Berlin, Allemagne'],
  });
  expect(lines).toEqual(['Herr Max Müller', 'Hauptstraße 12a', '10117 BERLIN', 'ALLEMAGNE']);
  expect(faults).toEqual([]);
  const letters = [letterTo(await setUpTemplate(customer), { recipient: address })];
  expect(await customer.post<OrderReceipt>('/v1/orders', { letters, submit: true })).toMatchObject({
    state: 'submitted',
  });
});

test('what is wrong and what could be mended is told field by field, and the address comes back as it was', async () => {
  const given = { ...claire, postcode: '1000', town: 'Bourg-en-Bresse' };
  expect(await check({ address: given })).toEqual({
    address: { ...given, country: 'FR' },
    lines: ['Madame Claire Fontaine', '12 RUE DES LILAS', '1000 BOURG EN BRESSE'],
    unsure: [],
    suggestions: [
      { code: 'postcode_shape', field: 'postcode', value: '01000', why: expect.stringContaining('zero') as string },
    ],
    faults: [
      {
        code: 'address_postcode',
        field: 'postcode',
        line: null,
        detail: expect.stringContaining('exactly five digits') as string,
      },
    ],
  });
});

test('a country without rules of its own takes lines, and says so when it has none', async () => {
  const { lines } = await check({ lines: ['Ms Jane Doe', '123 Main St', 'Springfield IL 62701'], country: 'US' });
  expect(lines).toEqual(['Ms Jane Doe', '123 Main St', 'Springfield IL 62701', 'ETATS UNIS']);
  const { faults } = await check({ address: { ...claire, country: 'US' } });
  expect(faults.map(({ code, field }) => [code, field])).toContainEqual(['address_lines', 'lines']);
});

test('a body that is neither an address nor lines is refused, and nothing of an address is logged', async () => {
  const { status, body } = await customer.call<Problem>('POST', '/v1/addresses/check', { lines: [] });
  expect([status, body.code]).toEqual([422, 'request_invalid']);
  expect(t.logged.join('\n')).not.toMatch(/Fontaine|Lilas|Müller|Hauptstra/);
});
