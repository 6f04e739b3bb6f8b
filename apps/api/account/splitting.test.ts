import type { DocumentView } from '#contracts/api/documents';
import type { Problem } from '#contracts/api/problem';
import type { SplitAnswer } from '#contracts/api/splitting';
import { longPrint } from '#documents/testing/long-print';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { setUpCustomer, setUpSite } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
let documentId: string;
beforeAll(async () => {
  t = await runApi();
  const site = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, site.id));
  const print = await longPrint([
    { address: ['Madame Claire Fontaine', '12 rue des Lilas', '75011 Paris'], foot: 'Facture 2027-001' },
    { foot: 'suite' },
    { address: ['Monsieur Paul Martin', '3 place Bellecour', '69002 Lyon'], foot: 'Facture 2027-002' },
  ]);
  ({ id: documentId } = await customer.post<DocumentView>('/v1/documents', Buffer.from(print)));
});
afterAll(() => t.stop());

const zone = { x: 15, y: 276, width: 120, height: 12 };

test('one print tells its letters: pages, the text they begin with, the lines of their addresses', async () => {
  const by = { kind: 'text', zone, pattern: 'Facture ####-###' };
  const { status, body } = await customer.call<SplitAnswer>('POST', `/v1/documents/${documentId}/split`, { by });
  expect(status).toBe(200);
  expect(body).toEqual({
    documentId,
    pages: 3,
    before: null,
    parts: [
      {
        pages: '1-2',
        count: 2,
        text: 'Facture 2027-001',
        addressLines: ['Madame Claire Fontaine', '12 rue des Lilas', '75011 Paris'],
      },
      {
        pages: '3',
        count: 1,
        text: 'Facture 2027-002',
        addressLines: ['Monsieur Paul Martin', '3 place Bellecour', '69002 Lyon'],
      },
    ],
  });
});

test('where no letter begins, the caller is told; another account does not see the document', async () => {
  const by = { kind: 'barcode', zone };
  const split = (client: Client) => client.call<Problem>('POST', `/v1/documents/${documentId}/split`, { by });
  expect(await split(customer)).toMatchObject({ status: 422, body: { code: 'split_nothing_found' } });
  const { customer: other } = await setUpCustomer(t, (await setUpSite(t)).id);
  expect((await split(other)).status).toBe(404);
});

test('a zone beyond the page and a way of cutting that does not exist are refused by their place in the body', async () => {
  const refused = await customer.call<Problem>('POST', `/v1/documents/${documentId}/split`, {
    by: { kind: 'text', zone: { ...zone, y: 400 } },
  });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/by/zone/y' }] } });
});

test('what one account asks for at once is bounded: the rest is told to come back', async () => {
  const by = { kind: 'text', zone, pattern: 'Facture ####-###' };
  const asked = Array.from({ length: 30 }, () =>
    customer.call<Problem>('POST', `/v1/documents/${documentId}/split`, { by }),
  );
  const answers = await Promise.all(asked);
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(11);
  for (const { status, body, headers } of refused)
    expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'too_many_requests', '1']);
});
