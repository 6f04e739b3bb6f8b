import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runApi, type ApiUnderTest, type Client } from '../../apps/api/testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../../apps/api/testing/sample-site.ts';
import { openPli } from './client.ts';
import { cuttingProxy } from './testing/cutting-proxy.ts';

let t: ApiUnderTest;
let customer: Client;
let template: string;
let folder: string;
beforeAll(async () => {
  t = await runApi();
  ({ customer } = await setUpCustomer(t, (await setUpSite(t)).id));
  template = await setUpTemplate(customer);
  folder = mkdtempSync(join(tmpdir(), 'pli-client-'));
});
afterAll(async () => {
  await t.stop();
  rmSync(folder, { recursive: true });
});

test('a file that breaks off twice on its way is sent on from where it stood: each row is one letter', async () => {
  const rows = 4000;
  const file = join(folder, 'customers.csv');
  const row = (i: number) => `${i};Madame Claire Fontaine;${i} rue des Lilas;75011 Paris;${i}\n`;
  writeFileSync(file, `Ref;Nom;Adresse;Ville;Montant\n${Array.from({ length: rows }, (_, i) => row(i + 1)).join('')}`);
  const proxy = await cuttingProxy(t.api.url, { afterBytes: 90_000, times: 2 });
  const pli = openPli({ api: proxy.url, key: customer.key });
  const order = await pli.post('/v1/orders', { body: {}, once: 'file' });
  const { id } = await pli.post('/v1/imports', {
    body: {
      orderId: order.id,
      mapping: { recipientLines: ['Nom', 'Adresse', 'Ville'], clientReference: 'Ref', data: { total: 'Montant' } },
      letter: { content: { kind: 'template', templateVersionId: template } },
    },
    once: 'file-import',
  });
  const read = await pli.sendFile(id, file);
  expect(proxy.cuts()).toBe(2);
  expect(read).toMatchObject({ state: 'complete', rows: { read: rows, taken: rows, leftOut: 0 } });
  const references = await t.database.asOwner<{ all: string; different: string }>(
    'select count(*) as all, count(distinct client_reference) as different from pli.letters where order_id = $1',
    [order.id],
  );
  expect(references).toEqual([{ all: String(rows), different: String(rows) }]);
  await proxy.close();
});

test('the stream of events goes on by number when it is cut: nothing is missed, nothing told twice', async () => {
  const proxy = await cuttingProxy(t.api.url, { afterBytes: Infinity, times: 0 });
  const pli = openPli({ api: proxy.url, key: customer.key });
  const numbers: number[] = [];
  let opened = 0;
  const order = async () => {
    await customer.post('/v1/orders', { letters: [letterTo(template)], submit: true });
    return (await customer.get<{ next: number }>('/v1/events?limit=1000')).next;
  };
  const before = await order();
  let until = Infinity;
  for await (const { number } of pli.events({ after: 0, onOpen: () => void (opened += 1) })) {
    numbers.push(number);
    if (number === before) {
      proxy.cutAll();
      until = await order();
    }
    if (number === until) break;
  }
  expect(opened).toBe(2);
  expect(numbers).toEqual(Array.from({ length: until }, (_, i) => i + 1));
  await proxy.close();
});

test('the stream ends when its signal says so, though nothing happens', async () => {
  const pli = openPli({ api: t.api.url, key: customer.key });
  const stop = new AbortController();
  for await (const event of pli.events({ signal: stop.signal, onOpen: () => setImmediate(() => stop.abort()) }))
    expect(event).toBeUndefined();
});

test('a PDF whose document was erased is taken in anew, and again that one is it', async () => {
  const pli = openPli({ api: t.api.url, key: customer.key });
  const pdf = readFileSync('tools/demonstration/samples/office-letter/convocation.pdf');
  const { id } = await pli.upload(pdf);
  expect((await pli.upload(pdf)).id).toBe(id);
  await t.database.asOwner(
    `update pli.documents set state = 'erased', erased_at = now(), blob = null, original_blob = null, original_sha256 = null,
       content_key = null, page_lines = null where id = $1`,
    [id],
  );
  const anew = await pli.upload(pdf);
  expect(anew).toMatchObject({ state: 'stored' });
  expect(anew.id).not.toBe(id);
  expect((await pli.upload(pdf)).id).toBe(anew.id);
});
