import { randomUUID } from 'node:crypto';
import type {
  DraftCheckView,
  DraftLetterView,
  DraftRow,
  DraftView,
  EstimateView,
  RepeatedOrder,
} from '#contracts/api/drafts';
import type { Choices } from '#contracts/api/choices';
import type { DocumentView } from '#contracts/api/documents';
import type { FileBeginning, ImportErrorPage, ImportView } from '#contracts/api/imports';
import type { OrderReceipt } from '#contracts/api/orders';
import type { PreviewView } from '#contracts/api/previews';
import type { Problem } from '#contracts/api/problem';
import type { TemplateChange, TemplateView } from '#contracts/api/templates';
import { check } from '#database/checker/check';
import { longPrint } from '#documents/testing/long-print';
import { plainLetter } from '#documents/testing/letters';
import { makingPreviews, sharedStore, type SharedStore } from '../../testing/making-previews.ts';
import { runApi, type ApiUnderTest, type Client } from '../../testing/running-api.ts';
import { claire, setUpCustomer, setUpSite, townHall } from '../../testing/sample-site.ts';

let t: ApiUnderTest;
let store: SharedStore;
let stop: () => Promise<void>;
let customer: Client;
let templateId: string;
let template: string;
let pdf: Buffer;

beforeAll(async () => {
  store = await sharedStore();
  t = await runApi({ environment: store.environment });
  stop = await makingPreviews(t, store);
  const site = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, site.id));
  ({ id: templateId } = await customer.post<{ id: string }>('/v1/templates', { name: 'Rappel' }));
  const version = {
    html: plainLetter('<p>Vous devez {{ total | euros }}.</p>'),
    dataSchema: { type: 'object', properties: { total: { type: 'integer' } }, required: ['total'] },
    sampleData: { total: 1250 },
  };
  ({ id: template } = await customer.post<{ id: string }>(`/v1/templates/${templateId}/versions`, version));
  pdf = Buffer.from(await longPrint([{ foot: 'Relevé' }]));
});
afterAll(async () => {
  await stop();
  await t.stop();
  await store.remove();
});

const newDraft = async (options: object = {}) => (await customer.post<OrderReceipt>('/v1/orders', { options })).id;
const put = <T = unknown>(path: string, given: unknown) => customer.call<T>('PUT', path, given);
const letter = (change: object = {}) => ({
  recipient: claire,
  content: { kind: 'template', templateVersionId: template, data: { total: 100 } },
  ...change,
});
const drafts = async () => (await customer.get<{ rows: DraftRow[] }>('/v1/drafts')).rows;
const one = (id: string) => customer.get<DraftView>(`/v1/drafts/${id}`);
const submit = (id: string, given: object = {}) => customer.post<OrderReceipt>(`/v1/orders/${id}/submit`, given);

test('a draft keeps what its sender prepared, until it is sent', async () => {
  const id = await newDraft({ service: 'registered' });
  expect((await drafts())[0]).toMatchObject({ id, lacks: ['content', 'recipient'] });
  const prepared = {
    step: 'to',
    content: { kind: 'template', templateId, templateVersionId: template, data: { total: 100 } },
    to: { way: 'one', lines: 'Madame Claire Fontaine, 12 rue' },
  };
  expect((await put(`/v1/drafts/${id}/preparation`, prepared)).status).toBe(204);
  expect(await one(id)).toMatchObject({ preparation: prepared, letter: null, lacks: ['recipient'] });
  expect((await drafts())[0]).toMatchObject({ content: { kind: 'template', name: 'Rappel' }, letterCount: 0 });
  await put(`/v1/drafts/${id}/letter`, { letter: letter() });
  expect((await drafts())[0]).toMatchObject({ recipient: claire.name, lacks: ['sender'] });
  await put(`/v1/drafts/${id}/letter`, { letter: letter({ sender: townHall }) });
  expect(await one(id)).toMatchObject({ lacks: [], letter: { position: 1, letter: { sender: { town: 'Lyon' } } } });
  await submit(id);
  expect(await t.database.asOwner(`select preparation from pli.orders where id = $1`, [id])).toEqual([
    { preparation: null },
  ]);
  expect((await customer.call<Problem>('GET', `/v1/drafts/${id}`)).body.code).toBe('order_not_draft');
});

