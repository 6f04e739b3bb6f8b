import { getEventListeners } from 'node:events';
import { PassThrough } from 'node:stream';
import { createParser } from 'eventsource-parser';
import type { EventView } from '#contracts/api/events';
import type { Problem } from '#contracts/api/problem';
import { inLedger } from '#database/ledger';
import { accountScope, siteScope } from '#database/scope';
import type { Call } from '../http/caller.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { setUpCustomer, setUpSite } from '../testing/sample-site.ts';
import { write } from './event-stream.controller.ts';
import { Listener } from './event-streams.ts';

let t: ApiUnderTest;
let customer: Client;
let accountId: string;
let siteId: string;
beforeAll(async () => {
  t = await runApi({ environment: { API_STREAMS_A_KEY: '3', API_IN_FLIGHT_A_KEY: '4' } });
  siteId = (await setUpSite(t)).id;
  ({ customer, accountId } = await setUpCustomer(t, siteId));
});
afterAll(() => t?.stop());

async function happen(count: number, account = accountId): Promise<void> {
  for (let left = count; left > 0; left -= 500)
    await inLedger(
      t.database.api,
      accountScope(account, 'test'),
      { actor: 'test', cause: {} },
      () => new Date(),
      async (tx) => {
        for (let i = 0; i < Math.min(left, 500); i++)
          tx.tell(`account/${account}/test`, 'letter', `let_${i}`, 'letter.tracked', {});
      },
    );
}

interface Heard {
  status: number;
  events: EventView[];
  /** Names of events that are not plain ones, with their data. */
  named: [string, string][];
  comments: number;
  until(holds: () => boolean): Promise<void>;
  ended: Promise<void>;
  leave(): void;
}

async function listen(client: Client, path: string, headers: Record<string, string> = {}): Promise<Heard> {
  const left = new AbortController();
  const response = await fetch(t.api.url + path, {
    headers: { authorization: `Bearer ${client.key}`, ...headers },
    signal: left.signal,
  });
  let look = () => undefined as void;
  const heard: Heard = {
    status: response.status,
    events: [],
    named: [],
    comments: 0,
    until: (holds) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`waited in vain: ${heard.events.length} events`)), 20_000);
        look = () => {
          if (!holds()) return;
          clearTimeout(timer);
          resolve();
        };
        look();
      }),
    ended: Promise.resolve(),
    leave: () => left.abort(),
  };
  const parser = createParser({
    onEvent({ id, event, data }) {
      if (event !== undefined) heard.named.push([event, data]);
      else {
        const view = JSON.parse(data) as EventView;
        expect(Number(id)).toBe(view.number);
        heard.events.push(view);
      }
      look();
    },
    onComment: () => void (heard.comments += 1),
  });
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      parser.feed(decoder.decode(chunk, { stream: true }));
  };
  heard.ended = read().catch(() => undefined);
  return heard;
}

const numbers = ({ events }: Heard) => events.map(({ number }) => number);
const head = async () => (await customer.get<{ next: number }>('/v1/events?after=0&limit=1000')).next;
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

test('a stream goes on from a number, without gap, and hears what happens later; the same as the feed tells', async () => {
  await happen(700);
  const heard = await listen(customer, '/v1/events/stream?after=0');
  await heard.until(() => heard.events.length >= 700);
  await happen(20);
  await heard.until(() => heard.events.length >= 720);
  heard.leave();
  await heard.ended;
  expect(numbers(heard)).toEqual(range(1, heard.events.length));
  const feed = await customer.get<{ events: EventView[] }>('/v1/events?after=0&limit=1000');
  expect(heard.events).toEqual(feed.events);

  const last = heard.events.length - 10;
  const again = await listen(customer, '/v1/events/stream?after=3', { 'last-event-id': String(last) });
  await again.until(() => again.events.length === 10);
  expect(numbers(again)[0]).toBe(last + 1);
  again.leave();
  await again.ended;
});

test('without a number it begins now, and ends when its time is over', async () => {
  const before = await head();
  const heard = await listen(customer, '/v1/events/stream?seconds=2');
  await happen(3);
  await heard.ended;
  expect(numbers(heard)).toEqual(range(before + 1, before + 3));
});

test('many listeners cost one look; each hears all, none hears another account', async () => {
  const stranger = await setUpCustomer(t, siteId);
  const keys: Client[] = [];
  for (let i = 0; i < 30; i++) keys.push(await t.makeKey({ role: 'customer', accountId, mode: 'test', name: `k${i}` }));
  const before = await head();
  const all = await Promise.all(keys.map((key) => listen(key, '/v1/events/stream')));
  const theirs = await listen(stranger.customer, '/v1/events/stream');
  const asked = await reads();
  await happen(50);
  await happen(5, stranger.accountId);
  await Promise.all(
    [...all, theirs].map((heard) => heard.until(() => heard.events.length >= (heard === theirs ? 5 : 50))),
  );
  const pages = (await reads()) - asked;
  for (const heard of all) expect(numbers(heard)).toEqual(range(before + 1, before + 50));
  expect(new Set(theirs.events.map(({ type }) => type))).toEqual(new Set(['letter.tracked']));
  expect(theirs.events).toHaveLength(5);
  // 31 listeners, two feeds: a few transactions, not one for each listener.
  expect(pages).toBeLessThan(25);
  for (const heard of [...all, theirs]) heard.leave();
  await Promise.all([...all, theirs].map(({ ended }) => ended));
});

