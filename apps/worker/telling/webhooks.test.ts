import { Webhook } from 'standardwebhooks';
import type { WebhookShownOnce, WebhookView } from '#contracts/api/webhooks';
import type { Problem } from '#contracts/api/problem';
import { check } from '#database/checker/check';
import { inScope } from '#database/scope';
import { teller } from './gather.ts';
import { Sink } from './testing/sink.ts';
import { tellingFactory, until, type TellingFactory } from './testing/telling-factory.ts';

const HOUR = 3600_000;
const redisUrl = process.env.TEST_VALKEY_URL ?? '';
let t: TellingFactory;
let sink: Sink;
beforeAll(async () => {
  t = await tellingFactory(`webhooks-${process.pid}`);
  t.teller({ redisUrl, answerWithinMs: 2000 });
});
beforeEach(async () => {
  sink = await Sink.open();
});
afterEach(async () => {
  // What is not deleted would be told of the next test's events.
  const { rows } = await t.customer.get<{ rows: WebhookView[] }>('/v1/webhooks');
  await Promise.all(rows.map(({ id }) => t.customer.call('DELETE', `/v1/webhooks/${id}`)));
  await sink.close();
});
afterAll(async () => {
  // Every webhook made, changed and deleted here is what the ledger tells of it.
  const { findings } = await check({ database: t.api.database.checker }, () => new Date());
  expect(JSON.stringify(findings)).not.toMatch(/whk_/);
  await t?.stop();
});

const letters = ['letter.delivered', 'letter.returned', 'letter.lost'];
const read = (id: string) => t.customer.get<WebhookView>(`/v1/webhooks/${id}`);

test('an event arrives signed and thin: ids, state, reason, nothing else', async () => {
  const { id, secret } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  const [number] = await t.happen(['letter.delivered', 'order.ended']);
  await sink.until((got) => got.length > 0);
  const { headers, body } = sink.got[0]!;
  expect(new Webhook(secret).verify(body, headers)).toEqual({
    type: 'letter.delivered',
    timestamp: expect.any(String) as string,
    data: { number, subject: 'letter', subjectId: 'let_0', state: null, reason: 'as_told' },
  });
  expect(body).not.toContain('Fontaine');
  await until(async () => (await t.deliveries(id))[0]?.state === 'delivered');
  const [delivery] = await t.deliveries(id);
  expect(delivery).toMatchObject({
    id: headers['webhook-id'],
    numbers: [number],
    log: [{ outcome: 'delivered', status: 204 }],
  });
  const stored = JSON.stringify(await t.api.database.asOwner(`select * from pli.subscribers`));
  expect(stored).not.toContain(secret.slice(6));
});

test('large orders come in batches below 20 kB', async () => {
  await t.webhook({ url: sink.url(), types: ['letter.*'], batch: { most: 100, seconds: 1 } });
  const numbers = [
    ...(await t.happen(Array.from({ length: 450 }, () => 'letter.accepted_by_carrier'))),
    ...(await t.happen(['letter.delivered'])),
  ];
  t.pass(2000);
  await sink.until(() => sink.numbers().length === numbers.length);
  expect(sink.numbers()).toEqual(numbers);
  expect(sink.got.length).toBeLessThanOrEqual(6);
  for (const { body } of sink.got) {
    expect(JSON.parse(body)).toMatchObject({ type: 'events.batch' });
    expect(body.length).toBeLessThan(20_000);
  }
});

test('a receiver that is down for a while misses nothing, and need not wait for the schedule once it is back', async () => {
  const { id } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  sink.answer = (_received, response) => void response.writeHead(503).end('down');
  const missed = await t.happen(Array.from({ length: 40 }, () => 'letter.delivered'));
  await sink.until((got) => got.length > 0);
  await until(async () => (await read(id)).failingSince !== null);
  // Hours later, some attempts after.
  t.pass(3 * HOUR);
  await sink.until((got) => got.length > 40);
  sink.answer = (_received, response) => void response.writeHead(200).end('thanks');
  const arrived = sink.got.length;
  const after = await t.happen(['letter.delivered']);
  await until(async () => (await t.deliveries(id, '?state=due')).length === 0);
  const since = new Set(sink.got.slice(arrived).map(({ headers }) => headers['webhook-id']));
  const all = await t.deliveries(id);
  expect(all.map(({ state }) => state)).toEqual(all.map(() => 'delivered'));
  expect(sink.numbers()).toEqual([...missed, ...after]);
  expect(since.size).toBeGreaterThan(0);
  expect((await read(id)).failingSince).toBeNull();
  expect(all.at(-1)?.log.at(-1)).toMatchObject({ outcome: 'not_accepted', status: 503, answer: 'down' });
});