test('the one letter of a draft is written anew in its place; what is wrong with it is told by its place', async () => {
  const id = await newDraft();
  const first = await put<DraftLetterView>(`/v1/drafts/${id}/letter`, { letter: letter() });
  const second = await put<DraftLetterView>(`/v1/drafts/${id}/letter`, { letter: letter({ recipient: townHall }) });
  expect(second.body).toMatchObject({
    id: first.body.id,
    position: 1,
    letter: { recipient: { kind: 'organisation' } },
  });
  const wrong = letter({ content: { kind: 'template', templateVersionId: template, data: { total: 'ten' } } });
  const refused = await put<Problem>(`/v1/drafts/${id}/letter`, { letter: wrong });
  expect(refused.body.errors).toMatchObject([{ code: 'template_data_invalid', pointer: '/letter/content/data/total' }]);
  expect((await one(id)).order.letterCount).toBe(1);
  await customer.post(`/v1/orders/${id}/letters`, { letters: [letter()] });
  expect((await put<Problem>(`/v1/drafts/${id}/letter`, { letter: letter() })).body.code).toBe('draft_of_several');
});

test('letters of a draft are changed one by one, or all in the same way', async () => {
  const { id, letters } = await customer.post<OrderReceipt>('/v1/orders', { letters: [letter(), letter()] });
  const changed = letter({ recipient: townHall, clientReference: 'B-2' });
  await put(`/v1/drafts/${id}/letters/${letters[1]?.id}`, { letter: changed });
  const same = await customer.call('PATCH', `/v1/drafts/${id}/letters`, { sender: townHall });
  expect(same.status).toBe(204);
  const { rows } = await customer.get<{ rows: unknown[] }>(`/v1/drafts/${id}/letters`);
  expect(rows).toMatchObject([
    { position: 1, recipientLines: ['Madame Claire Fontaine', '12 RUE DES LILAS', '69001 LYON'] },
    { position: 2, clientReference: 'B-2', destination: 'metropolitan' },
  ]);
  const { id: document } = await customer.post<DocumentView>('/v1/documents', pdf);
  await customer.call('PATCH', `/v1/drafts/${id}/letters`, { content: { kind: 'document', documentId: document } });
  const refused = await customer.call<Problem>('PATCH', `/v1/drafts/${id}/letters`, {
    content: { kind: 'template', templateVersionId: template },
  });
  expect(refused.body.errors).toMatchObject([
    { code: 'template_data_invalid', letterId: letters[0]?.id },
    { code: 'template_data_invalid', letterId: letters[1]?.id },
  ]);
  await submit(id);
  // Their content is what the ledger has the hashes of.
  const { mismatched } = await check({ database: t.database.checker }, () => new Date());
  expect(mismatched).toBe(0);
});

test('a draft tells beforehand what submission would refuse', async () => {
  const id = await newDraft({ service: 'registered', archive: { kind: 'evidential', years: 10 } });
  const asked = () => customer.call<DraftCheckView>('POST', `/v1/drafts/${id}/check`, {});
  expect((await asked()).body).toMatchObject({ submittable: false, problems: [{ code: 'order_empty' }] });
  await put(`/v1/drafts/${id}/letter`, { letter: letter() });
  const { problems } = (await asked()).body;
  expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['option_not_available', '/options/archive'],
    ['sender_missing', '/sender'],
  ]);
});

test('a draft is priced by the letter that was looked at, each destination by its own rate', async () => {
  const overseas = { ...claire, postcode: '97400', town: 'Saint-Denis' };
  const { id, letters } = await customer.post<OrderReceipt>('/v1/orders', {
    letters: [
      letter(),
      letter(),
      letter({ recipient: { ...claire, country: 'CH', postcode: '1204', town: 'Genève' } }),
      letter({ recipient: overseas }),
    ],
    options: { service: 'priority' },
  });
  const seen = await customer.post<PreviewView>('/v1/previews?wait=10', { orderId: id, letterId: letters[0]?.id });
  expect(seen).toMatchObject({ state: 'ready', pages: 1 });
  const estimate = await customer.get<EstimateView>(`/v1/drafts/${id}/estimate?previewId=${seen.id}`);
  expect(estimate).toMatchObject({ letters: 4, sheets: 1, exact: false });
  expect(estimate.groups.reduce((sum, group) => sum + group.letters, 0)).toBe(4);
  expect(estimate.cents).toBe(estimate.groups.reduce((sum, { cents }) => sum + (cents ?? 0), 0));
  expect(estimate.groups).toContainEqual(
    expect.objectContaining({
      destination: 'metropolitan',
      letters: 2,
      weightBand: 20,
      eachCents: 150,
      cents: 300,
    }) as object,
  );
});

