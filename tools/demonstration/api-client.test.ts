import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PliApi, Refused } from './api-client.ts';

/** A server that answers one request after the other as told: a status with a problem code, or `cut` for none at all. */
interface Answer {
  status: number | 'cut';
  code?: string;
  body?: object;
}
let server: Server | undefined;
const asked: { method: string; path: string; key: string | undefined }[] = [];

async function apiThat(...answers: Answer[]): Promise<PliApi> {
  asked.length = 0;
  server = createServer((request: IncomingMessage, response) => {
    const key = request.headers['idempotency-key'];
    asked.push({ method: request.method ?? '', path: request.url ?? '', key: Array.isArray(key) ? key[0] : key });
    const { status, code, body } = answers.shift() ?? { status: 500 };
    if (status === 'cut') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { code, detail: 'as told' }));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return new PliApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'pli_test_key');
}
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

test('an order whose answer is unknown is asked for again under the same key until there is one', async () => {
  const api = await apiThat(
    { status: 'cut' },
    { status: 500 },
    { status: 409, code: 'idempotency_key_running' },
    { status: 503 },
    { status: 201, body: { id: 'ord_1' } },
  );
  expect(await api.post('/v1/orders', {}, 'key-1')).toEqual({ id: 'ord_1' });
  expect(asked.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1', 'key-1', 'key-1']);
});

test('what names no key and changes something is sent once', async () => {
  const api = await apiThat({ status: 'cut' }, { status: 201, body: {} });
  await expect(api.post('/v1/provider/sites', {})).rejects.toThrow('got no answer');
  expect(asked).toHaveLength(1);
});

test('a refusal is not asked for again, and says why', async () => {
  const api = await apiThat({ status: 422, code: 'letters_invalid' });
  const refused = await api.post('/v1/orders', {}, 'key-2').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect((refused as Refused).code).toBe('letters_invalid');
  expect(asked).toHaveLength(1);
});

test('a list is read page by page', async () => {
  const api = await apiThat(
    { status: 200, body: { rows: [1, 2], next: 'b' } },
    { status: 200, body: { rows: [3], next: null } },
  );
  expect(await api.all('/v1/letters?state=lost')).toEqual([1, 2, 3]);
  expect(asked.map(({ path }) => path)).toEqual([
    '/v1/letters?state=lost&limit=200',
    '/v1/letters?state=lost&limit=200&after=b',
  ]);
});
