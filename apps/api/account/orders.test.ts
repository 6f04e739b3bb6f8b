import { randomUUID } from 'node:crypto';
import { check } from '#database/checker/check';
import type { EventView } from '#contracts/api/events';
import type { Letter, LetterRow } from '#contracts/api/letters';
import type { Order, OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { claire, letterTo, setUpCustomer, setUpSite, setUpTemplate, townHall } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
let accountId: string;
let siteId: string;
let template: string;
beforeAll(async () => {
  t = await runApi();
  siteId = (await setUpSite(t)).id;
  ({ customer, accountId } = await setUpCustomer(t, siteId));
  template = await setUpTemplate(customer);
});
afterAll(() => t.stop());

const order = (change: object = {}) => ({ letters: [letterTo(template)], submit: true, ...change });
const refusal = async (body: unknown, path = '/v1/orders') =>
  (await customer.call<Problem>('POST', path, body, { 'idempotency-key': randomUUID() })).body;
const feed = () => customer.get<{ events: EventView[] }>('/v1/events?limit=1000');

test('one call sends a letter: order and letter are firm, told by the ledger, and on their way', async () => {
  const receipt = await customer.post<OrderReceipt>('/v1/orders', order());
  expect(receipt).toMatchObject({ state: 'submitted', siteId, letterCount: 1 });
  const letterId = receipt.letters[0]?.id ?? '';
  const letter = await customer.get<Letter>(`/v1/letters/${letterId}`);
  expect(letter).toMatchObject({
    state: 'accepted',
    recipientLines: ['Madame Claire Fontaine', '12 RUE DES LILAS', '69001 LYON'],
    service: 'priority',
  });
  expect(letter.waiting).toMatchObject({
    for: 'composition',
    since: receipt.submittedAt,
    until: receipt.deadlineAt,
    who: ['pli'],
    then: 'operator_called',
  });
  expect(letter.timeline.map(({ event }) => event)).toEqual(['order.submitted', 'letter.accepted']);
  expect(
    await t.database.asOwner('select kind, site_id, account_id, letters from pli.outbox where order_id = $1', [
      receipt.id,
    ]),
  ).toEqual([{ kind: 'order', site_id: siteId, account_id: accountId, letters: 1 }]);
  const whole = await customer.get<Order>(`/v1/orders/${receipt.id}`);
  expect(whole).toMatchObject({ lettersByState: { accepted: 1 }, waiting: { for: 'intake' } });
});

test('100 equal requests at once make one order', async () => {
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      customer.call<OrderReceipt & Problem>('POST', '/v1/orders', order(), { 'idempotency-key': key }),
    ),
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(new Set(made.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(made.filter(({ headers }) => headers.get('idempotent-replayed') !== 'true')).toHaveLength(1);
  for (const { status, body } of answers.filter((answer) => answer.status !== 201))
    expect([status, body.code]).toEqual([409, 'idempotency_key_running']);
  const id = made[0]?.body.id;
  expect(await t.database.asOwner(`select count(*)::int as n from pli.events where subject_id = $1`, [id])).toEqual([
    { n: 1 },
  ]);
  const again = await customer.call<OrderReceipt>('POST', '/v1/orders', order(), { 'idempotency-key': key });
  expect(again.body).toEqual(made[0]?.body);
});

test('an idempotency key names one request, in one account and mode', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const first = await customer.call<OrderReceipt>('POST', '/v1/orders', order(), key);
  expect(first.status).toBe(201);
  expect(
    (await customer.call<Problem>('POST', '/v1/orders', order({ options: { colour: 'colour' } }), key)).body,
  ).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  expect((await customer.call<Problem>('POST', '/v1/orders', order())).body).toMatchObject({
    status: 400,
    code: 'idempotency_key_missing',
  });
  const other = await setUpCustomer(t, siteId);
  const version = await setUpTemplate(other.customer);
  expect(
    (await other.customer.call<OrderReceipt>('POST', '/v1/orders', { letters: [letterTo(version)], submit: true }, key))
      .body.id,
  ).not.toBe(first.body.id);
});

test('a request that was refused leaves its key free', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const wrong = await customer.call<Problem>(
    'POST',
    '/v1/orders',
    order({ letters: [letterTo(template, { content: { kind: 'template', templateVersionId: template, data: {} } })] }),
    key,
  );
  expect(wrong.body).toMatchObject({
    code: 'letters_invalid',
    errors: [{ code: 'template_data_invalid', pointer: '/letters/0/content/data' }],
  });
  expect((await customer.call('POST', '/v1/orders', order(), key)).status).toBe(201);
});

