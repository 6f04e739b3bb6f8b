import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { DocumentView } from '#contracts/api/documents';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { check } from '#database/checker/check';
import { writeText } from '#documents/testing/written-text';
import { demonstrationProfile } from '#domain/site-profiles';
import { openBlobs } from '#storage/blobs';
import { localBlobs } from '#storage/local-blobs';
import { masterKeyOfFile } from '#storage/master-key';
import { eraseLeftAlone } from '../../../activities/erasure/erase-left-alone.ts';
import type { ErasureDeps } from '../../../activities/erasure/deps.ts';
import { recordsOf } from '../../../activities/records.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { claire, letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let folder: string;
let customer: Client;
let alone: Client;
let template: string;
let deps: Omit<ErasureDeps, 'records'>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pli-left-alone-'));
  const [BLOB_DIR, MASTER_KEY_FILE] = [join(folder, 'blobs'), join(folder, 'master.key')];
  t = await runApi({ environment: { BLOB_DIR, MASTER_KEY_FILE, WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  const masterKey = await masterKeyOfFile(MASTER_KEY_FILE);
  deps = {
    masterKey,
    blobs: openBlobs(localBlobs(BLOB_DIR), masterKey),
    database: t.database.worker,
    workDir: folder,
    inserterFor: () => {
      throw new Error('no machine is asked');
    },
  };
  // Of two print rooms the one that keeps things longer has the say.
  const keep = { unusedDocument: 10, draft: 20, letterhead: 100 };
  const site = await setUpSite(t, 'test', { ...demonstrationProfile, keep });
  const other = await setUpSite(t, 'test', { ...demonstrationProfile, keep: { ...keep, unusedDocument: 5, draft: 5 } });
  const made = await setUpCustomer(t, site.id);
  ({ customer } = made);
  await setUpCustomer(t, other.id, { accountId: made.accountId });
  template = await setUpTemplate(customer);
  const { id } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Sans atelier' });
  alone = await t.makeKey({ role: 'customer', accountId: id, mode: 'test', name: 'alone' });
});
afterAll(async () => {
  await t.stop();
  await rm(folder, { recursive: true });
});

const DAY = 86_400_000;
/** A round of erasure so many days from now. */
const round = (days: number) =>
  new MockActivityEnvironment().run(() =>
    eraseLeftAlone({
      ...deps,
      records: recordsOf(t.database.worker, () => new Date(Date.now() + days * DAY), 'bundle'),
    }),
  ) as Promise<number>;
/** A page that says something of its own. */
async function page(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  writeText(pdf.addPage([595.28, 841.89]), randomUUID(), { x: 100, y: 500 });
  return pdf.save();
}
const upload = async (by = customer) => by.post<DocumentView>('/v1/documents', await page());
const document = (id: string, by = customer) => by.get<DocumentView>(`/v1/documents/${id}`);
const days = (moment: string | null) => Math.round((Date.parse(moment ?? '') - Date.now()) / DAY);
const madeOf = (documentId: string, change: object = {}) => ({
  recipient: claire,
  content: { kind: 'document', documentId },
  ...change,
});
const draftOf = (letters: object[], options = {}) => customer.post<OrderReceipt>('/v1/orders', { letters, options });
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
const remove = (id: string) => customer.call<Problem>('DELETE', `/v1/documents/${id}`);
/** What the checker says of contents and answers. */
const mismatches = async () =>
  (await check({ database: t.database.checker }, () => new Date())).findings.flatMap(({ part, text }) =>
    part === 'content' ? [text] : [],
  );

test('a document that no letter uses is erased after its days, with its bytes; one in a draft or lately a letterhead gets new time', async () => {
  const before = await files();
  const five = [upload(), upload(), upload(), upload(), upload()] as const;
  const [unused, inDraft, attached, letterhead, ofDraft] = await Promise.all(five);
  const ids = [unused, inDraft, attached, letterhead, ofDraft].map(({ id }) => id);
  await draftOf([madeOf(inDraft.id, { attachments: [attached.id] })], { backgroundPage: ofDraft.id });
  const written = await customer.post<OrderReceipt>('/v1/orders', {
    letters: [letterTo(template)],
    options: { backgroundPage: letterhead.id },
    siteId: (await t.database.asOwner<{ id: string }>(`select id from pli.sites order by code limit 1`))[0]?.id,
    submit: true,
  });
  // Its letter came to an end, and was erased.
  await t.database.asOwner(
    `update pli.letters set state = 'delivered', erased_at = now(), recipient = null, sender = null, data = null, content_key = null where order_id = $1`,
    [written.id],
  );
  expect(await round(0)).toBe(0);
  expect((await Promise.all(ids.map((id) => document(id)))).map(({ eraseAt }) => days(eraseAt))).toEqual(
    ids.map(() => 10),
  );
  expect(await round(9.9)).toBe(0);
  expect(await round(10.1)).toBe(1);
  expect(
    (await Promise.all(ids.map((id) => document(id)))).map(({ state, eraseAt }) => [state, eraseAt && days(eraseAt)]),
  ).toEqual([
    ['erased', null],
    ['stored', 20],
    ['stored', 20],
    ['stored', 100],
    ['stored', 20],
  ]);
  expect(await document(unused.id)).toMatchObject({ originalSha256: null });
  expect(await files()).toBe(before + 2 * 4);
  // The draft goes with what it says at twenty days, and then what it named.
  expect(await round(21)).toBe(4);
  expect((await Promise.all(ids.map((id) => document(id)))).map(({ state }) => state)).toEqual([
    'erased',
    'erased',
    'erased',
    'stored',
    'erased',
  ]);
  expect(await round(101)).toBe(1);
  expect(await files()).toBe(before);
});

test('a draft left alone is erased with its letters and its imports; each change gives it new time', async () => {
  const [left, changed] = [
    await draftOf([letterTo(template)], { clientReference: 'Fontaine' }),
    await draftOf([letterTo(template)]),
  ];
  const content = { kind: 'template', templateVersionId: template };
  await customer.post('/v1/imports', { orderId: left.id, letter: { content } });
  expect(await customer.get(`/v1/orders/${left.id}`)).toMatchObject({
    deadlineAt: null,
    waiting: { for: 'submission', until: null },
  });
  await round(0);
  const { waiting } = await customer.get<{ waiting: { until: string; then: string } }>(`/v1/orders/${left.id}`);
  expect([days(waiting.until), waiting.then]).toEqual([20, 'erased']);
  await customer.call('PATCH', `/v1/orders/${changed.id}`, { options: { colour: 'colour' } });
  await round(15);
  expect(await round(21)).toBe(1);
  expect((await customer.call('GET', `/v1/orders/${left.id}`)).body).toMatchObject({ status: 404 });
  const rows = await t.database.asOwner(
    `select o.state, o.client_reference, l.state as letter, num_nonnulls(l.recipient, l.data, l.content_key) as kept,
       (select state from pli.imports i where i.order_id = o.id) as import from pli.orders o join pli.letters l on l.order_id = o.id where o.id = $1`,
    [left.id],
  );
  expect(rows).toEqual([{ state: 'deleted', client_reference: null, letter: 'deleted', kept: 0, import: 'deleted' }]);
  expect(await customer.get(`/v1/orders/${changed.id}`)).toMatchObject({ state: 'draft' });
  expect(await round(36)).toBe(1);
});

test('what belongs to an account without a print room goes after the days of a profile that says nothing', async () => {
  const { id } = await upload(alone);
  await round(0);
  expect(days((await document(id, alone)).eraseAt)).toBe(30);
  expect(await round(29)).toBe(0);
  expect(await round(31)).toBe(1);
  expect((await document(id, alone)).state).toBe('erased');
});

test('a document is deleted by its sender, but not while a letter that has not ended is made of it', async () => {
  const [used, letterhead] = [await upload(), await upload()];
  const draft = await draftOf([madeOf(used.id)], { backgroundPage: letterhead.id });
  const refused = [await remove(used.id), await remove(letterhead.id)];
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'document_in_use'],
    [409, 'document_in_use'],
  ]);
  expect(refused[0]?.body.detail).toContain(draft.letters[0]?.id);
  await customer.call('DELETE', `/v1/orders/${draft.id}`);
  for (const { id } of [used, letterhead, used]) expect((await remove(id)).status).toBe(204);
  expect(await document(used.id)).toMatchObject({ state: 'erased', originalSha256: null });
  expect((await customer.call('GET', `/v1/documents/${used.id}/content.pdf`)).status).toBe(410);
  expect((await remove('doc_00000000000000000000000000')).status).toBe(404);
  const order = await customer.call<Problem>(
    'POST',
    '/v1/orders',
    { letters: [madeOf(used.id)] },
    { 'idempotency-key': 'gone' },
  );
  expect(order.body.errors?.[0]?.code).toBe('document_unknown');
});

