import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { problemPages } from '../problems/table.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { claire, letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
let template: string;
beforeAll(async () => {
  t = await runApi();
  ({ customer } = await setUpCustomer(t, (await setUpSite(t)).id));
  template = await setUpTemplate(customer);
});
afterAll(() => t.stop());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  customer.call<Problem>('POST', '/v1/orders', body, { 'idempotency-key': randomUUID(), ...headers });
const withData = (data: string) =>
  JSON.stringify({
    submit: true,
    letters: [letterTo(template, { content: { kind: 'template', templateVersionId: template, data: '@' } })],
  }).replace('"@"', data);

test.each([
  ['no JSON', '{"letters": [', 400, 'json_unreadable'],
  ['JSON 10,000 levels deep', '['.repeat(10_000) + ']'.repeat(10_000), 400, 'json_too_deep'],
  ['a key that names a prototype', withData('{"__proto__": {"total": 1}}'), 422, 'json_value_refused'],
  ['a number beyond all doubles', withData('{"total": 1e400}'), 422, 'json_value_refused'],
  ['a NUL', withData('{"total": "\\u0000"}'), 422, 'json_value_refused'],
  ['half a surrogate pair', withData('{"total": "\\ud83d"}'), 422, 'json_value_refused'],
  ['an unknown field', { letters: [], priority: 1 }, 422, 'request_invalid'],
  ['a list instead of an object', [], 422, 'request_invalid'],
  ['a string of 17 MB', JSON.stringify({ letters: 'x'.repeat(17 * 1024 * 1024) }), 413, 'body_too_large'],
] as const)('%s is refused, and nothing breaks', async (_what, body, status, code) => {
  expect((await post(body)).body).toMatchObject({ status, code });
  expect((await post({ letters: [letterTo(template)], submit: true })).status).toBe(201);
});

