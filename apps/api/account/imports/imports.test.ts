import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import iconv from 'iconv-lite';
import { check } from '#database/checker/check';
import type { ImportView } from '#contracts/api/imports';
import type { Order, OrderReceipt } from '#contracts/api/orders';
import type { Problem } from '#contracts/api/problem';
import { runApi, type ApiUnderTest, type Client } from '../../testing/running-api.ts';
import { setUpCustomer, setUpSite, setUpTemplate } from '../../testing/sample-site.ts';

let t: ApiUnderTest;
let customer: Client;
let template: string;
beforeAll(async () => {
  t = await runApi();
  const site = await setUpSite(t);
  ({ customer } = await setUpCustomer(t, site.id));
  template = await setUpTemplate(customer);
});
afterAll(() => t.stop());

const headings = 'Civilité;Prénom;Nom;Adresse;Code postal;Ville;Référence;total;Remarque';
/** Rows as a back office writes them; each is another person. */
const rows = (count: number, from = 1) =>
  Array.from(
    { length: count },
    (_, i) =>
      `Madame;Hélène;Forêt ${'abcdefghij'[(from + i) % 10]};${from + i} rue de l'Église;35000;Rennes;D-${from + i};${from + i};`,
  );
const fileOf = (lines: readonly string[], newline = '\r\n') => lines.map((line) => line + newline).join('');

const draft = async () => (await customer.post<OrderReceipt>('/v1/orders', {})).id;
const opened = async (change: object = {}) =>
  customer.post<ImportView>('/v1/imports', {
    orderId: await draft(),
    letter: { content: { kind: 'template', templateVersionId: template } },
    ...change,
  });