/** Transactions of this database so far, as PostgreSQL counts them. */
async function reads(): Promise<number> {
  const [row] = await t.database.asOwner<{ n: string }>(
    `select xact_commit as n from pg_stat_database where datname = current_database()`,
  );
  return Number(row?.n);
}

test('a key has so many streams and no more, and its other requests have their place beside them', async () => {
  const key = await t.makeKey({ role: 'customer', accountId, mode: 'test', name: 'greedy' });
  const open = await Promise.all([1, 2, 3].map(() => listen(key, '/v1/events/stream')));
  const refused = await key.call<Problem>('GET', '/v1/events/stream');
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_streams' } });
  expect(refused.headers.get('retry-after')).toBeTruthy();
  const others = await Promise.all(Array.from({ length: 3 }, () => key.call('GET', '/v1/events')));
  expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);
  open[0]?.leave();
  await open[0]?.ended;
  const again = await listen(key, '/v1/events/stream?seconds=1');
  expect(again.status).toBe(200);
  for (const heard of open) heard.leave();
  await Promise.all([...open, again].map(({ ended }) => ended));
});

test('a revoked key hears nothing more', async () => {
  const made = await t.provider.post<{ id: string; secret: string }>('/v1/provider/keys', {
    role: 'customer',
    accountId,
    mode: 'test',
    name: 'leaver',
  });
  const heard = await listen(t.client(made.secret), '/v1/events/stream');
  await t.provider.call('DELETE', `/v1/provider/keys/${made.id}`);
  await heard.ended;
  expect(heard.named).toEqual([['end', expect.stringContaining('key_unknown') as string]]);
});

test('numbers that cannot be are refused before the stream begins', async () => {
  const ask = (path: string, headers = {}) => customer.call<Problem>('GET', path, undefined, headers);
  expect((await ask('/v1/events/stream?after=999999')).body).toMatchObject({ status: 422, code: 'event_number_ahead' });
  expect((await ask('/v1/events/stream?after=-1')).body).toMatchObject({ status: 422, code: 'request_invalid' });
  expect((await ask('/v1/events/stream', { 'last-event-id': 'x' })).body).toMatchObject({
    status: 422,
    code: 'value_invalid',
  });
  expect((await ask('/v1/site/events/stream')).body).toMatchObject({ status: 403 });
});

test('a print room hears its own feed', async () => {
  const operator = await t.makeKey({ role: 'operator', siteId, name: 'floor' });
  const heard = await listen(operator, '/v1/site/events/stream');
  await happen(1);
  await inLedger(
    t.database.api,
    siteScope(siteId),
    { actor: 'test', cause: {} },
    () => new Date(),
    async (tx) => tx.tell(`site/${siteId}`, 'lot', 'lot_1', 'lot.closed', {}),
  );
  await heard.until(() => heard.events.length > 0);
  expect(heard.events.map(({ type, subjectId }) => [type, subjectId])).toEqual([['lot.closed', 'lot_1']]);
  heard.leave();
  await heard.ended;
});

test('a reader that reads nothing holds up nobody', async () => {
  const left = new AbortController();
  await fetch(`${t.api.url}/v1/events/stream?after=0`, {
    headers: { authorization: `Bearer ${customer.key}` },
    signal: left.signal,
  });
  await happen(3000);
  const heard = await listen(customer, '/v1/events/stream?after=0');
  const last = await head().then(
    async () => (await customer.get<{ next: number }>('/v1/events?after=3000&limit=1000')).next,
  );
  await heard.until(() => numbers(heard).at(-1) === last);
  left.abort();
  heard.leave();
  await heard.ended;
});

test('nothing piles up for a reader that reads nothing: what follows is read when it takes what it has', async () => {
  const [pages, eventsAPage] = [10, 500];
  const feed = { name: 'feed', head: pages * eventsAPage, listeners: new Set<Listener>(), pages: new Map() };
  const read: number[] = [];
  const listener = new Listener({} as Call, feed, 0, (after) => {
    read.push(after);
    return Promise.resolve(Array.from({ length: eventsAPage }, (_, i) => ({ number: after + i + 1 }) as EventView));
  });
  const [reader, left] = [new PassThrough(), new AbortController()];
  const written = write(listener, reader, left.signal);
  // Long enough for all pages, were they not held back.
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(read.length).toBeLessThan(pages / 2);
  let taken = '';
  for await (const text of reader) {
    taken += String(text);
    if (taken.endsWith(`{"number":${feed.head}}\n\n`)) break;
  }
  expect(read).toHaveLength(pages);
  left.abort();
  await written;
});

test('a process that stops ends its streams at once', async () => {
  const heard = await listen(customer, '/v1/events/stream');
  const from = performance.now();
  await t.api.stop();
  await heard.ended;
  expect(performance.now() - from).toBeLessThan(5000);
});

test('a stream that lives long listens no more than once for its reader to leave', async () => {
  const feed = { name: 'feed', head: 0, listeners: new Set<Listener>(), pages: new Map() };
  const read = (after: number) => Promise.resolve([{ number: after + 1 } as EventView]);
  const listener = new Listener({} as Call, feed, 0, read);
  const left = new AbortController();
  for (let number = 1; number <= 100; number++) {
    const next = listener.next(left.signal);
    feed.head = number;
    listener.look();
    expect(await next).toEqual([{ number }]);
  }
  const last = listener.next(left.signal);
  expect(getEventListeners(left.signal, 'abort')).toHaveLength(1);
  left.abort();
  expect(await last).toBeUndefined();
});