test('an answer kept under an idempotency key tells nothing of what was erased, and of the request only a keyed hash is kept', async () => {
  const pdf = await page();
  const headers = { 'idempotency-key': 'a document' };
  const sent = await customer.call<DocumentView>('POST', '/v1/documents', pdf, headers);
  const plain = createHash('sha256').update('POST /v1/documents\n').update(pdf).digest();
  const kept = () =>
    t.database.asOwner<{ request_hash: Buffer; answer: object }>(
      `select request_hash, answer from pli.idempotency_keys where key = 'a document'`,
    );
  expect((await kept())[0]?.request_hash.equals(plain)).toBe(false);
  await remove(sent.body.id);
  expect(JSON.stringify(await kept())).not.toContain(sent.body.originalSha256);
  const again = await customer.call<DocumentView>('POST', '/v1/documents', pdf, headers);
  expect(again.body).toEqual(await document(sent.body.id));
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);

  const hook = { url: 'http://127.0.0.1:9/secret-path' };
  const key = { 'idempotency-key': 'a webhook' };
  const { body } = await customer.call<{ id: string }>('POST', '/v1/webhooks', hook, key);
  await customer.call('DELETE', `/v1/webhooks/${body.id}`);
  const all = await t.database.asOwner(`select answer from pli.idempotency_keys`);
  expect(JSON.stringify(all)).not.toContain('secret-path');
  const repeated = await customer.call<Problem>('POST', '/v1/webhooks', hook, key);
  expect([repeated.status, repeated.body.code]).toEqual([410, 'answer_erased']);
  expect(await mismatches()).toEqual([]);

  // Tampered with: the checker notices what outlived erasure.
  await t.database.asOwner(`update pli.idempotency_keys set erased_at = null where key in ('a document', 'a webhook')`);
  const told = await mismatches();
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/an answer kept under an idempotency key still tells of it/);
  await t.database.asOwner(
    `update pli.idempotency_keys set erased_at = now() where key in ('a document', 'a webhook')`,
  );
});

