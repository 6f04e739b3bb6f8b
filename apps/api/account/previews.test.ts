import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { OrderReceipt } from '#contracts/api/orders';
import type { PreviewView } from '#contracts/api/previews';
import type { Problem } from '#contracts/api/problem';
import { check } from '#database/checker/check';
import { Composer } from '#documents/composer';
import { body, textAt } from '#documents/testing/customer-pages';
import { houseFonts } from '#documents/fonts/house-fonts';
import { Ink } from '#documents/ink';
import { inkDocument } from '#documents/ink-in-pdf';
import { plainLetter } from '#documents/testing/letters';
import { toolsFromEnv } from '#documents/tools';
import { MailError } from '#domain/mail-error';
import { localBlobs } from '#storage/local-blobs';
import { masterKeyOfFile } from '#storage/master-key';
import { openBlobs } from '#storage/blobs';
import type { ComposeDeps } from '../../../activities/compose/deps.ts';
import { composeActivities } from '../../../activities/compose/portion.ts';
import { erasePreviews } from '../../../activities/preview/erase-previews.ts';
import { previewActivities } from '../../../activities/preview/make-preview.ts';
import { recordsOf, type Records } from '../../../activities/records.ts';
import '../../../workflows/testing/quiet-runtime.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { claire, setUpCustomer, setUpSite, townHall } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let folder: string;
let composer: Composer;
let deps: ComposeDeps;
let site: { id: string };
let customer: Client;
let template: string;
/** Letters that the browser drew. */
let drawn = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pli-previews-'));
  const [BLOB_DIR, MASTER_KEY_FILE] = [join(folder, 'blobs'), join(folder, 'master.key')];
  t = await runApi({ environment: { BLOB_DIR, MASTER_KEY_FILE } });
  composer = new Composer({ tools: toolsFromEnv(), pages: 1 });
  deps = {
    records: recordsOf(t.database.worker, () => new Date(), 'bundle'),
    blobs: openBlobs(localBlobs(BLOB_DIR), await masterKeyOfFile(MASTER_KEY_FILE)),
    composer: {
      key: (request) => composer.key(request),
      compose: (chunk) => {
        drawn += chunk.letters.length;
        return composer.compose(chunk);
      },
    },
  };
  site = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, site.id));
  template = await templateOf(customer, plainLetter('<p>Vous devez {{ total | euros }}.</p>'));
});
afterAll(async () => {
  await composer.close();
  await t.stop();
  await rm(folder, { recursive: true });
});

async function templateOf(owner: Client, html: string): Promise<string> {
  const { id } = await owner.post<{ id: string }>('/v1/templates', { name: 'Rappel' });
  const version = { html, dataSchema: {}, sampleData: { total: 1250 } };
  return (await owner.post<{ id: string }>(`/v1/templates/${id}/versions`, version)).id;
}

const letterOf = (templateVersionId: string, change: object = {}) => ({
  recipient: claire,
  sender: townHall,
  content: { kind: 'template', templateVersionId, data: { total: 1250 } },
  ...change,
});
/** Data that no other test's letter has. */
const of = (total: number) => ({ kind: 'template', templateVersionId: template, data: { total } });
const ask = (body: object, by = customer) => by.post<PreviewView>('/v1/previews?wait=0', body);
const look = (id: string, wait = 0) => customer.get<PreviewView>(`/v1/previews/${id}?wait=${wait}`);
const input = ({ id, waiting }: PreviewView) => ({ siteId: site.id, previewId: id, dueAt: waiting?.until ?? '' });
/** What the print room does once it is asked. */
const make = (asked: PreviewView, by: ComposeDeps = deps) =>
  new MockActivityEnvironment().run(previewActivities(by).makePreview, input(asked));
const refusal = async (method: string, path: string, body?: unknown) =>
  (await customer.call<Problem>(method, path, body, { 'idempotency-key': crypto.randomUUID() })).body;

