import { randomUUID } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentView } from '#contracts/api/documents';
import type { DepositExtract, Letter } from '#contracts/api/letters';
import type { OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import type { TemplateVersionView } from '#contracts/api/templates';
import { inLedger } from '#database/ledger';
import { siteScope } from '#database/scope';
import { writeText } from '#documents/testing/written-text';
import { problemPages } from '../problems/table.ts';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite, setUpTemplate } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let site: { id: string; code: string };
let customer: Client;
beforeAll(async () => {
  t = await runApi();
  site = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, site.id));
});
afterAll(() => t.stop());

const once = () => ({ 'idempotency-key': randomUUID() });
const newTemplate = async () => (await customer.post<{ id: string }>('/v1/templates', { name: 'Facture' })).id;
const version = {
  html: '<p>{{ name }}</p>',
  dataSchema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  sampleData: { name: 'Exemple' },
};
async function pdf(width = 595.28, height = 841.89): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  writeText(document.addPage([width, height]), 'Bonjour', { x: 100, y: 300 });
  return document.save();
}

test('a template gets versions; approving one has a print room compose its sample, once', async () => {
  const id = await newTemplate();
  const one = `/v1/templates/${id}/versions/1`;
  const first = await customer.post<TemplateVersionView>(`/v1/templates/${id}/versions`, version);
  expect(first).toMatchObject({ version: 1, state: 'draft', reason: null });
  expect(await customer.call('POST', `${one}/approve`, {}, once())).toMatchObject({
    status: 202,
    body: { state: 'proofing', approvedAt: null },
  });
  expect(await customer.post(`${one}/approve`)).toMatchObject({ state: 'proofing' });
  const starts = await t.database.asOwner<{ workflow_id: string; input: object }>(
    `select workflow_id, input from pli.outbox where kind = 'start' and site_id = $1 and workflow_type = 'proofTemplate'`,
    [site.id],
  );
  expect(starts).toMatchObject([
    { workflow_id: `proof/${first.id}/1`, input: { siteId: site.id, versionId: first.id, proof: 1, mode: 'test' } },
  ]);
  expect(await customer.get(one)).toMatchObject({
    html: version.html,
    dataSchema: version.dataSchema,
    sampleData: version.sampleData,
    askedBy: expect.stringMatching(/^customer:key_/) as string,
    waiting: { for: 'proof', who: ['pli'] },
  });
  expect(await customer.post(`/v1/templates/${id}/versions`, version)).toMatchObject({ version: 2 });
  expect(await customer.post(`/v1/templates/${id}/versions/2/withdraw`)).toMatchObject({ state: 'withdrawn' });
  expect((await customer.call<Problem>('POST', `/v1/templates/${id}/versions/2/approve`, {}, once())).body.code).toBe(
    'template_version_withdrawn',
  );
});

test('a version that its proof did not approve says why, and may be proofed again; withdrawn it waits no more', async () => {
  const id = await newTemplate();
  const one = `/v1/templates/${id}/versions/1`;
  const { id: versionId } = await customer.post<TemplateVersionView>(`/v1/templates/${id}/versions`, version);
  await customer.post(`${one}/approve`);
  await inLedger(
    t.database.worker,
    siteScope(site.id),
    { actor: 'test', cause: {} },
    () => new Date(),
    async (tx) => {
      const set = { state: 'draft', reason_code: 'zone_not_empty', deadline_at: null };
      await tx.change('template_version', 'template_version.not_approved', [{ id: versionId, set }]);
      await tx.sql(
        `insert into pli.notes (id, account_id, mode, subject_id, text, created_at)
         select 'not_' || id, account_id, mode, id, 'Page 1 prints in the window.', now() from pli.template_versions where id = $1`,
        [versionId],
      );
    },
  );
  const why = { state: 'draft', reason: 'zone_not_empty', reasonText: 'Page 1 prints in the window.', waiting: null };
  expect(await customer.get(one)).toMatchObject(why);
  expect(await customer.post(`${one}/approve`)).toMatchObject({ state: 'proofing', reason: null });
  expect(
    await t.database.asOwner(`select 1 from pli.outbox where workflow_id = $1`, [`proof/${versionId}/2`]),
  ).toHaveLength(1);
  await customer.post(`${one}/withdraw`);
  expect(await customer.get(one)).toMatchObject({ state: 'withdrawn', reasonText: null, waiting: null });
});