const put = (id: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  customer.call<ImportView & Problem>('PUT', `/v1/imports/${id}/content`, Buffer.from(body), {
    'content-type': 'text/csv',
    ...headers,
  });
const lettersOf = (orderId: string) =>
  t.database.asOwner<{ position: number; recipient: { name: string }; data: object; client_reference: string }>(
    `select position, recipient, data, client_reference from pli.letters where order_id = $1 and state = 'draft' order by position`,
    [orderId],
  );
const submit = (orderId: string, body: object = {}) =>
  customer.call<Problem>('POST', `/v1/orders/${orderId}/submit`, body, { 'idempotency-key': randomUUID() });

test('a file is read by its usual headings, whatever its encoding, delimiter and line ends', async () => {
  const kinds = [
    ['utf-8', ';', '\n', ''],
    ['utf-8', ',', '\r\n', '\ufeff'],
    ['windows-1252', ';', '\r\n', ''],
    ['macintosh', '|', '\r', ''],
    ['utf-16le', '\t', '\r\n', '\ufeff'],
    ['utf-16be', '\t', '\n', '\ufeff'],
  ] as const;
  for (const [encoding, delimiter, newline, mark] of kinds) {
    const text = mark + fileOf([headings, ...rows(3)], newline).replaceAll(';', delimiter);
    const told = encoding === 'macintosh' ? { encoding } : {};
    const { id, orderId } = await opened(told);
    const bytes = iconv.encode(text, encoding);
    const { status, body } = await put(id, bytes);
    expect([encoding, status, body.rows]).toEqual([encoding, 200, { read: 3, taken: 3, leftOut: 0 }]);
    expect(body).toMatchObject({ state: 'complete', nextByte: bytes.length, reading: { encoding, delimiter } });
    expect(body.reading?.unusedColumns).toEqual(['Remarque']);
    const letters = await lettersOf(orderId);
    expect(letters.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(letters[0]).toMatchObject({
      recipient: { kind: 'person', name: 'Madame Hélène Forêt b', street: "1 rue de l'Église", town: 'Rennes' },
      data: { total: 1 },
      client_reference: 'D-1',
    });
  }
});

test('bad rows are left out and told with row, column and how to mend it; the order goes without them only when that is accepted', async () => {
  const { id, orderId } = await opened();
  const lines = [
    headings,
    ...rows(2),
    'Madame;Zoé;=HYPERLINK("x");1 rue Haute;3500;Rennes;D-3;12;',
    'Madame;Zoé;Petit;1 rue Haute;35000;Rennes;D-4;douze;',
    'Madame;Zoé;Petit;1 rue Haute;35000;Rennes;D-5;1.5;',
    '',
    ';;;;;;;;',
    'Madame;Zoé;Petit;1 rue Haute;35000;Rennes',
    ...rows(1, 9),
  ];
  const { body } = await put(id, fileOf(lines));
  expect(body).toMatchObject({ state: 'complete', rows: { read: 7, taken: 3, leftOut: 4 } });
  const csv = await customer.call<Buffer>('GET', `/v1/imports/${id}/errors.csv`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [top, ...errors] = csv.body.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
  expect(top).toBe('row;column;value;code;what;mend');
  expect(errors.map((line) => line.split(';').slice(0, 4).join(';'))).toEqual([
    '4;Code postal;3500;address_postcode',
    '5;total;douze;import_cell_unreadable',
    '6;total;1.5;import_cell_unreadable',
    '9;;;import_row_shape',
  ]);
  expect((await submit(orderId)).body.code).toBe('import_rows_left_out');
  expect((await submit(orderId, { importErrors: 'leave_out' })).status).toBe(200);
  expect(await check({ database: t.database.checker }, () => new Date())).toMatchObject({ findings: [] });
});

test('a number beside a street that begins with one is no letter, whatever says so', async () => {
  const { id, orderId } = await opened({
    mapping: {
      recipient: { name: 'Nom', streetNumber: 'N°', street: 'Adresse', postcode: 'CP', town: 'Ville' },
      data: { total: 6 },
    },
  });
  const file = fileOf([
    'N°;Nom;Adresse;CP;Ville;total',
    '17;Zoé Petit;12 rue des Lilas;35000;Rennes;1',
    '12;Zoé Petit;rue des Lilas;35000;Rennes;1',
  ]);
  expect((await put(id, file)).body.rows).toEqual({ read: 2, taken: 1, leftOut: 1 });
  expect(await lettersOf(orderId)).toMatchObject([{ recipient: { streetNumber: '12', street: 'rue des Lilas' } }]);
  const { body } = await customer.call<Buffer>('GET', `/v1/imports/${id}/errors.csv`);
  expect(body.toString('utf8')).toContain('2;Adresse;12 rue des Lilas;import_number_twice;');

  const auto = await opened();
  await put(
    auto.id,
    fileOf(['N°;Prénom;Nom;Adresse;CP;Ville;Contact;total', '17;Zoé;Petit;12 rue des Lilas;35000;Rennes;Luc Roi;1']),
  );
  const [letter] = await lettersOf(auto.orderId);
  expect(letter?.recipient).toMatchObject({ name: 'Zoé Petit', street: '12 rue des Lilas' });
  expect(letter?.recipient).not.toHaveProperty('streetNumber');
});

test('the same rows are the same letters as CSV and as JSON Lines', async () => {
  const made = (orderId: string) =>
    t.database.asOwner(
      `select recipient, sender, data, options, accept, client_reference from pli.letters where order_id = $1 order by position`,
      [orderId],
    );
  const letter = {
    content: { kind: 'template', templateVersionId: template },
    options: { colour: 'colour', sides: 'simplex', service: 'economy' },
  };
  const asCsv = await opened({
    letter,
    mapping: {
      recipient: { name: 1, street: 2, postcode: 3, town: 4 },
      data: { total: 5 },
      options: { sides: 6 },
      clientReference: 7,
    },
  });
  await put(
    asCsv.id,
    fileOf(['n;s;p;t;x;o;r', 'Zoé Petit;1 rue Haute;35000;Rennes;5;duplex;a', 'Luc Roi;2 rue Haute;35000;Rennes;6;;b']),
  );
  const asLines = await opened({ letter, format: 'jsonl' });
  const line = (name: string, street: string, total: number, rest: object) =>
    JSON.stringify({
      recipient: { kind: 'person', name, street, postcode: '35000', town: 'Rennes' },
      content: { data: { total } },
      ...rest,
    });
  await put(
    asLines.id,
    fileOf([
      line('Zoé Petit', '1 rue Haute', 5, { options: { sides: 'duplex' }, clientReference: 'a' }),
      line('Luc Roi', '2 rue Haute', 6, { clientReference: 'b' }),
    ]),
    { 'content-type': 'application/x-ndjson' },
  );
  const letters = await made(asLines.orderId);
  expect(letters).toMatchObject([
    { options: { colour: 'colour', sides: 'duplex', service: 'economy' } },
    { options: { colour: 'colour', sides: 'simplex', service: 'economy' } },
  ]);
  expect(letters).toEqual(await made(asCsv.orderId));
});

test('with ten thousand rows left out an import is abandoned: what was left out can be read, its letters taken out', async () => {
  const { id, orderId } = await opened();
  const bad = Array.from({ length: 12_000 }, () => 'x');
  const { status, body } = await put(id, fileOf([headings, ...rows(2), ...bad]));
  expect([status, body.code]).toEqual([422, 'import_too_many_errors']);
  const now = await customer.get<ImportView>(`/v1/imports/${id}`);
  expect(now).toMatchObject({ state: 'abandoned', until: null, erasedAt: null, rows: { taken: 2 } });
  expect(now.rows.leftOut).toBeGreaterThanOrEqual(10_000);
  expect(now.rows.leftOut).toBeLessThan(10_500);
  expect(await lettersOf(orderId)).toHaveLength(2);
  expect((await put(id, 'x')).body.code).toBe('import_too_many_errors');
  expect((await submit(orderId, { importErrors: 'leave_out' })).body.code).toBe('import_not_complete');
  const csv = await customer.call<Buffer>('GET', `/v1/imports/${id}/errors.csv`);
  expect(csv.body.toString('utf8').trim().split('\r\n')).toHaveLength(now.rows.leftOut + 1);
  expect((await customer.call('DELETE', `/v1/imports/${id}`)).status).toBe(204);
  expect(await lettersOf(orderId)).toEqual([]);
  expect(await check({ database: t.database.checker }, () => new Date())).toMatchObject({ findings: [] });
});

test('cells that a spreadsheet would take for formulas are harmless in the file of errors', async () => {
  const { id } = await opened();
  await put(id, fileOf([headings, 'M;X;Y;"=1+1";1;Rennes;"@r";"-2;3";']));
  const { body } = await customer.call<Buffer>('GET', `/v1/imports/${id}/errors.csv`);
  expect(body.toString('utf8')).toContain(`;"'-2;3";`);
  expect(body.toString('utf8')).not.toMatch(/(^|;"?)[=+@-]/m);
});

test('broken off, it goes on where it was; sent again from its begin, no row is taken twice; another file is refused', async () => {
  const { id, orderId } = await opened();
  const file = Buffer.from(fileOf([headings, ...rows(1700)]));
  await sendPart(id, file.subarray(0, 60_000));
  const broken = await untilStored(id);
  expect(broken.state).toBe('receiving');
  expect(broken.rows.taken).toBeGreaterThan(0);
  expect((await submit(orderId)).body.code).toBe('import_not_complete');

  const other = Buffer.from(file.toString().replace('Rennes', 'Nantes'));
  expect((await put(id, other)).body).toMatchObject({ status: 409, code: 'import_file_differs' });
  expect((await put(id, file, { 'upload-offset': '17' })).body.code).toBe('import_offset_unknown');

  // A further piece, from where it broke off; cut again.
  await sendPart(id, file.subarray(broken.nextByte, 110_000), { 'upload-offset': String(broken.nextByte) });
  await untilStored(id, broken.rows.taken);
  const rest = await putRest(id, file, (from) => ({
    'content-range': `bytes ${from}-${file.length - 1}/${file.length}`,
  }));
  expect(rest.body).toMatchObject({ state: 'complete', rows: { read: 1700, taken: 1700 }, nextByte: file.length });

  for (let again = 0; again < 2; again++)
    expect((await put(id, file)).body).toMatchObject({ state: 'complete', rows: { taken: 1700 } });
  expect((await put(id, Buffer.concat([file, file]))).body.code).toBe('import_file_differs');
  expect((await put(id, file.subarray(0, -2))).body.code).toBe('import_file_differs');
  const letters = await lettersOf(orderId);
  expect(letters.map(({ position }) => position)).toEqual(letters.map((_, i) => i + 1));
  expect(new Set(letters.map(({ client_reference }) => client_reference)).size).toBe(1700);
  expect((await customer.get<Order>(`/v1/orders/${orderId}`)).letterCount).toBe(1700);
});

test.each([
  ['\r\n', 'utf-8'],
  ['\n', 'utf-8'],
  ['\r', 'utf-8'],
  ['\n', 'utf-16le'],
])(
  'a part that is not the last leaves the import open, and of a row it cuts nothing is taken (%j, %s)',
  async (end, encoding) => {
    const { id, orderId } = await opened();
    const file = iconv.encode((encoding === 'utf-8' ? '' : '\ufeff') + fileOf([headings, ...rows(12)], end), encoding);
    const all = file.length;
    let nextByte = 0;
    // Cut in the headings, in a cell, after a carriage return, behind a line end.
    const cuts = [
      20,
      200,
      file.indexOf('Rennes', 400) + 3,
      file.indexOf(end, 500) + 1,
      file.indexOf(end, 700) + end.length,
    ];
    for (const cut of cuts.filter((place) => place > 0)) {
      if (cut <= nextByte) continue;
      const sent = await put(id, file.subarray(nextByte, cut), {
        'content-range': `bytes ${nextByte}-${cut - 1}/${all}`,
      });
      expect(sent.status).toBe(200);
      expect(sent.body.state).not.toBe('complete');
      expect(sent.body.nextByte).toBeLessThanOrEqual(cut);
      nextByte = sent.body.nextByte;
    }
    expect(nextByte).toBeGreaterThan(200);
    const rest = await put(id, file.subarray(nextByte), { 'content-range': `bytes ${nextByte}-${all - 1}/${all}` });
    expect(rest.body).toMatchObject({ state: 'complete', rows: { read: 12, taken: 12, leftOut: 0 }, nextByte: all });
    const references = (await lettersOf(orderId)).map(({ client_reference }) => client_reference);
    expect(references).toEqual(references.map((_, i) => `D-${i + 1}`));
    expect((await put(id, file)).body).toMatchObject({ state: 'complete', rows: { taken: 12 } });
  },
);

test('a Content-Range that is another one than the body is refused, and completes nothing', async () => {
  const { id } = await opened();
  const file = Buffer.from(fileOf([headings, ...rows(3)]));
  for (const [range, status, code] of [
    ['bytes 0-*/*', 400, 'content_range_unreadable'],
    ['bytes 0-9/*', 400, 'content_range_unreadable'],
    [`bytes 0-${file.length}/${file.length + 1}`, 422, 'content_range_impossible'],
    ['bytes 9-3/300', 422, 'content_range_impossible'],
  ] as const)
    expect((await put(id, file, { 'content-range': range })).body).toMatchObject({ status, code });
  const part = file.subarray(0, 250);
  await put(id, part, { 'content-range': `bytes 0-249/${file.length}` });
  expect(await customer.get<ImportView>(`/v1/imports/${id}`)).toMatchObject({ state: 'receiving' });
  expect((await put(id, file.subarray(0, 60), { 'content-range': `bytes 0-59/${file.length}` })).body.code).toBe(
    'import_offset_unknown',
  );
});

test('UTF-16 goes on at its own bytes', async () => {
  const { id, orderId } = await opened();
  const file = iconv.encode('\ufeff' + fileOf([headings, ...rows(1200)]).replaceAll(/;$/gm, ';𝄞 é'), 'utf-16le');
  await sendPart(id, file.subarray(0, 150_001));
  await untilStored(id);
  const rest = await putRest(id, file, (from) => ({ 'upload-offset': String(from) }));
  expect(rest.body).toMatchObject({ state: 'complete', nextByte: file.length, rows: { read: 1200 } });
  expect((await put(id, file)).body).toMatchObject({ state: 'complete', rows: { read: 1200 } });
  expect((await lettersOf(orderId)).length).toBe(rest.body.rows.taken);
});

test('of two uploads side by side one goes on, and no row is doubled', async () => {
  const { id, orderId } = await opened();
  const file = fileOf([headings, ...rows(1500)]);
  const answers = await Promise.all([put(id, file), put(id, file), put(id, file)]);
  expect(answers.some(({ body }) => body.state === 'complete')).toBe(true);
  for (const { status, body } of answers) if (status !== 200) expect(body.code).toMatch(/import_(moved_on|ended)/);
  expect(await lettersOf(orderId)).toHaveLength(1500);
});

test('JSON Lines are letters as one gives them; what a line leaves out is the same for all', async () => {
  const recipient = {
    kind: 'person',
    name: 'Madame Claire Fontaine',
    street: 'rue des Lilas',
    postcode: '69001',
    town: 'Lyon',
  };
  const { id, orderId } = await opened({ format: 'jsonl' });
  const lines = [
    JSON.stringify({ recipient, content: { data: { total: 5 } }, clientReference: 'a' }),
    '',
    '{"recipient":',
    JSON.stringify({ recipient, content: { data: { total: 'x' } } }),
    JSON.stringify({ recipient: { ...recipient, town: '' }, content: { data: { total: 5 } } }),
    JSON.stringify({ recipient, content: { kind: 'template', templateVersionId: template, data: { total: 6 } } }),
  ];
  const { body } = await put(id, lines.join('\n'), { 'content-type': 'application/x-ndjson' });
  expect(body).toMatchObject({ state: 'complete', rows: { read: 5, taken: 2, leftOut: 3 } });
  expect((await lettersOf(orderId)).map(({ data }) => data)).toEqual([{ total: 5 }, { total: 6 }]);
  const csv = (await customer.call<Buffer>('GET', `/v1/imports/${id}/errors.csv`)).body.toString();
  expect([...csv.matchAll(/^(\d+),([^,]*),,(\w+)/gm)].map(([line]) => line)).toEqual([
    '3,,,json_unreadable',
    '4,/content/data/total,,template_data_invalid',
    '5,/recipient/town,,address_incomplete',
  ]);
});

test('a mapping names columns by heading or number, joins them, and takes free lines as an address', async () => {
  const mapping = {
    recipientLines: ['bloc 1', 'bloc 2', 3],
    data: { total: 'montant' },
    clientReference: ['dossier', 5],
    options: { service: 6 },
  };
  const { id, orderId } = await opened({ mapping, delimiter: ',' });
  const file = fileOf([
    'Bloc 1,Bloc 2,CP Ville,Montant,Dossier,Service',
    'Madame Claire Fontaine,12 rue des Lilas,75011 Paris,"1 234",A 7,economy',
    'Madame Claire Fontaine,12 rue des Lilas,quelque part,"1 234",A 8,economy',
  ]);
  const { body } = await put(id, file);
  expect(body).toMatchObject({ state: 'complete', rows: { taken: 1, leftOut: 1 } });
  const [letter] = await lettersOf(orderId);
  expect(letter).toMatchObject({ recipient: { town: 'Paris', postcode: '75011' }, data: { total: 1234 } });
  const unknown = await opened({ mapping: { ...mapping, data: { total: 'Betrag' } } });
  const refused = (await put(unknown.id, file)).body;
  expect(refused).toMatchObject({ code: 'import_columns_unknown', errors: [{ pointer: '/mapping/data/total' }] });
  expect((await put((await opened()).id, 'a;b\n1;2\n')).body.code).toBe('import_columns_unknown');
});

test('a quote that is never closed ends the reading, and what came before it is kept', async () => {
  const { id } = await opened();
  const good = fileOf([headings, ...rows(3)]);
  expect((await put(id, `${good}Madame;"Zoé;x\n`)).body).toMatchObject({ status: 422, code: 'import_unreadable' });
  const kept = await customer.get<ImportView>(`/v1/imports/${id}`);
  expect(kept).toMatchObject({ state: 'receiving', rows: { taken: 3 }, waiting: { then: 'abandoned' } });
  const mended = await put(id, good + fileOf(rows(1, 4)));
  expect(mended.body).toMatchObject({ state: 'complete', rows: { taken: 4 } });
});

test('what all rows would be refused for is refused at once; making one is done once', async () => {
  const orderId = await draft();
  const letter = {
    content: { kind: 'template', templateVersionId: template.replace(/.$/, (end) => (end === 'z' ? 'y' : 'z')) },
  };
  const body = { orderId, letter };
  const { body: refused } = await customer.call<Problem>('POST', '/v1/imports', body, {
    'idempotency-key': randomUUID(),
  });
  expect(refused.errors).toMatchObject([
    { code: 'template_version_unknown', pointer: '/letter/content/templateVersionId' },
  ]);
  const key = { 'idempotency-key': randomUUID() };
  const good = { orderId, letter: { content: { kind: 'template', templateVersionId: template } } };
  const [a, b] = [
    await customer.call<ImportView>('POST', '/v1/imports', good, key),
    await customer.call<ImportView>('POST', '/v1/imports', good, key),
  ];
  expect(a.body).toEqual(b.body);
  expect((await put(a.body.id, 'x', { 'content-type': 'application/pdf' })).status).toBe(415);
});

test('an import is deleted with its letters, and with its draft', async () => {
  const { id, orderId } = await opened();
  await put(id, fileOf([headings, ...rows(3)]));
  const second = await opened({ orderId });
  await put(second.id, fileOf([headings, ...rows(2, 50)]));
  expect((await customer.call('DELETE', `/v1/imports/${id}`)).status).toBe(204);
  expect((await lettersOf(orderId)).map(({ client_reference }) => client_reference)).toEqual(['D-50', 'D-51']);
  expect((await customer.get<Order>(`/v1/orders/${orderId}`)).letterCount).toBe(2);
  expect((await customer.call('GET', `/v1/imports/${id}`)).status).toBe(404);
  expect((await customer.call('DELETE', `/v1/orders/${orderId}`)).status).toBe(204);
  expect((await customer.call('GET', `/v1/imports/${second.id}`)).status).toBe(404);
  expect(await check({ database: t.database.checker }, () => new Date())).toMatchObject({ findings: [] });
});

/** Sends bytes as the begin of a longer body, then cuts the connection once they were read. */
function sendPart(id: string, bytes: Buffer, headers: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve) => {
    const upload = request(`${t.api.url}/v1/imports/${id}/content`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${customer.key}`,
        'content-type': 'text/csv',
        'content-length': String(bytes.length + 1_000_000),
        ...headers,
      },
    });
    upload.on('error', () => resolve());
    upload.write(bytes, () => upload.destroy(new Error('cut')));
  });
}

/** The import once rows of a broken upload are stored. */
async function untilStored(id: string, moreThan = 0): Promise<ImportView> {
  for (let tries = 0; tries < 200; tries++) {
    const now = await customer.get<ImportView>(`/v1/imports/${id}`);
    if (now.rows.taken > moreThan) return now;
    await t.database.asOwner('select pg_sleep(0.1)');
  }
  throw new Error('no rows of the broken upload were stored');
}

/** Sends the rest of a file from where it is; as long as the broken upload is still being stored, from where that has come. */
async function putRest(id: string, file: Buffer, header: (nextByte: number) => Record<string, string>) {
  for (;;) {
    const { nextByte } = await customer.get<ImportView>(`/v1/imports/${id}`);
    const answer = await put(id, file.subarray(nextByte), header(nextByte));
    if (!['import_moved_on', 'import_offset_unknown'].includes(answer.body.code)) return answer;
  }
}