test('an address that cannot be printed is refused with its line, its field and what to do', async () => {
  const name = 'Monsieur Jean-Christophe de La Rochefou';
  const letters = [letterTo(template), letterTo(template, { recipient: { ...claire, name } })];
  expect(await refusal(order({ letters }))).toMatchObject({
    status: 422,
    code: 'request_invalid',
    errors: [
      {
        code: 'address_line_too_long',
        pointer: '/letters/1/recipient/name',
        detail: expect.stringContaining('39 characters, 1 too many') as string,
      },
    ],
  });
});

test.each([
  [
    'an option not executed yet',
    { options: { channel: 'electronic' } },
    'option_not_available',
    '/letters/0/options/channel',
  ],
  [
    'a send date in the past',
    { options: { sendDate: '2020-01-06' } },
    'send_date_invalid',
    '/letters/0/options/sendDate',
  ],
  [
    'a registered letter without its sender',
    { options: { service: 'registered' } },
    'sender_missing',
    '/letters/0/sender',
  ],
])('%s is refused by name', async (_what, change, code, pointer) => {
  expect(await refusal(order(change))).toMatchObject({ code: 'order_not_makeable', errors: [{ code, pointer }] });
});

test('a registered letter goes with a sender, its own or the one of the call', async () => {
  expect(
    await customer.post<OrderReceipt>('/v1/orders', order({ options: { service: 'registered' }, sender: townHall })),
  ).toMatchObject({ state: 'submitted' });
});

test('what belongs to nobody here is refused in its place', async () => {
  const unknown = 'doc_00000000000000000000000000';
  expect(
    await refusal(order({ letters: [letterTo(template, { content: { kind: 'document', documentId: unknown } })] })),
  ).toMatchObject({
    errors: [{ code: 'document_unknown', pointer: '/letters/0/content/documentId' }],
  });
  expect(await refusal(order({ letters: [letterTo(template, { attachments: [unknown] })] }))).toMatchObject({
    errors: [{ pointer: '/letters/0/attachments/0' }],
  });
});

test('a draft is changed until it is submitted, and outside the ledger until then', async () => {
  const draft = await customer.post<OrderReceipt>('/v1/orders', {
    options: { clientReference: 'F-2027' },
    letters: [letterTo(template)],
  });
  expect(draft).toMatchObject({ state: 'draft', siteId: null });
  const changed = await customer.call<Order>('PATCH', `/v1/orders/${draft.id}`, {
    options: { sides: 'simplex', costCentre: 'DRH' },
  });
  expect(changed.body).toMatchObject({
    options: { sides: 'simplex', service: 'priority' },
    clientReference: 'F-2027',
    costCentre: 'DRH',
    waiting: { for: 'submission', until: null, then: 'erased' },
  });
  const contradiction = await customer.call<Problem>('PATCH', `/v1/orders/${draft.id}`, {
    options: { acknowledgement: 'paper' },
  });
  expect(contradiction.body).toMatchObject({
    errors: [{ code: 'option_conflict', pointer: '/options/acknowledgement' }],
  });
  const added = await customer.post<{ letterCount: number; letters: { id: string; position: number }[] }>(
    `/v1/orders/${draft.id}/letters`,
    {
      letters: [letterTo(template, { options: { colour: 'colour' } }), letterTo(template)],
    },
  );
  expect(added).toMatchObject({ letterCount: 3, letters: [{ position: 2 }, { position: 3 }] });
  expect((await customer.call('DELETE', `/v1/orders/${draft.id}/letters/${added.letters[1]?.id}`)).status).toBe(204);
  expect(await t.database.asOwner('select 1 from pli.events where subject_id = $1', [draft.id])).toEqual([]);

  const firm = await customer.post<OrderReceipt>(`/v1/orders/${draft.id}/submit`);
  expect(firm).toMatchObject({ state: 'submitted', letterCount: 2 });
  const { rows } = await customer.get<{ rows: LetterRow[] }>(`/v1/letters?orderId=${draft.id}`);
  expect(rows.map((row) => row.state)).toEqual(['accepted', 'accepted']);
  const coloured = await customer.get<Letter>(`/v1/letters/${added.letters[0]?.id}`);
  expect(coloured.options).toMatchObject({ colour: 'colour', sides: 'simplex' });
  expect((await customer.call<Problem>('PATCH', `/v1/orders/${draft.id}`, { options: {} })).body.code).toBe(
    'order_not_draft',
  );
  expect((await customer.call<Problem>('DELETE', `/v1/orders/${draft.id}`)).body.code).toBe('order_not_draft');
});