test('a letter is looked at: its pages, sheets, weight, price, deposit and promise; nothing is ordered', async () => {
  const asked = await ask({ letter: letterOf(template), options: { colour: 'colour' } });
  expect(asked).toMatchObject({
    state: 'making',
    siteId: site.id,
    made: null,
    waiting: { for: 'composition', who: ['pli'] },
  });
  // The call that waits is answered as soon as the print room has made it.
  const [ready] = await Promise.all([look(asked.id, 10), make(asked)]);
  expect(ready).toMatchObject({
    state: 'ready',
    waiting: null,
    trouble: null,
    warnings: [],
    problems: [],
    made: {
      pages: 1,
      sheets: 1,
      parts: [{ kind: 'document', pages: 1 }],
      envelope: 'C5/6',
      weightMg: 9990,
      weightBand: 20,
      product: 'priority',
      destination: 'metropolitan',
      postageCents: 150,
      promise: { days: 2 },
    },
  });
  const { plannedDeposit, promise } = ready.made!;
  expect(Date.parse(plannedDeposit.leavesAt)).toBeGreaterThan(Date.now());
  expect(promise.day > plannedDeposit.day).toBe(true);
  expect((await customer.get<{ rows: unknown[] }>('/v1/orders')).rows).toEqual([]);
  const { events } = await customer.get<{ events: { type: string; subjectId: string }[] }>('/v1/events?limit=1000');
  const its = events.filter(({ subjectId }) => subjectId === asked.id).map(({ type }) => type);
  expect(its).toEqual(['preview.asked', 'preview.ready']);
  expect(await make(asked)).toEqual({ outcome: 'passed_over' });
});

test('its pages are shown as a PDF, whose beginning are the stored bytes, and as pictures', async () => {
  const asked = await ask({ letter: letterOf(template) });
  await make(asked);
  const read = async (path: string) => (await customer.call<Buffer>('GET', `/v1/previews/${asked.id}/${path}`)).body;
  const [stored, shown] = [await read('letter.pdf?marks=none'), await read('letter.pdf')];
  expect(stored.subarray(0, 5).toString()).toBe('%PDF-');
  expect(shown.length).toBeGreaterThan(stored.length);
  expect(shown.subarray(0, stored.length).equals(stored)).toBe(true);
  const picture = await read('pages/1.png?dpi=72');
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // Width and height (RFC 2083, 11.2.1): A4 at 72 dpi.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([595, 842]);
  expect(await read('pages/1.png?dpi=72&zones=true')).not.toEqual(picture);
  expect(await refusal('GET', `/v1/previews/${asked.id}/pages/2.png`)).toMatchObject({ code: 'not_found' });
  expect(await refusal('GET', `/v1/previews/${asked.id}/pages/1.png?dpi=2000`)).toMatchObject({ status: 422 });
});

test('the order that follows prints the very same bytes, which are not made a second time', async () => {
  const letter = letterOf(template, {
    content: { kind: 'template', templateVersionId: template, data: { total: 77 } },
  });
  const asked = await ask({ letter });
  await make(asked);
  const before = drawn;
  const order = await customer.post<OrderReceipt>('/v1/orders', { letters: [letter], submit: true });
  const portion = { siteId: site.id, orderId: order.id, from: 0, letters: 1 };
  const outcome = await new MockActivityEnvironment().run(composeActivities(deps).composePortion, portion);
  expect(outcome).toEqual({ pooled: 1, unprintable: 0 });
  expect(drawn).toBe(before);
  const [blobs] = await t.database.asOwner(
    `select p.composed_blob = l.composed_blob as same, p.sheet_code_zones = l.sheet_code_zones as places, p.weight_mg = l.weight_mg as weight,
       p.postage_cents = l.postage_cents as price from pli.previews p, pli.letters l where p.id = $1 and l.order_id = $2`,
    [asked.id, order.id],
  );
  expect(blobs).toEqual({ same: true, places: true, weight: true, price: true });
});