test('a former order becomes a draft again, as far as it is not erased, and it is said what did not come over', async () => {
  const { id: document } = await customer.post<DocumentView>('/v1/documents', pdf);
  const { id, letters } = await customer.post<OrderReceipt>('/v1/orders', {
    options: { costCentre: 'C-7', colour: 'colour' },
    letters: [
      letter({ options: { service: 'economy' } }),
      letter({ recipient: townHall }),
      letter({ content: { kind: 'document', documentId: document } }),
    ],
    submit: true,
  });
  await t.database.asOwner(
    `update pli.letters set erased_at = now(), recipient = null, sender = null, data = null, client_reference = null, content_key = null where id = $1`,
    [letters[1]?.id],
  );
  await t.database.asOwner(
    `update pli.documents set state = 'erased', erased_at = now(), blob = null, content_key = null, original_blob = null, original_sha256 = null, page_lines = null where id = $1`,
    [document],
  );
  const again = await customer.post<RepeatedOrder>(`/v1/orders/${id}/repeat`);
  expect(again).toMatchObject({
    state: 'draft',
    lettersOfOrder: 3,
    letterCount: 1,
    leftOut: [
      { why: 'letter_erased', count: 1 },
      { why: 'document_erased', count: 1 },
    ],
  });
  const draft = await one(again.id);
  expect(draft.order).toMatchObject({ costCentre: 'C-7', options: { colour: 'colour' } });
  expect(draft.letter?.letter).toMatchObject({ recipient: { name: claire.name }, options: { service: 'economy' } });
  // Only what the letter chose against its order is its own.
  expect(Object.keys(draft.letter?.letter.options ?? {})).toEqual(['service']);
  expect(draft.preparation).toMatchObject({ content: { kind: 'template', templateVersionId: template } });
  await submit(again.id);
});

test('what may be chosen is told: services with their promise, envelopes, the next deposit, senders and cost centres of late', async () => {
  const { sites, senders, costCentres } = await customer.get<Choices>('/v1/choices');
  expect(sites).toMatchObject([
    {
      name: 'Atelier de Paris',
      services: [{ name: 'priority' }, { name: 'registered', senderCompulsory: true }, { name: 'economy' }],
    },
  ]);
  expect(sites[0]?.envelopes.map(({ format }) => format).sort()).toEqual(['C4', 'C5', 'C5/6']);
  expect(senders).toContainEqual(expect.objectContaining({ organisation: townHall.organisation }));
  expect(costCentres).toContain('C-7');
});

test('a document has a name, is kept to be used again, and its pages can be seen; so can those of one that is refused', async () => {
  const { id } = await customer.post<DocumentView>('/v1/documents', pdf);
  const named = await customer.call<DocumentView>('PATCH', `/v1/documents/${id}`, {
    name: 'Papier à en-tête',
    library: 'letterhead',
  });
  expect(named.body).toMatchObject({ name: 'Papier à en-tête', library: 'letterhead' });
  const { rows } = await customer.get<{ rows: DocumentView[] }>('/v1/documents?library=letterhead&newest=true');
  expect(rows.map((row) => row.id)).toEqual([id]);
  const png = (answer: { status: number; body: Buffer }) => [answer.status, answer.body.subarray(1, 4).toString()];
  expect(png(await customer.call<Buffer>('GET', `/v1/documents/${id}/pages/1.png?dpi=36`))).toEqual([200, 'PNG']);
  expect((await customer.call('GET', `/v1/documents/${id}/pages/2.png`)).status).toBe(404);
  expect(png(await customer.call<Buffer>('POST', '/v1/documents/picture?page=1&dpi=36', pdf))).toEqual([200, 'PNG']);
  expect((await customer.call('POST', '/v1/documents/picture', Buffer.from('no PDF'))).status).toBe(422);
});