test('a message that another transaction holds for a moment is waited for, not left until it counts as lost', async () => {
  const { id } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  sink.answer = (_received, response) => void response.writeHead(503).end('down');
  await t.happen(['letter.delivered']);
  await until(async () => (await t.deliveries(id))[0]?.log.length === 1);
  sink.answer = (_received, response) => void response.writeHead(204).end();
  // As another teller does that hands out the same message; held so that it can still be handed out, and not be taken.
  await inScope(t.api.database.worker, teller, async (sql) => {
    await sql(`select from pli.messages where state = 'due' and subscriber_id = $1 for key share`, [id]);
    t.pass(60_000);
    await until(async () => {
      const [row] = await t.api.database.asOwner<{ waiting: boolean }>(
        `select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`,
      );
      return row?.waiting === true;
    });
  });
  await until(async () => (await t.deliveries(id))[0]?.state === 'delivered');
  expect(sink.got).toHaveLength(2);
});

test('410 switches a webhook off and says so in the feed; enabled again it receives what it missed', async () => {
  const { id } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  sink.answer = (_received, response) => void response.writeHead(410).end();
  const [first] = await t.happen(['letter.delivered']);
  await until(async () => (await read(id)).state === 'disabled');
  expect(await read(id)).toMatchObject({ state: 'disabled', reason: 'gone' });
  const feed = await t.customer.get<{ events: { type: string; subjectId: string; reason: string }[] }>(
    `/v1/events?after=${first}`,
  );
  expect(feed.events).toContainEqual(
    expect.objectContaining({ type: 'webhook.disabled', subjectId: id, reason: 'gone' }),
  );
  const got = sink.got.length;
  const [second] = await t.happen(['letter.returned']);
  const again = await t.customer.call<Problem>(
    'POST',
    `/v1/webhooks/${id}/redeliver`,
    { from: first, to: second },
    { 'idempotency-key': `again ${id}` },
  );
  expect(again.body).toMatchObject({ status: 409, code: 'webhook_disabled' });
  sink.answer = (_received, response) => void response.writeHead(200).end();
  expect(await t.customer.post(`/v1/webhooks/${id}/enable`, {})).toMatchObject({ state: 'enabled', reason: null });
  await sink.until(() => sink.got.length >= got + 2);
  expect(sink.numbers()).toEqual([first, second]);
});

test('one that fails for three days is switched off with its reason', async () => {
  const { id } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  sink.answer = (_received, response) => void response.writeHead(500).end();
  await t.happen(['letter.delivered']);
  for (let attempts = 1; attempts <= 10; attempts++) {
    await sink.until((got) => got.length >= attempts);
    await until(async () => (await t.deliveries(id))[0]?.log.length === attempts);
    t.pass(27 * HOUR);
  }
  await until(async () => (await read(id)).state === 'disabled');
  expect(await read(id)).toMatchObject({ state: 'disabled', reason: 'failing' });
  expect((await t.deliveries(id))[0]).toMatchObject({ state: 'failed', attempts: 10 });
  sink.answer = (_received, response) => void response.writeHead(200).end();
  await t.customer.post(`/v1/webhooks/${id}/enable`, {});
  await until(async () => (await t.deliveries(id))[0]?.state === 'delivered');
});

test('Retry-After is kept; a redirect and a hang are failures', async () => {
  const { id } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  sink.answer = ({ body }, response) => {
    if (body.includes('letter.delivered')) response.writeHead(429, { 'retry-after': '3600' }).end();
    if (body.includes('letter.returned')) response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  };
  await t.happen(letters);
  await until(async () => (await t.deliveries(id)).filter(({ log }) => log.length > 0).length === 3);
  const byOutcome = new Map((await t.deliveries(id)).map((each) => [each.log[0]?.outcome, each]));
  expect([...byOutcome.keys()].sort()).toEqual(['not_accepted', 'redirected', 'timed_out']);
  const asked = byOutcome.get('not_accepted');
  const wait = Date.parse(asked?.nextAttemptAt ?? '') - Date.parse(asked?.log[0]?.at ?? '');
  expect(wait).toBeGreaterThanOrEqual(HOUR - 1000);
});

test('a receiver that hangs slows nobody else', async () => {
  const hanging = await Sink.open();
  try {
    hanging.answer = () => undefined;
    await t.webhook({ url: hanging.url(), types: ['letter.*'] });
    await t.webhook({ url: sink.url(), types: ['letter.*'] });
    const numbers = await t.happen(Array.from({ length: 200 }, () => 'letter.delivered'));
    const from = performance.now();
    await sink.until(() => sink.numbers().length === numbers.length);
    expect(performance.now() - from).toBeLessThan(15_000);
    expect(hanging.got.length).toBeLessThan(60);
  } finally {
    await hanging.close();
  }
});