test('a deleted draft is gone, with all that was written in it', async () => {
  const draft = await customer.post<OrderReceipt>('/v1/orders', {
    letters: [letterTo(template, { clientReference: 'secret' })],
  });
  expect((await customer.call('DELETE', `/v1/orders/${draft.id}`)).status).toBe(204);
  expect((await customer.call('GET', `/v1/orders/${draft.id}`)).status).toBe(404);
  expect(
    await t.database.asOwner('select recipient, data, content_key, state from pli.letters where order_id = $1', [
      draft.id,
    ]),
  ).toEqual([{ recipient: null, data: null, content_key: null, state: 'deleted' }]);
});

test('a larger order starts a process of its own, which accepts its letters', async () => {
  const { id } = await customer.post<OrderReceipt>('/v1/orders', {
    options: { colour: 'colour' },
    letters: Array.from({ length: 60 }, () => letterTo(template)),
  });
  await customer.post(`/v1/orders/${id}/submit`);
  const [out] = await t.database.asOwner<{ kind: string; workflow_id: string; input: object }>(
    'select kind, workflow_type, workflow_id, input from pli.outbox where order_id = $1',
    [id],
  );
  expect(out).toMatchObject({
    kind: 'start',
    workflow_type: 'order',
    workflow_id: `order/${id}`,
    input: { siteId, orderId: id, letters: 60 },
  });
  const letters = await t.database.asOwner(
    'select distinct state, site_id, options->>$2 as colour, service from pli.letters where order_id = $1',
    [id, 'colour'],
  );
  expect(letters).toEqual([{ state: 'draft', site_id: siteId, colour: 'colour', service: 'priority' }]);
});

test('letters are searched by what may be personal in a body, never in a URL', async () => {
  await customer.post(
    '/v1/orders',
    order({
      letters: [
        letterTo(template, { clientReference: 'CLI-77', recipient: { ...claire, name: 'Madame Aurore Boréale' } }),
      ],
    }),
  );
  const search = (body: object) => customer.call<{ rows: LetterRow[] }>('POST', '/v1/letters/search', body);
  expect((await search({ clientReference: 'CLI-77' })).body.rows).toHaveLength(1);
  for (const [recipientName, found] of Object.entries({
    boréale: 1,
    'BOREALE aurore': 1,
    'Aurore Fontaine': 0,
    nobody: 0,
    '--': 0,
  }))
    expect([recipientName, (await search({ recipientName })).body.rows.length]).toEqual([recipientName, found]);
  expect((await customer.call<Problem>('GET', '/v1/letters?clientReference=CLI-77')).body.code).toBe('request_invalid');
});

test('the feed tells everything once, in order and without a gap, however many write at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => customer.post('/v1/orders', order())));
  const { events } = await feed();
  expect(events.map(({ number }) => number)).toEqual(events.map((_, i) => i + 1));
  const page = await customer.get<{ events: EventView[]; next: number }>('/v1/events?after=3&limit=2');
  expect(page).toMatchObject({ events: [{ number: 4 }, { number: 5 }], next: 5 });
  expect(JSON.stringify(events)).not.toMatch(/Fontaine|Lilas|\b69001\b/);
});

test('the checker finds every row as the ledger tells it, and every content as its hash says', async () => {
  const report = await check({ database: t.database.checker }, () => new Date());
  expect(report).toMatchObject({ mismatched: 0, stuck: 0, findings: [] });
});
