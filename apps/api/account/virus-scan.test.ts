import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Problem } from '#contracts/api/problem';
import { infected, runClamd } from '#documents/testing/running-clamd';
import { problemPages } from '../problems/table.ts';
import { runApi, type ApiUnderTest } from '../testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let clamd: Awaited<ReturnType<typeof runClamd>>;
let guarded: ApiUnderTest;
let unguarded: ApiUnderTest;
beforeAll(async () => {
  clamd = await runClamd();
  [guarded, unguarded] = await Promise.all([runApi({ environment: { CLAMD_ADDRESS: clamd.tcp } }), runApi()]);
});
afterAll(() => Promise.all([clamd.stop(), guarded.stop(), unguarded.stop()]));

const once = () => ({ 'idempotency-key': randomUUID() });
async function letter(title: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595.28, 841.89]);
  document.setTitle(title);
  return document.save({ useObjectStreams: false });
}
/** With the words in the bytes as they are; a title would be written as UTF-16. */
const ill = async () => Buffer.concat([await letter('ill'), Buffer.from(`\n% ${infected}\n`)]);

test('an infected document is refused by what was found, before anything reads it; the next is taken', async () => {
  const { customer } = await setUpCustomer(guarded, (await setUpSite(guarded)).id);
  const { status, body } = await customer.call<Problem>('POST', '/v1/documents', await ill(), once());
  expect([status, body.code]).toEqual([422, 'document_infected']);
  expect(body.detail).toContain('Pli.Test.Letter');
  const noPdf = await customer.call<Problem>('POST', '/v1/documents', Buffer.from(infected), once());
  expect(noPdf.body.code).toBe('document_infected');
  expect((await customer.call('POST', '/v1/documents', await letter('well'), once())).status).toBe(201);
});

test('a live print room takes orders past a scanner only, and with real machines only', async () => {
  const order = async (t: ApiUnderTest, simulated?: boolean) => {
    const site = await setUpSite(t, 'live');
    if (simulated !== undefined)
      await t.provider.post('/v1/provider/devices', {
        kind: 'carrier',
        siteId: site.id,
        name: 'Post',
        address: '/tmp/post',
        simulated,
      });
    const { customer } = await setUpCustomer(t, site.id, { mode: 'live' });
    const template = await setUpTemplate(customer);
    const { body } = await customer.call<Problem>(
      'POST',
      '/v1/orders',
      { submit: true, letters: [letterTo(template)] },
      once(),
    );
    const upload = await customer.call<Problem>('POST', '/v1/documents', await letter('live'), once());
    return { order: body.code, said: body.detail, upload: upload.status };
  };
  expect(await order(unguarded)).toMatchObject({
    order: 'live_site_not_ready',
    said: expect.stringContaining('no virus scanner') as string,
    upload: 503,
  });
  expect((await order(guarded)).order).not.toBe('live_site_not_ready');
  expect((await order(guarded, false)).order).not.toBe('live_site_not_ready');
});

test('a scanner that went away holds documents back, and says so', async () => {
  const gone = await runApi({ environment: { CLAMD_ADDRESS: '127.0.0.1:1' } });
  const { customer } = await setUpCustomer(gone, (await setUpSite(gone)).id);
  const { status, body, headers } = await customer.call<Problem>('POST', '/v1/documents', await letter('well'), once());
  expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'virus_scan_unavailable', '1']);
  await gone.stop();
});

test('every code answered in these tests has a page', () => {
  const seen = [...guarded.problems, ...unguarded.problems];
  expect(seen.filter((code) => !problemPages.has(code))).toEqual([]);
});