test('the secret changes: both sign for some hours, then the new one alone', async () => {
  const { id, secret: former } = await t.webhook({ url: sink.url(), types: ['letter.*'] });
  const { secret } = await t.customer.post<WebhookShownOnce>(`/v1/webhooks/${id}/rotate-secret`, { overlapHours: 2 });
  expect(secret).not.toBe(former);
  await t.happen(['letter.delivered']);
  await sink.until((got) => got.length === 1);
  t.pass(3 * HOUR);
  await t.happen(['letter.lost']);
  await sink.until((got) => got.length === 2);
  const verifies = (key: string, i: number) => {
    const { body = '', headers = {} } = sink.got[i] ?? {};
    // The clock of the test is hours ahead of the verifier's.
    const signature = new Webhook(key).sign(
      headers['webhook-id'] ?? '',
      new Date(Number(headers['webhook-timestamp']) * 1000),
      body,
    );
    return (headers['webhook-signature'] ?? '').split(' ').includes(signature);
  };
  expect([verifies(secret, 0), verifies(former, 0)]).toEqual([true, true]);
  expect([verifies(secret, 1), verifies(former, 1)]).toEqual([true, false]);
});

test('one message or a range is sent again, under the same names; events of before the webhook too', async () => {
  const before = await t.happen(letters);
  const { id } = await t.webhook({ url: sink.url(), types: ['letter.delivered', 'letter.lost'] });
  const [own] = await t.happen(['letter.lost']);
  await sink.until((got) => got.length === 1);
  const name = sink.got[0]?.headers['webhook-id'] ?? '';
  await until(async () => (await t.deliveries(id))[0]?.state === 'delivered');
  await t.customer.post(`/v1/webhooks/${id}/deliveries/${name}/redeliver`);
  await sink.until((got) => got.length === 2);
  await until(async () => (await t.deliveries(id))[0]?.state === 'delivered');
  await t.customer.post(`/v1/webhooks/${id}/redeliver`, { from: before[0], to: own });
  await sink.until((got) => got.length === 5);
  expect(sink.numbers()).toEqual([before[0], before[2], own]);
  expect(sink.got.filter(({ headers }) => headers['webhook-id'] === name)).toHaveLength(3);
  await until(async () => (await read(id)).redelivering === null);
  const ahead = await t.customer.call<Problem>(
    'POST',
    `/v1/webhooks/${id}/redeliver`,
    { from: 1, to: 1e9 },
    { 'idempotency-key': `ahead ${id}` },
  );
  expect(ahead.body).toMatchObject({ status: 422, code: 'event_number_ahead' });
});

test('a test message tells whether all is well', async () => {
  const { id } = await t.webhook({ url: sink.url('/test') });
  const delivery = await t.customer.post<{ id: string; kind: string }>(`/v1/webhooks/${id}/test`);
  await sink.until((got) => got.some(({ body }) => body.includes('webhook.test')));
  await until(
    async () =>
      (await t.customer.get<{ state: string }>(`/v1/webhooks/${id}/deliveries/${delivery.id}`)).state === 'delivered',
  );
});

test('what cannot be is refused at the door; the same key shows the same secret', async () => {
  const ask = (body: object, key = Math.random().toString()) =>
    t.customer.call<Problem & { secret: string; id: string }>('POST', '/v1/webhooks', body, { 'idempotency-key': key });
  expect((await ask({ url: 'https://169.254.169.254/latest' })).body).toMatchObject({
    status: 422,
    code: 'webhook_url_refused',
  });
  expect((await ask({ url: 'gopher://example.org/' })).body).toMatchObject({ status: 422, code: 'request_invalid' });
  expect((await ask({ url: sink.url(), types: ['order.*', 'letter.delivred'] })).body).toMatchObject({
    status: 422,
    code: 'request_invalid',
    errors: [{ pointer: '/types/1', detail: expect.stringContaining('Did you mean letter.delivered') as string }],
  });
  expect((await ask({ url: sink.url(), after: 1e9 })).body).toMatchObject({ code: 'event_number_ahead' });
  const [one, two] = [await ask({ url: sink.url() }, 'twice'), await ask({ url: sink.url() }, 'twice')];
  expect(one.status).toBe(201);
  expect(two.body).toEqual(one.body);
  const kept = await t.api.database.asOwner(`select answer from pli.idempotency_keys where key = 'twice'`);
  expect(JSON.stringify(kept)).not.toContain(one.body.secret.slice(6));
  expect(
    await t.customer.call('PATCH', `/v1/webhooks/${one.body.id}`, {
      types: ['order.*'],
      batch: { most: 5, seconds: 9 },
    }),
  ).toMatchObject({ status: 200, body: { types: ['order.*'], batch: { most: 5, seconds: 9 }, url: sink.url() } });
  await Promise.all(Array.from({ length: 19 }, () => t.webhook({ url: sink.url() })));
  expect((await ask({ url: sink.url() })).body).toMatchObject({ status: 409, code: 'webhooks_full' });
});
