import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { DocumentView } from '#contracts/api/documents';
import type { Problem } from '#contracts/api/problem';
import { inLedger } from '#database/ledger';
import { accountScope } from '#database/scope';
import { samplePdf } from '#documents/testing/letters';
import { pdfText } from '#documents/testing/pdf-facts';
import { writeText } from '#documents/testing/written-text';
import type { PageLine } from '#documents/page-lines';
import { problemPages } from '../problems/table.ts';
import { runApi, type Answer, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { letterTo, setUpCustomer, setUpSite } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
let accountId: string;
let stranger: Client;
beforeAll(async () => {
  t = await runApi();
  const site = await setUpSite(t);
  ({ customer, accountId } = await setUpCustomer(t, site.id));
  ({ customer: stranger } = await setUpCustomer(t, site.id));
});
afterAll(() => t.stop());

const mm = 72 / 25.4;
const once = () => ({ 'idempotency-key': randomUUID() });
const upload = <T = Problem>(bytes: Uint8Array, query = '', headers = once()) =>
  customer.call<T>('POST', `/v1/documents${query}`, bytes, headers);

async function pages(...sizes: [width: number, height: number][]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const [width, height] of sizes)
    writeText(document.addPage([width * mm, height * mm]), 'Bonjour', { x: 20 * mm, y: (height - 40) * mm });
  return document.save();
}

async function unembedded(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([210 * mm, 297 * mm]);
  document.addPage([210 * mm, 297 * mm]).drawText('Bonjour', { x: 100, y: 300, font });
  return document.save();
}

const boundary = 'pli----0123456789';
function form(...parts: { name: string; fileName?: string; bytes: Uint8Array }[]): { body: Buffer; type: string } {
  const pieces = parts.flatMap(({ name, fileName, bytes }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/pdf`}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
const sendForm = <T = Problem>({ body, type }: { body: Buffer; type: string }, headers = once()) =>
  customer.call<T>('POST', '/v1/documents', body, { 'content-type': type, ...headers });

test('a document is kept as it came and as it is printed; its lines are known and nobody else’s', async () => {
  const bytes = samplePdf('office-letter/convocation.pdf');
  const { body: document, status } = await upload<DocumentView>(bytes);
  expect([status, document]).toMatchObject([201, { state: 'stored', pages: 2, repairs: [], acceptBy: null }]);
  const original = await customer.call<Buffer>('GET', `/v1/documents/${document.id}/original.pdf`);
  expect(original.body.equals(Buffer.from(bytes))).toBe(true);
  expect(original.headers.get('content-disposition')).toBe('attachment; filename="original.pdf"');
  expect((await stranger.call('GET', `/v1/documents/${document.id}/original.pdf`)).status).toBe(404);
  const [row] = await t.database.asOwner<{ page_lines: PageLine[][] }>(
    `select page_lines from pli.documents where id = $1`,
    [document.id],
  );
  expect(
    row?.page_lines
      .flat()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Cabinet Rivoire');
  const told = await t.database.asOwner<{ data: object }>(`select data from pli.events where subject_id = $1`, [
    document.id,
  ]);
  expect(JSON.stringify(told)).not.toMatch(/Rivoire|page_lines|original/);
});

test('a form with one file is the same request as its bytes alone', async () => {
  const bytes = await pages([210, 297]);
  const key = once();
  const first = await upload<DocumentView>(bytes, '', key);
  const again = await sendForm<DocumentView>(form({ name: 'file', fileName: '../../etc/passwd', bytes }), key);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const other = await sendForm(form({ name: 'file', fileName: 'a.pdf', bytes: await pages([210, 298]) }), key);
  expect(other.body.code).toBe('idempotency_key_reused');
});

test('a form that is none is refused, and the next is read', async () => {
  const bytes = await pages([210, 297]);
  const good = form({ name: 'file', fileName: 'a.pdf', bytes });
  const file = { name: 'file', fileName: 'a.pdf', bytes };
  const bad: [string, { body: Buffer; type: string }][] = [
    ['no file', form()],
    ['two files', form(file, file)],
    ['a file of another name', form({ ...file, name: 'letter' })],
    ['a field', form({ name: 'file', bytes: Buffer.from('x') })],
    ['a field beside it', form(file, { name: 'repair', bytes: Buffer.from('all') })],
    ['no boundary', { ...good, type: 'multipart/form-data' }],
    ['another boundary', { ...good, type: 'multipart/form-data; boundary=other' }],
    ['cut in the file', { ...good, body: good.body.subarray(0, 400) }],
    ['cut in a header', { ...good, body: good.body.subarray(0, boundary.length + 20) }],
    ['many empty parts', form(...Array.from({ length: 500 }, () => ({ name: 'x', bytes: Buffer.alloc(0) })))],
    ['nothing but a prologue', { ...good, body: Buffer.alloc(60_000, 'x') }],
  ];
  for (const [what, sent] of bad) expect([what, (await sendForm(sent)).body.code]).toEqual([what, 'form_unreadable']);
  const huge = await sendForm({ ...good, body: Buffer.alloc(21 * 1024 * 1024, 'x') });
  expect([huge.status, huge.body.code]).toEqual([413, 'body_too_large']);
  expect((await sendForm(good)).status).toBe(201);
});

test('a form whose file never ends is cut off at its size, told or not', async () => {
  const head = form({ name: 'file', fileName: 'a.pdf', bytes: Buffer.alloc(0) }).body.subarray(0, 150);
  const url = new URL(t.api.url);
  const answered = new Promise<unknown>((resolve) => {
    const request = httpRequest(
      {
        host: url.hostname,
        port: url.port,
        method: 'POST',
        path: '/v1/documents',
        headers: {
          authorization: `Bearer ${customer.key}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'transfer-encoding': 'chunked',
          ...once(),
        },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
        request.destroy();
      },
    );
    // Who goes on writing may be cut off before the answer is read.
    request.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
    request.write(head);
    const more = () => {
      if (!request.destroyed) request.write(Buffer.alloc(1024 * 1024, 'x'), more);
    };
    more();
  });
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(await answered);
});