test('a letter that cannot be printed says why, in the words of its note or of its code', async () => {
  const { letters } = await customer.post<OrderReceipt>('/v1/orders', {
    letters: [letterTo(await setUpTemplate(customer)), letterTo(await setUpTemplate(customer))],
    submit: true,
  });
  const [first, second] = letters.map(({ id }) => id);
  await inLedger(
    t.database.worker,
    siteScope(site.id),
    { actor: 'test', cause: {} },
    () => new Date(),
    async (tx) => {
      const set = { state: 'unprintable', reason_code: 'too_many_pages', deadline_at: null, ended_at: tx.at };
      await tx.change(
        'letter',
        'letter.unprintable',
        letters.map(({ id }) => ({ id, set })),
      );
      await tx.sql(
        `insert into pli.notes (id, account_id, mode, subject_id, text, created_at)
         select 'not_' || id, account_id, mode, id, 'The letter has 99 pages. Shorten it.', now() from pli.letters where id = $1`,
        [first],
      );
    },
  );
  const of = (id: string | undefined) => customer.get<Letter>(`/v1/letters/${id}`);
  expect(await of(first)).toMatchObject({
    reason: 'too_many_pages',
    reasonText: 'The letter has 99 pages. Shorten it.',
  });
  expect((await of(second)).reasonText).toContain('send it as two letters');
});

test.each([
  ...['zone_not_empty', 'mark_zone_not_free', 'compose_timeout', 'compose_failed', 'raster_failed', 'too_many_pages'],
  ...['template_render_failed', 'template_invalid', 'page_not_a4', 'page_count_differs', 'document_erased'],
  ...['address_too_wide', 'address_line_too_long', 'text_not_printable', 'letter_without_content'],
  ...['envelope_too_small', 'envelope_not_stocked', 'too_heavy', 'too_heavy_to_tell', 'service_not_valid'],
])('%s, which a letter may end with, has a page', async (code) => {
  expect((await t.client(undefined).call('GET', `/problems/${code}`)).status).toBe(200);
});

test('an account without a print room cannot have a template proofed', async () => {
  const { id: accountId } = await t.provider.post<{ id: string }>('/v1/provider/accounts', { name: 'Sans contrat' });
  const stranger = await t.makeKey({ role: 'customer', accountId, mode: 'test', name: 'alone' });
  const { id } = await stranger.post<{ id: string }>('/v1/templates', { name: 'Facture' });
  await stranger.post(`/v1/templates/${id}/versions`, version);
  expect((await stranger.call<Problem>('POST', `/v1/templates/${id}/versions/1/approve`, {}, once())).body.code).toBe(
    'contract_missing',
  );
});

test.each([
  ['Liquid that cannot be read', { html: '{% if %}' }, 'template_invalid'],
  ['a schema that is none', { dataSchema: { type: 'nonsense' } }, 'template_schema_invalid'],
  ['a schema that refers elsewhere', { dataSchema: { $ref: 'https://example.org/x.json' } }, 'template_schema_invalid'],
  ['a sample that its schema refuses', { sampleData: {} }, 'template_sample_invalid'],
  [
    'a pattern that never ends',
    {
      dataSchema: { type: 'object', properties: { name: { type: 'string', pattern: '^(a+)+$' } } },
      sampleData: { name: `${'a'.repeat(40)}!` },
    },
    'template_data_too_slow',
  ],
])('%s is refused', async (_what, change, code) => {
  const id = await newTemplate();
  expect(
    (await customer.call<Problem>('POST', `/v1/templates/${id}/versions`, { ...version, ...change }, once())).body.code,
  ).toBe(code);
});

test('a template that asks for data its sample lacks is not approved', async () => {
  const id = await newTemplate();
  await customer.post(`/v1/templates/${id}/versions`, { ...version, html: '{{ missing }}' });
  expect((await customer.call<Problem>('POST', `/v1/templates/${id}/versions/1/approve`, {}, once())).body.code).toBe(
    'template_render_failed',
  );
});

