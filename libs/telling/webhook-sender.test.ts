import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Guard } from './guard.ts';
import type { Resolve } from './names.ts';
import { networksOf } from './networks.ts';
import { WebhookSender } from './webhook-sender.ts';

const loopback = networksOf('127.0.0.0/8');
let server: Server;
let answer: RequestListener;
let visits: number;
beforeEach(async () => {
  visits = 0;
  server = createServer((request, response) => {
    visits += 1;
    request.resume();
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const at = (path = '/') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
async function post(url: string, guard = new Guard(loopback), answerWithinMs = 5000) {
  const sender = new WebhookSender(guard, answerWithinMs);
  try {
    return await sender.post(url, { 'webhook-id': 'msg_1' }, '{"type":"x"}');
  } finally {
    await sender.close();
  }
}

test.each([
  [200, 'delivered'],
  [204, 'delivered'],
  [299, 'delivered'],
  [302, 'redirected'],
  [400, 'not_accepted'],
  [404, 'not_accepted'],
  [410, 'gone'],
  [429, 'not_accepted'],
  [500, 'not_accepted'],
])('an answer of %i is %s', async (status, outcome) => {
  answer = (_request, response) => response.writeHead(status, { 'retry-after': '7' }).end(status === 204 ? '' : 'so');
  expect(await post(at())).toMatchObject({ outcome, status, retryAfter: '7' });
});

test('a redirect leads nowhere', async () => {
  answer = (request, response) =>
    request.url === '/' ? response.writeHead(302, { location: at('/inside') }).end() : response.end('secret');
  expect(await post(at())).toMatchObject({ outcome: 'redirected', answer: '' });
  expect(visits).toBe(1);
});

test('a receiver that is silent is given up in time', async () => {
  answer = () => undefined;
  expect(await post(at(), new Guard(loopback), 300)).toMatchObject({ outcome: 'timed_out', status: null });
});

test('an answer without end is cut off; its beginning is kept as text', async () => {
  let sent = 0;
  answer = (_request, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(64 * 1024, 'é');
    const more = () => {
      if (response.destroyed || sent > 1 << 30) return;
      sent += chunk.length;
      response.write(chunk, more);
    };
    more();
  };
  const { outcome, answer: kept } = await post(at());
  expect(outcome).toBe('delivered');
  expect(Buffer.byteLength(kept ?? '')).toBeLessThanOrEqual(1004);
  // A few windows of the connection at most: not the gigabyte.
  expect(sent).toBeLessThan(32 << 20);
});

test('a connection that is refused or cut is told as such', async () => {
  answer = (request) => request.socket.destroy();
  expect(await post(at())).toMatchObject({ outcome: 'no_connection', status: null });
  expect(await post('http://127.0.0.1:1/')).toMatchObject({ outcome: 'no_connection' });
});

test('a name that changes its mind after it was judged is not connected to', async () => {
  answer = (_request, response) => response.end();
  const answers = ['93.184.216.34', '127.0.0.1'];
  const rebinding: Resolve = async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }];
  const guard = new Guard(networksOf(''), rebinding);
  const { port } = server.address() as AddressInfo;
  await guard.check(`https://rebind.example:${port}/`);
  expect(await post(`https://rebind.example:${port}/`, guard)).toMatchObject({ outcome: 'address_refused' });
  expect(await post(`http://127.0.0.1:${port}/`, guard)).toMatchObject({ outcome: 'address_refused' });
  expect(visits).toBe(0);
});