test('every page that is to be mended is told with its place, and how', async () => {
  const { status, body } = await upload(await pages([210, 297], [297, 210], [148, 210]));
  expect([status, body.code]).toEqual([422, 'page_not_a4']);
  expect(body.errors).toMatchObject([
    { code: 'page_not_a4', page: 2, area: { width: 297, height: 210 }, repair: 'fit_to_a4' },
    { code: 'page_not_a4', page: 3, area: { width: 148, height: 210 }, repair: 'fit_to_a4' },
  ]);
  expect(body.errors?.map(({ detail }) => detail).join('\n')).toMatch(/landscape[^]*mixed sizes/);
  const fonts = await upload(await unembedded());
  expect(fonts.body).toMatchObject({
    code: 'document_font_not_embedded',
    errors: [{ page: 2, repair: 'embed_fonts', detail: expect.stringContaining('"Helvetica"') as string }],
  });
});

test('a repaired document is a proposal: looked at, then accepted, and ordered only then', async () => {
  const { body: proposed } = await upload<DocumentView>(await unembedded(), '?repair=fit_to_a4,embed_fonts');
  expect(proposed).toMatchObject({
    state: 'proposed',
    repairs: ['embed_fonts'],
    acceptBy: expect.any(String) as string,
  });
  const { body: seen } = await customer.call<Buffer>('GET', `/v1/documents/${proposed.id}/content.pdf`);
  expect(await pdfText(new Uint8Array(seen), 2)).toContain('Bonjour');
  const order = () =>
    customer.call<Problem>(
      'POST',
      '/v1/orders',
      { submit: true, letters: [letterTo('', { content: { kind: 'document', documentId: proposed.id } })] },
      once(),
    );
  const refused = await order();
  expect(refused.body.errors?.map(({ code }) => code)).toEqual(['document_not_accepted']);
  expect((await stranger.call('POST', `/v1/documents/${proposed.id}/accept`, {}, once())).status).toBe(404);
  const accepted = await customer.post<DocumentView>(`/v1/documents/${proposed.id}/accept`);
  expect(accepted).toMatchObject({ state: 'stored', repairs: ['embed_fonts'], acceptBy: null });
  expect(await customer.post<DocumentView>(`/v1/documents/${proposed.id}/accept`)).toEqual(accepted);
  expect((await order()).status).toBe(201);
  const { id: plain } = (await upload<DocumentView>(await pages([210, 297]))).body;
  const needless = await customer.call<Problem>('POST', `/v1/documents/${plain}/accept`, {}, once());
  expect([needless.status, needless.body.code]).toEqual([409, 'document_not_proposed']);
});

test('accepted several times at once, a document is told of once; against the eraser, it is one or the other', async () => {
  const repaired = async () => (await upload<DocumentView>(await unembedded(), '?repair=embed_fonts,fit_to_a4')).body;
  const accept = (id: string) => customer.call<DocumentView>('POST', `/v1/documents/${id}/accept`, {}, once());
  const { id } = await repaired();
  const answers = await Promise.all([1, 2, 3, 4].map(() => accept(id)));
  expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [200, answers[0]?.body]));
  const told = await t.database.asOwner(`select type from pli.events where subject_id = $1 order by number`, [id]);
  expect(told).toEqual([{ type: 'document.proposed' }, { type: 'document.accepted' }]);

  const { id: due } = await repaired();
  let late: Promise<Answer<Problem>> | undefined;
  await inLedger(
    t.database.api,
    accountScope(accountId, 'test'),
    { actor: 'test', cause: {} },
    () => new Date(),
    async (tx) => {
      await tx.sql(`select from pli.documents where id = $1 for update`, [due]);
      late = customer.call<Problem>('POST', `/v1/documents/${due}/accept`, {}, once());
      const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      while ((await t.database.asOwner(waiting)).length === 0) continue;
      const set = { state: 'erased', erased_at: tx.at, deadline_at: null };
      const content = { blob: null, content_key: null, original_blob: null, original_sha256: null, page_lines: null };
      await tx.change('document', 'document.erased', [{ id: due, set, content }]);
    },
  );
  const answer = await late;
  expect([answer?.status, answer?.body.code]).toEqual([410, 'content_erased']);
});

test('what needs no repair is stored as it is, and an unknown repair is refused', async () => {
  const { body } = await upload<DocumentView>(await pages([210, 297]), '?repair=embed_fonts');
  expect(body).toMatchObject({ state: 'stored', repairs: [] });
  const { body: unknown } = await upload(await pages([210, 297]), '?repair=all');
  expect(unknown).toMatchObject({ code: 'request_invalid', errors: [{ parameter: 'repair' }] });
});

test('a document to split may have more pages than a letter', async () => {
  const long = await pages(...Array.from({ length: 101 }, (): [number, number] => [210, 297]));
  expect((await upload(long)).body.code).toBe('document_too_many_pages');
  expect((await upload<DocumentView>(long, '?purpose=split')).body).toMatchObject({ state: 'stored', pages: 101 });
});

test('every code answered in these tests has a page', () => {
  expect([...t.problems].filter((code) => !problemPages.has(code))).toEqual([]);
});