test('a letter of a draft is looked at with its order’s options; once ordered there is nothing to preview', async () => {
  const body = { options: { service: 'registered', sides: 'simplex' }, letters: [letterOf(template)] };
  const { id: orderId, letters } = await customer.post<OrderReceipt>('/v1/orders', body);
  const letterId = letters[0]!.id;
  const asked = await ask({ orderId, letterId });
  await make(asked);
  expect(await look(asked.id)).toMatchObject({ state: 'ready', made: { product: 'registered', postageCents: 600 } });
  await customer.post(`/v1/orders/${orderId}/submit`);
  expect(await refusal('POST', '/v1/previews', { orderId, letterId })).toMatchObject({ code: 'order_not_draft' });
});

test('documents are shown as they will be printed: the own page with the address, or ours before it, on the letterhead', async () => {
  const upload = async (...drawings: ((ink: Ink) => void)[]) => {
    const pages = drawings.map((draw) => {
      const ink = new Ink(houseFonts(toolsFromEnv().fonts));
      draw(ink);
      return ink;
    });
    const pdf = await inkDocument(pages, { width: 210, height: 297 }, 'Lettre');
    const key = { 'idempotency-key': crypto.randomUUID() };
    return (await customer.call<{ id: string }>('POST', '/v1/documents', pdf, key)).body.id;
  };
  const written = ['Madame Claire Fontaine', '12 rue des Lilas', '69001 Lyon'];
  const [own, others, letterhead] = [
    await upload(textAt(written, 118, 59), body),
    await upload(textAt(['Monsieur Paul Martin', '4 place du Marché', '38000 Grenoble'], 118, 59), body),
    await upload(textAt(['Papeterie des Moulins'], 40, 20, { size: 16 })),
  ];
  const shown = async (documentId: string, change: object = {}) => {
    const content = { kind: 'document', documentId };
    const asked = await ask({ letter: letterOf(template, { content, ...change }) });
    await make(asked);
    return look(asked.id);
  };
  const options = { backgroundPage: letterhead, service: 'registered', sides: 'simplex' };
  const ready = await shown(own, { options, attachments: [{ documentId: others, pages: '2' }] });
  expect(ready).toMatchObject({
    state: 'ready',
    warnings: [],
    made: {
      pages: 3,
      sheets: 3,
      parts: [{ kind: 'document' }, { kind: 'attachment', pages: 1 }],
      product: 'registered',
    },
  });
  const added = await shown(others);
  expect(added).toMatchObject({
    made: {
      parts: [
        { kind: 'address_page', pages: 1 },
        { kind: 'document', pages: 2 },
      ],
    },
  });
  expect(added.warnings.map(({ code, mustAccept }) => [code, mustAccept])).toContainEqual([
    'other_address_in_window',
    true,
  ]);
  expect((await shown(own, { content: { kind: 'document', documentId: own, pages: '2' } })).made).toMatchObject({
    pages: 2,
  });
});

test('what an order would be refused for at once is refused at once, with its place', async () => {
  const unknown = template.replace(/.{4}$/, '0000');
  const wrong = await refusal('POST', '/v1/previews', { letter: letterOf(unknown) });
  expect(wrong.errors).toMatchObject([
    { code: 'template_version_unknown', pointer: '/letter/content/templateVersionId' },
  ]);
  const asked = { letter: letterOf(template), options: { returnAddress: 'site_box' } };
  expect((await refusal('POST', '/v1/previews', asked)).errors).toMatchObject([
    { code: 'option_not_available', pointer: '/letter/options/returnAddress' },
  ]);
  const [, last] = unknown.split('_');
  const letterhead = { letter: letterOf(template), options: { backgroundPage: `doc_${last}` } };
  expect((await refusal('POST', '/v1/previews', letterhead)).errors).toMatchObject([
    { code: 'document_unknown', pointer: '/options/backgroundPage' },
  ]);
  for (const body of [{}, { orderId: 'ord_00000000000000000000000000' }])
    expect(await refusal('POST', '/v1/previews', body)).toMatchObject({ code: 'request_invalid' });
});