test('a document is taken in, read back as it is printed, and sent', async () => {
  const bytes = await pdf();
  const key = once();
  const { body: document } = await customer.call<DocumentView>('POST', '/v1/documents', bytes, key);
  expect(document).toMatchObject({ state: 'stored', pages: 1 });
  const again = await customer.call<DocumentView>('POST', '/v1/documents', bytes, key);
  expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([document, 'true']);
  const { body: stored } = await customer.call<Buffer>('GET', `/v1/documents/${document.id}/content.pdf`);
  expect(stored.subarray(0, 5).toString()).toBe('%PDF-');
  const { letters } = await customer.post<OrderReceipt>('/v1/orders', {
    submit: true,
    letters: [letterTo('', { content: { kind: 'document', documentId: document.id }, attachments: [document.id] })],
  });
  const letter = await customer.get<Letter>(`/v1/letters/${letters[0]?.id}`);
  expect(letter.content).toEqual({
    kind: 'document',
    templateVersionId: null,
    documentId: document.id,
    pages: null,
    addressPage: 'auto',
    attachments: [{ documentId: document.id, pages: null }],
  });
  expect((await customer.call<Problem>('GET', `/v1/letters/${letter.id}/composed.pdf`)).body.code).toBe(
    'letter_not_composed',
  );
});

test('what is no A4 document is refused by name', async () => {
  const upload = async (bytes: Uint8Array) =>
    (await customer.call<Problem>('POST', '/v1/documents', bytes, once())).body.code;
  expect(await upload(Buffer.from('hello'))).toBe('document_unreadable');
  expect(await upload(await pdf(419.53, 595.28))).toBe('page_not_a4');
});

test('once handed over, a letter has an extract of its deposit, in JSON and on paper', async () => {
  const template = await setUpTemplate(customer);
  const { letters } = await customer.post<OrderReceipt>('/v1/orders', {
    submit: true,
    letters: [letterTo(template), letterTo(template)],
  });
  const [id = '', other = ''] = letters.map((letter) => letter.id);
  expect((await customer.call<Problem>('GET', `/v1/letters/${id}/deposit`)).body.code).toBe('letter_not_handed_over');
  const at = new Date('2027-01-04T16:30:00Z');
  await inLedger(
    t.database.worker,
    siteScope(site.id),
    { actor: 'test', cause: {} },
    () => at,
    async (tx) => {
      for (const state of ['composed', 'pooled', 'in_production'])
        await tx.change(
          'letter',
          `letter.${state}`,
          [id, other].map((letter) => ({ id: letter, set: { state, weight_mg: 9990 } })),
        );
      await tx.change(
        'letter',
        'letter.handed_over',
        [id, other].map((letter) => ({
          id: letter,
          set: { state: 'handed_over', handed_over_at: at, deposit_number: 7 },
        })),
      );
    },
  );
  const extract = await customer.get<DepositExtract>(`/v1/letters/${id}/deposit`);
  expect(extract).toMatchObject({
    deposit: expect.stringMatching(new RegExp(`^D/${site.code}/7/`)) as string,
    handedOverAt: at.toISOString(),
    acceptedByCarrierAt: null,
    more: false,
  });
  expect(extract.letters.map(({ letterId }) => letterId).sort()).toEqual([id, other].sort());
  expect(extract.letters[0]?.letterId).toBe(id);
  const paper = await customer.call<Buffer>('GET', `/v1/letters/${id}/deposit`, undefined, {
    accept: 'application/pdf',
  });
  expect(paper.headers.get('content-type')).toBe('application/pdf');
  expect(paper.body.subarray(0, 5).toString()).toBe('%PDF-');
  expect(
    (await customer.call<Problem>('GET', `/v1/letters/${id}/deposit`, undefined, { accept: 'image/png' })).body.code,
  ).toBe('not_acceptable');
});

test('every code answered in these tests has a page', () => {
  expect([...t.problems].filter((code) => !problemPages.has(code))).toEqual([]);
});
