import { randomUUID } from 'node:crypto';
import type { DocumentView } from '#contracts/api/documents';
import type { Letter } from '#contracts/api/letters';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { customerPdf, textAt } from '#documents/testing/customer-pages';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { claire, setUpCustomer, setUpSite } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
/** A first page that says nothing in the window, a second one written to Monsieur Girard, a third one to Claire. */
let document: string;
beforeAll(async () => {
  t = await runApi();
  ({ customer } = await setUpCustomer(t, (await setUpSite(t)).id));
  const pages = [
    textAt(['Madame, Monsieur,'], 25, 130),
    textAt(['Monsieur Paul Girard', '3 place Bellecour', '69002 Lyon'], 118, 60),
    textAt(['Madame Claire Fontaine', '12 rue des Lilas', '69001 Lyon'], 118, 60),
  ];
  document = (await customer.post<DocumentView>('/v1/documents', Buffer.from(await customerPdf(...pages)))).id;
});
afterAll(() => t.stop());

const letterOf = (content: object = {}, more: object = {}) => ({
  recipient: claire,
  content: { kind: 'document', documentId: document, ...content },
  ...more,
});
const order = (body: object) =>
  customer.call<OrderReceipt & Problem>('POST', '/v1/orders', body, { 'idempotency-key': randomUUID() });
const sent = (...letters: object[]) => order({ letters, submit: true });

test('a letter says which pages it is, whose address page it has, and which warnings were accepted', async () => {
  const attachments = [document, { documentId: document, pages: '1,3' }];
  const { body } = await sent(
    letterOf({ pages: '2-3', addressPage: 'add' }, { attachments, accept: ['other_address_in_window'] }),
  );
  expect(await customer.get<Letter>(`/v1/letters/${body.letters[0]?.id}`)).toMatchObject({
    content: {
      kind: 'document',
      documentId: document,
      pages: '2-3',
      addressPage: 'add',
      attachments: [
        { documentId: document, pages: null },
        { documentId: document, pages: '1,3' },
      ],
    },
    accepted: ['other_address_in_window'],
    warnings: null,
  });
});

test('pages that the document does not have are refused at once, each in its place', async () => {
  const { body } = await sent(
    letterOf({ pages: '3-4' }),
    letterOf({}, { attachments: [{ documentId: document, pages: '2,2' }] }),
  );
  expect(body).toMatchObject({
    code: 'letters_invalid',
    errors: [
      { code: 'page_range_invalid', pointer: '/letters/0/content/pages', detail: expect.stringContaining('3 pages') },
      { code: 'page_range_invalid', pointer: '/letters/1/attachments/0' },
    ],
  });
  expect((await sent(letterOf({ pages: '2-' }))).body).toMatchObject({ code: 'request_invalid' });
});

test("somebody else's address in the window must be accepted, for the letter or for the order", async () => {
  const refused = await sent(letterOf(), letterOf({ pages: '2' }), letterOf({ pages: '3' }));
  expect(refused.body).toMatchObject({
    code: 'order_not_makeable',
    errors: [{ code: 'warning_not_accepted', pointer: '/letters/1/content', page: 2, area: { x: 118 } }],
  });
  expect(refused.body.errors).toHaveLength(1);
  const accept = ['other_address_in_window'];
  expect((await sent(letterOf({ pages: '2' }, { accept }))).status).toBe(201);
  expect((await order({ letters: [letterOf({ pages: '2' })], accept, submit: true })).status).toBe(201);
});

test('of a stored draft the letters are named, and the submission may accept', async () => {
  const { body: draft } = await order({ letters: [letterOf({ pages: '3' }), letterOf({ pages: '2' })] });
  const submit = (body: object) =>
    customer.call<Problem>('POST', `/v1/orders/${draft.id}/submit`, body, { 'idempotency-key': randomUUID() });
  expect((await submit({})).body).toMatchObject({
    code: 'order_not_makeable',
    errors: [{ code: 'warning_not_accepted', pointer: '/content', letterId: draft.letters[1]?.id, page: 2 }],
  });
  expect((await submit({ accept: ['other_address_in_window'] })).status).toBe(200);
});

test('a letterhead must be a document of the account', async () => {
  const unknown = `doc_${'0'.repeat(26)}`;
  const refused = await order({
    options: { backgroundPage: unknown },
    letters: [letterOf({ pages: '3' }, { options: { backgroundPage: unknown } })],
  });
  expect(refused.body).toMatchObject({
    code: 'letters_invalid',
    errors: [
      { code: 'document_unknown', pointer: '/options/backgroundPage' },
      { code: 'document_unknown', pointer: '/letters/0/options/backgroundPage' },
    ],
  });
  const { body: draft } = await order({ options: { backgroundPage: document }, letters: [letterOf({ pages: '3' })] });
  const changed = await customer.call<Problem>('PATCH', `/v1/orders/${draft.id}`, {
    options: { backgroundPage: unknown },
  });
  expect(changed.body).toMatchObject({ code: 'request_invalid', errors: [{ pointer: '/options/backgroundPage' }] });
  const submitted = await customer.call(
    'POST',
    `/v1/orders/${draft.id}/submit`,
    {},
    { 'idempotency-key': randomUUID() },
  );
  expect(submitted.status).toBe(200);
});
