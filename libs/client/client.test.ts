import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runApi, type ApiUnderTest } from '../../apps/api/testing/running-api.ts';
import { claire, setUpCustomer, setUpSite, setUpTemplate } from '../../apps/api/testing/sample-site.ts';
import { openPli, type Pli } from './client.ts';
import { PliError, PliUnreachable } from './errors.ts';

let t: ApiUnderTest;
let pli: Pli;
let template: string;
beforeAll(async () => {
  t = await runApi();
  const { customer } = await setUpCustomer(t, (await setUpSite(t)).id);
  template = await setUpTemplate(customer);
  pli = openPli({ api: `${t.api.url}/`, key: customer.key });
});
afterAll(() => t.stop());

const letters = (count = 1) =>
  Array.from({ length: count }, () => ({
    recipient: claire,
    content: { kind: 'template' as const, templateVersionId: template, data: { total: 1250 } },
  }));

test('an order is sent once, whoever repeats it, and its letters are listed page by page', async () => {
  const once = 'invoices-of-march';
  const order = await pli.post('/v1/orders', { body: { letters: letters(3), submit: true }, once });
  expect(order).toMatchObject({ state: 'submitted', letterCount: 3 });
  expect(await pli.post('/v1/orders', { body: { letters: letters(3), submit: true }, once })).toEqual(order);
  const listed: string[] = [];
  for await (const row of pli.rows('/v1/letters', { params: { query: { orderId: order.id, limit: 2 } } }))
    listed.push(row.id);
  expect(listed.sort()).toEqual(order.letters.map(({ id }) => id).sort());
  const letter = await pli.get('/v1/letters/{id}', { params: { path: { id: listed[0] ?? '' } } });
  expect(letter.recipientLines).toContain('Madame Claire Fontaine');
});

test('a refusal is an error with its code, where it is and what to do', async () => {
  const wrong = pli.post('/v1/orders', {
    body: { letters: letters(), options: { sendDate: '2020-01-06' }, submit: true },
  });
  await expect(wrong).rejects.toThrow(PliError);
  await expect(wrong).rejects.toMatchObject({
    code: 'order_not_makeable',
    problem: { errors: [{ code: 'send_date_invalid', pointer: '/letters/0/options/sendDate' }] },
  });
  const stranger = openPli({ api: t.api.url, key: 'pli_test_unknown' });
  await expect(stranger.get('/v1/orders')).rejects.toMatchObject({ status: 401 });
});

test('what names itself is repeated until it is answered; what may not be repeated is sent once', async () => {
  const seen: string[] = [];
  const flaky = await serve((request, response) => {
    seen.push(`${request.method} ${String(request.headers['idempotency-key'])}`);
    if (seen.length < 3) request.socket.destroy();
    else response.setHeader('content-type', 'application/json').end('{"id":"ord_1"}');
  });
  const client = openPli({ api: flaky.url, key: 'k', patienceMs: 5000 });
  expect(await client.post('/v1/orders', { body: { letters: [] }, once: 'o-1' })).toEqual({ id: 'ord_1' });
  expect(seen).toEqual(['POST o-1', 'POST o-1', 'POST o-1']);
  await flaky.close();
});

test('an address where no Pli answers is said to be one', async () => {
  const other = await serve((_request, response) => void response.writeHead(404).end('<h1>nginx</h1>'));
  await expect(openPli({ api: other.url, key: 'k' }).get('/v1/orders')).rejects.toMatchObject({ code: 'not_pli' });
  await other.close();
  const nobody = openPli({ api: other.url, key: 'k', patienceMs: 0 });
  await expect(nobody.get('/v1/orders')).rejects.toThrow(PliUnreachable);
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