test('a body of another kind, packed, or cut is refused', async () => {
  expect((await post('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).body).toMatchObject({
    status: 415,
    code: 'media_type_not_supported',
  });
  expect((await post('{}', { 'content-encoding': 'gzip' })).body.code).toBe('media_type_not_supported');
  expect((await post(Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1') as never)).status).toBe(400);
});

test('a stranger’s body is not read', async () => {
  const url = new URL(t.api.url);
  const socket = connect(Number(url.port), url.hostname);
  // Announces 16 MB and sends none: answered before the body, so nobody waits for it.
  socket.write(
    'POST /v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 16000000\r\n\r\n',
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(answer.toString()).toContain('401 Unauthorized');
});

test('path and query are validated as well', async () => {
  expect((await customer.call<Problem>('GET', '/v1/orders?limit=0&colour=red')).body).toMatchObject({
    code: 'request_invalid',
    errors: expect.arrayContaining([expect.objectContaining({ parameter: 'limit' })]) as object[],
  });
  expect((await customer.call<Problem>('GET', "/v1/orders/ord_1';drop")).body).toMatchObject({
    code: 'request_invalid',
    errors: [{ parameter: 'id' }],
  });
  expect((await customer.call<Problem>('GET', '/v1/orders/%E0%A4%A')).body.code).toBe('request_invalid');
});

test('a page begins after an id, and nothing else', async () => {
  for (const after of ['xxx', "let_1'--", 'let_', '0'])
    expect((await customer.call<Problem>('GET', `/v1/letters?after=${encodeURIComponent(after)}`)).body).toMatchObject({
      status: 422,
      code: 'request_invalid',
      errors: [{ parameter: 'after' }],
    });
  const { rows, next } = await customer.get<{ rows: { id: string }[]; next: string | null }>('/v1/letters?limit=1');
  expect(next).toBe(rows[0]?.id);
  expect((await customer.call('GET', `/v1/letters?after=${next}`)).status).toBe(200);
  expect((await customer.call<Problem>('GET', `/v1/templates/tpl_${'0'.repeat(26)}/versions`)).body.status).toBe(404);
});

test('what is missing or of another kind is told in words of ours', async () => {
  const recipient = { ...claire, kind: undefined, postcode: 69001 };
  const { body } = await post({ letters: [{ recipient, content: {} }], submit: 'yes' });
  const said = Object.fromEntries((body.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
  expect(said).toMatchObject({
    '/letters/0/recipient/kind': 'This field is missing',
    '/letters/0/recipient/postcode': 'Text is needed',
    '/letters/0/content/kind': 'This field is missing',
    '/submit': 'true or false is needed',
  });
  expect(body.detail).toMatch(/^There are \d+ things to mend in the request: see errors\.$/);
  const { body: page } = await customer.call<Problem>('GET', '/v1/letters?limit=many');
  expect(page).toMatchObject({
    detail: 'There is one thing to mend in the request: see errors.',
    errors: [{ parameter: 'limit', detail: 'A whole number is needed' }],
  });
});

test('an idempotency key that cannot be kept is refused', async () => {
  expect((await post({}, { 'idempotency-key': 'x'.repeat(256) })).body.code).toBe('idempotency_key_invalid');
});

test('a request id that is a UUID is taken over, other text is not: it would reach ledger and log', async () => {
  const id = randomUUID();
  const { headers, body } = await customer.call<OrderReceipt>(
    'POST',
    '/v1/orders',
    { letters: [letterTo(template)], submit: true },
    { 'idempotency-key': randomUUID(), 'x-request-id': id },
  );
  expect(headers.get('x-request-id')).toBe(id);
  expect(await t.database.asOwner(`select cause from pli.events where subject_id = $1`, [body.id])).toEqual([
    { cause: { request: id } },
  ]);
  const other = await customer.call('GET', '/v1/orders', undefined, { 'x-request-id': 'Claire.Fontaine' });
  expect(other.headers.get('x-request-id')).not.toContain('Claire');
});

test('log lines name route patterns, ids and codes, and nothing of a person', async () => {
  const name = 'Madame Xylophone Zinzolin';
  const { letters } = await customer.post<OrderReceipt>('/v1/orders', {
    submit: true,
    letters: [letterTo(template, { recipient: { ...claire, name }, clientReference: 'Xylophone-1' })],
  });
  await customer.get(`/v1/letters/${letters[0]?.id}`);
  await customer.call('POST', '/v1/letters/search', { recipientName: 'Zinzolin' });
  await post({ letters: [letterTo(template, { recipient: { ...claire, name: 'Zinzolin Я' } })], submit: true });
  await customer.call('GET', '/v1/letters?recipientName=Zinzolin');
  await customer.call('GET', '/v1/nothing/Zinzolin');
  await t.database.asOwner(
    `alter table pli.letters add constraint zinzolin check (client_reference is distinct from 'Zinzolin-boom')`,
  );
  const broken = await post({ submit: true, letters: [letterTo(template, { clientReference: 'Zinzolin-boom' })] });
  expect(broken.body).toMatchObject({
    status: 500,
    code: 'internal_error',
    detail: expect.not.stringContaining('check') as string,
  });
  const lines = t.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(t.logged.join('')).not.toMatch(/Xylophone|Madame|Zinzolin[ -]|Fontaine|Lilas|\b69001\b|pli_test_/);
  expect(lines.at(-1)).toMatchObject({
    route: '/v1/orders',
    method: 'POST',
    status: 500,
    code: 'internal_error',
    key: expect.stringMatching(/^key_/) as string,
  });
  expect(lines).toContainEqual(
    expect.objectContaining({
      text: 'answered internal_error',
      error: expect.objectContaining({
        name: 'DatabaseError',
        code: '23514',
      }) as object,
    }),
  );
});

test('every code answered in these tests has a page', () => {
  expect([...t.problems].filter((code) => !problemPages.has(code))).toEqual([]);
});