test('a plain hash kept by a former release still knows its request, and is keyed by the next round', async () => {
  const headers = { 'idempotency-key': 'of old' };
  const ask = (body: object) => customer.call<Problem & { id: string }>('POST', '/v1/orders', body, headers);
  const first = await ask({ options: { colour: 'colour' } });
  await t.database.asOwner(
    `update pli.idempotency_keys set hash_keyed = false, request_hash = sha256(convert_to($1, 'utf8')) where key = 'of old'`,
    ['POST /v1/orders\n{"options":{"colour":"colour"}}'],
  );
  for (const keyed of [false, true]) {
    if (keyed) await round(0);
    expect(await t.database.asOwner(`select hash_keyed from pli.idempotency_keys where key = 'of old'`)).toEqual([
      { hash_keyed: keyed },
    ]);
    expect((await ask({ options: { colour: 'colour' } })).body.id).toBe(first.body.id);
    expect((await ask({ options: {} })).body.code).toBe('idempotency_key_reused');
  }
});

test('the checker misses the deadline of a document that erasure passes by', async () => {
  const { id } = await upload();
  const due = (hours: number) => check({ database: t.database.checker }, () => new Date(Date.now() + hours * 3600_000));
  const about = async (hours: number) =>
    (await due(hours)).findings.filter(({ subject }) => subject === id).map(({ text }) => text);
  expect(await about(0.5)).toEqual([]);
  expect(await about(2)).toEqual([expect.stringMatching(/is stored and has no deadline/)]);
  await round(0);
  expect(await about(2)).toEqual([]);
  expect(await about(10 * 24 + 2)).toEqual([expect.stringMatching(/is stored, due at/)]);
});