test('a template is looked at before it is saved; one that prints where the address goes shows where', async () => {
  const trial = (html: string, data: object = { total: 5 }) =>
    customer.call<PreviewView & Problem>(
      'POST',
      '/v1/templates/preview?wait=10',
      { html, data },
      { 'idempotency-key': randomUUID() },
    );
  const good = await trial(plainLetter('<p>{{ total }}</p>'));
  expect(good.body).toMatchObject({ state: 'ready', made: { pages: 1 } });
  const bad = await trial('<p style="position:absolute;top:60mm;left:120mm">Ici</p>');
  expect(bad.body).toMatchObject({ state: 'refused', pages: 1, problems: [{ code: 'zone_not_empty', page: 1 }] });
  const seen = await customer.call<Buffer>('GET', `/v1/previews/${bad.body.id}/pages/1.png?dpi=36`);
  expect(seen.headers.get('content-type')).toBe('image/png');
  const unread = await trial('<p>\n{% if %}</p>');
  expect([unread.status, unread.body.code]).toEqual([422, 'template_invalid']);
  expect(unread.body.detail).toMatch(/line:\d+, col:\d+/);
  expect((await trial('{{ nobody }}')).body).toMatchObject({
    state: 'refused',
    problems: [{ code: 'template_render_failed' }],
  });
});

test('a template tells who changed what, and which version may be used live', async () => {
  await customer.post(`/v1/templates/${templateId}/versions/1/approve`);
  for (let state = ''; state !== 'approved';)
    ({ state } = await customer.get<{ state: string }>(`/v1/templates/${templateId}/versions/1`));
  const { rows } = await customer.get<{ rows: TemplateChange[] }>(`/v1/templates/${templateId}/history`);
  expect(rows.map(({ event, version, state }) => [event, version, state])).toEqual([
    ['template_version.approved', 1, 'approved'],
    ['template_version.proof_asked', 1, 'proofing'],
    ['template_version.added', 1, 'draft'],
    ['template.created', null, null],
  ]);
  expect(rows[1]?.actor).toMatch(/^customer:key_/);
  expect(await customer.get<TemplateView>(`/v1/templates/${templateId}`)).toMatchObject({
    latestVersion: 1,
    approvedVersion: 1,
    state: 'approved',
  });
});

test('a file shows how it would be read, and which of its rows were left out', async () => {
  const csv =
    'Nom;Rue;Code postal;Ville;total\r\nClaire Fontaine;12 rue des Lilas;69001;Lyon;100\r\nPaul;3 rue X;1;;abc';
  const text = { 'content-type': 'text/csv' };
  const seen = await customer.call<FileBeginning>(
    'POST',
    `/v1/imports/beginning?templateVersionId=${template}`,
    csv,
    text,
  );
  expect(seen.body).toMatchObject({
    delimiter: ';',
    headings: ['Nom', 'Rue', 'Code postal', 'Ville', 'total'],
    rows: [{ 0: 'Claire Fontaine' }, { 0: 'Paul' }],
    mapping: { recipient: { name: [1], street: 2, postcode: 3, town: 4 }, data: { total: 5 } },
  });
  const open = await customer.call<FileBeginning>('POST', '/v1/imports/beginning', 'a,b\n1,2\n', text);
  expect(open.body).toMatchObject({ mapping: null, why: expect.stringContaining('headings') as string });
  const orderId = await newDraft();
  const { id } = await customer.post<ImportView>('/v1/imports', {
    orderId,
    letter: { content: { kind: 'template', templateVersionId: template } },
  });
  await customer.call('PUT', `/v1/imports/${id}/content`, csv, text);
  const { rows, next } = await customer.get<ImportErrorPage>(`/v1/imports/${id}/errors`);
  expect(next).toBeNull();
  expect(rows.map(({ row, column }) => [row, column])).toContainEqual([3, 'total']);
  expect(await one(orderId)).toMatchObject({ lacks: ['rows_left_out'], imports: [{ rows: { taken: 1, leftOut: 1 } }] });
});