test('a letter that cannot be made is refused with what is wrong, on which page, and where', async () => {
  const inMargin = await templateOf(
    customer,
    `<style>@page { size: A4; margin: 0 }</style><p style="margin-top: 120mm">{{ total }}</p>`,
  );
  const asked = await ask({ letter: letterOf(inMargin) });
  expect(await make(asked)).toEqual({ outcome: 'refused', reason: 'zone_not_empty' });
  const refused = await look(asked.id);
  expect(refused).toMatchObject({ state: 'refused', made: null, problems: [{ code: 'zone_not_empty', page: 1 }] });
  expect(refused.problems[0]?.area?.y).toBeGreaterThan(115);
  // Its pages are there to be looked at: the fault is shown on them.
  const pages = await customer.call<Buffer>('GET', `/v1/previews/${asked.id}/letter.pdf`);
  expect([pages.status, pages.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
});

test('what is no fault of the letter is told, and the letter is made once it is mended', async () => {
  const asked = await ask({ letter: letterOf(template, { content: of(3) }) });
  expect(await refusal('GET', `/v1/previews/${asked.id}/letter.pdf`)).toMatchObject({ code: 'preview_not_ready' });
  const away = new MailError('browser_unavailable', 'The browser does not start.', 'later');
  const broken = { ...deps, composer: { key: deps.composer.key, compose: () => Promise.reject(away) } };
  await expect(make(asked, broken)).rejects.toThrow(away);
  const trouble = { code: 'browser_unavailable', detail: 'The browser does not start.' };
  expect(await look(asked.id)).toMatchObject({ state: 'making', trouble });
  await make(asked);
  expect(await look(asked.id)).toMatchObject({ state: 'ready', trouble: null });
});

test('asked again with its key it is the same preview; so many at once are made, no more', async () => {
  const { customer: other } = await setUpCustomer(t, site.id);
  const letter = letterOf(await templateOf(other, plainLetter('{{ total }}')));
  const post = (key: string) =>
    other.call<PreviewView & Problem>('POST', '/v1/previews?wait=0', { letter }, { 'idempotency-key': key });
  const first = await post('0');
  const again = await post('0');
  expect(again.body.id).toBe(first.body.id);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  await Promise.all(Array.from({ length: 19 }, (_, i) => post(`${i + 1}`)));
  const { status, body } = await post('one more');
  expect([status, body.code]).toEqual([429, 'previews_too_many']);
  expect((await customer.call('GET', `/v1/previews/${first.body.id}`)).status).toBe(404);
});

test('when its time is over what it shows is erased, made or not; bytes that an order prints stay', async () => {
  const [looked, waits] = [await ask({ letter: letterOf(template) }), await ask({ letter: letterOf(template) })];
  await make(looked);
  const inAnHour = recordsOf(t.database.worker, () => new Date(Date.now() + 3601_000), 'bundle');
  const due = await t.database.asOwner(`select from pli.previews where state <> 'erased' and valid_until > now()`);
  const erase = (records: Records = inAnHour) =>
    new MockActivityEnvironment().run(erasePreviews, { ...deps, records }, site.id) as Promise<number>;
  expect(await erase(deps.records)).toBe(0);
  expect(await erase()).toBe(due.length);
  expect(await erase()).toBe(0);
  expect(await look(looked.id)).toMatchObject({ state: 'erased', made: null, warnings: [] });
  expect(await make(waits)).toEqual({ outcome: 'passed_over' });
  expect(await refusal('GET', `/v1/previews/${looked.id}/letter.pdf`)).toMatchObject({ code: 'content_erased' });
  const left = await t.database.asOwner(
    `select from pli.previews where num_nonnulls(letter, composed_blob, warnings, problems, trouble) > 0`,
  );
  const uses = await t.database.asOwner(
    `select use, count(*)::int as count from pli.blob_uses where use in ('preview', 'composed') group by 1`,
  );
  expect([left, uses]).toEqual([[], [{ use: 'composed', count: 1 }]]);
});

test('the checker finds each preview to be what the ledger tells', async () => {
  const report = JSON.stringify(await check({ database: t.database.checker }, () => new Date()));
  expect(report).not.toContain('prv_');
});
