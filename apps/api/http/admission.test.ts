import { randomUUID } from 'node:crypto';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { runApi, type Client } from '../testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

test('a key that asks too much is told so, and when to come back; other keys go on', async () => {
  const t = await runApi({ environment: { API_RATE_PER_SECOND: '5', API_RATE_BURST: '40' } });
  try {
    const greedy = await t.makeKey({ role: 'provider', name: 'greedy' });
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => greedy.call<Problem>('GET', '/v1/provider/sites')),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(40);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body.code).toBe('too_many_requests');
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.headers.get('ratelimit-policy')).toBe('"key";q=40;w=8');
    expect((await t.provider.call('GET', '/v1/provider/sites')).status).toBe(200);
  } finally {
    await t.stop();
  }
});

test('an account has one share for all its keys, and each mode its own; other accounts go on', async () => {
  const t = await runApi({ environment: { API_ACCOUNT_RATE_PER_SECOND: '5', API_ACCOUNT_RATE_BURST: '40' } });
  try {
    const site = (await setUpSite(t)).id;
    const [greedy, modest] = [await setUpCustomer(t, site), await setUpCustomer(t, site)];
    const second = await t.makeKey({ role: 'customer', accountId: greedy.accountId, mode: 'test', name: 'second' });
    const keys = [greedy.customer, second];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => (keys[i % 2] as Client).call<Problem>('GET', '/v1/orders')),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body.detail).toContain('This account may make 5 requests a second');
    expect(refused[0]?.headers.get('ratelimit')).toMatch(/"key";r=\d+;t=0, "account";r=0;t=\d+/);
    expect((await modest.customer.call('GET', '/v1/orders')).status).toBe(200);
  } finally {
    await t.stop();
  }
});

test('a key that has too much in work is told so; other keys go on', async () => {
  const t = await runApi({ environment: { API_IN_FLIGHT_A_KEY: '5' } });
  try {
    const greedy = await t.makeKey({ role: 'provider', name: 'greedy' });
    const [answers, other] = await Promise.all([
      Promise.all(Array.from({ length: 60 }, () => greedy.call<Problem>('GET', '/v1/provider/sites'))),
      t.provider.call('GET', '/v1/provider/sites'),
    ]);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body.code).toBe('too_many_requests');
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
    expect(other.status).toBe(200);
    // Nothing stays counted.
    expect((await greedy.call('GET', '/v1/provider/sites')).status).toBe(200);
  } finally {
    await t.stop();
  }
});

test('without Valkey everybody is let in', async () => {
  const t = await runApi({
    environment: { API_RATE_PER_SECOND: '1', API_RATE_BURST: '1' },
    valkey: 'redis://127.0.0.1:1',
  });
  try {
    const answers = await Promise.all(Array.from({ length: 10 }, () => t.provider.call('GET', '/v1/provider/sites')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await t.client(undefined).get('/readyz')).toMatchObject({ status: 'ready', valkey: 'away' });
  } finally {
    await t.stop();
  }
});

test('more requests than a process can hold are told to come back, and those in work end well', async () => {
  const t = await runApi({ environment: { API_IN_FLIGHT: '5' } });
  try {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => t.provider.call<Problem>('GET', '/v1/provider/sites')),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]?.body.code).toBe('busy');
    expect(busy[0]?.headers.get('retry-after')).toBe('1');
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
  } finally {
    await t.stop();
  }
});

test('a process that is stopped ends the orders in work, and loses none that it answered', async () => {
  const t = await runApi();
  const { customer } = await setUpCustomer(t, (await setUpSite(t)).id);
  const template = await setUpTemplate(customer);
  const asked = Array.from({ length: 30 }, () =>
    customer
      .call<OrderReceipt>(
        'POST',
        '/v1/orders',
        { letters: [letterTo(template)], submit: true },
        { 'idempotency-key': randomUUID() },
      )
      .catch(() => undefined),
  );
  await asked[0];
  await t.api.stop();
  const answers = await Promise.all(asked);
  const made = answers.flatMap((answer) => (answer?.status === 201 ? [answer.body.id] : []));
  const stored = await t.database.asOwner<{ id: string }>('select id from pli.orders');
  expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(made));
  expect(answers.filter((answer) => answer !== undefined && answer.status !== 201)).toEqual([]);
  await t.stop();
});
