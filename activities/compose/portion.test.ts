import { createHash } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { PDFDocument } from '@cantoo/pdf-lib';
import { newId } from '#contracts/new-id';
import { accountBlobs } from '#storage/blobs';
import { bytesHash, newLetterKey } from '#database/content-hash';
import { inScope } from '#database/scope';
import { write } from '#database/testing/fixtures';
import type { ComposeRequest } from '#documents/compose-request';
import { Composer } from '#documents/composer';
import { customerPdf, textAt } from '#documents/testing/customer-pages';
import { pdfText } from '#documents/testing/pdf-facts';
import { toolsFromEnv } from '#documents/tools';
import { acceptedOrder, openHouse, type House, type MailingAccount } from '../../workflows/testing/house.ts';
import { PaperComposer } from '../../workflows/testing/paper-composer.ts';
import { composeActivities } from './portion.ts';

const html = '<html><body style="margin:0;padding:120mm 20mm 20mm 30mm"><p>{{ text }}</p></body></html>';
let house: House;
let composer: Composer;
beforeAll(async () => {
  house = await openHouse({ html });
  composer = new Composer({ tools: toolsFromEnv(), pages: 2 });
});
afterAll(async () => {
  await composer.close();
  await house.close();
});

const compose = (siteId: string, orderId: string, by: Pick<Composer, 'compose' | 'key'> = composer) =>
  new MockActivityEnvironment().run(() =>
    composeActivities({ ...house, composer: by }).composePortion({ siteId, orderId, from: 0, letters: 100 }),
  );
const letterOf = async (orderId: string) =>
  (await house.db.asOwner<Record<string, unknown>>(`select * from pli.letters where order_id = $1`, [orderId]))[0];
const pdfOf = (account: MailingAccount, blob: unknown) =>
  inScope(house.db.api, account.scope, (sql) =>
    house.blobs.read(sql, accountBlobs(account.id, account.mode), String(blob)),
  );

/** A customer's PDF of so many blank A4 pages. */
async function document(account: MailingAccount, pages: number): Promise<string> {
  const pdf = await PDFDocument.create();
  for (let i = 0; i < pages; i++) pdf.addPage([595.28, 841.89]);
  return store(account, await pdf.save());
}

/** A customer's PDF, stored as the API stores it. */
async function store(account: MailingAccount, bytes: Uint8Array): Promise<string> {
  const pages = (await PDFDocument.load(bytes)).getPageCount();
  const id = newId('document');
  const content_key = newLetterKey();
  await write(house.db.api, account.scope, async (tx) => {
    const blob = await house.blobs.put(
      tx.sql,
      accountBlobs(account.id, account.mode),
      bytes,
      { use: 'document', usedBy: id },
      tx.at,
    );
    await tx.create('document', 'document.stored', [
      {
        id,
        account_id: account.id,
        mode: account.mode,
        state: 'stored',
        pages,
        bytes: bytes.length,
        blob,
        content_key,
        content_hash: bytesHash(content_key, bytes),
        created_at: tx.at,
      },
    ]);
  });
  return id;
}

test('a template letter is drawn, counted, weighed and stored for good', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const order = await acceptedOrder(house, site, account, 1, { data: { text: 'Votre facture' } });
  expect(await compose(site.id, order.id)).toEqual({ pooled: 1, unprintable: 0 });
  const letter = await letterOf(order.id);
  expect(letter).toMatchObject({
    state: 'pooled',
    pages: 1,
    sheets: 1,
    parts: [{ kind: 'document', pages: 1 }],
    sheet_code_zones: [0],
    envelope: 'C5/6',
    weight_mg: 9990,
    postage_cents: 150,
    lot_key: { destination: 'metropolitan' },
  });
  const pdf = await pdfOf(account, letter?.composed_blob);
  expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
  expect(bytesHash(letter?.content_key as Buffer, pdf).equals(letter?.composed_hash as Buffer)).toBe(true);
});

test("a customer's document with an attachment: address page, document and attachment each begin a sheet", async () => {
  const site = await house.site();
  const account = await house.account(site);
  const [main, attached] = [await document(account, 3), await document(account, 1)];
  const order = await acceptedOrder(house, site, account, 1);
  await house.db.asOwner(
    `update pli.letters set document_id = $2, attachment_ids = array[$3], template_version_id = null where order_id = $1`,
    [order.id, main, attached],
  );
  expect(await compose(site.id, order.id)).toEqual({ pooled: 1, unprintable: 0 });
  const letter = await letterOf(order.id);
  expect(letter).toMatchObject({
    pages: 5,
    sheets: 4,
    parts: [
      { kind: 'address_page', pages: 1 },
      { kind: 'document', pages: 3 },
      { kind: 'attachment', pages: 1 },
    ],
  });
  expect((await PDFDocument.load(await pdfOf(account, letter?.composed_blob))).getPageCount()).toBe(5);
});

test('a second attempt leaves out what the first recorded; bytes that have gone are made again', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const paper = new PaperComposer();
  const first = await acceptedOrder(house, site, account, 3);
  expect(await compose(site.id, first.id, paper)).toEqual({ pooled: 3, unprintable: 0 });
  expect(await compose(site.id, first.id, paper)).toEqual({ pooled: 0, unprintable: 0 });
  expect(paper.composed).toHaveLength(1);
  await house.db.asOwner(`delete from pli.blob_uses where account_id = $1`, [account.id]);
  const second = await acceptedOrder(house, site, account, 1);
  expect(await compose(site.id, second.id, paper)).toEqual({ pooled: 1, unprintable: 0 });
  expect(paper.composed).toHaveLength(2);
});

test('what a composition is found by again tells nothing without the key of its account', async () => {
  const site = await house.site();
  const [account, other] = [await house.account(site), await house.account(site)];
  const hashes: string[] = [];
  const paper = new PaperComposer();
  const watched = {
    compose: paper.compose,
    key: (request: ComposeRequest) => (hashes.push(paper.key(request)), 'same'),
  };
  for (const one of [account, other]) {
    const order = await acceptedOrder(house, site, one, 1);
    expect(await compose(site.id, order.id, watched)).toEqual({ pooled: 1, unprintable: 0 });
  }
  const keys = await house.db.asOwner<{ key: string }>(
    `select encode(key, 'hex') as key from pli.compositions where account_id = any($1)`,
    [[account.id, other.id]],
  );
  expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
  const plain = createHash('sha256').update('same').digest('hex');
  for (const { key } of keys) expect([plain, 'same', ...hashes]).not.toContain(key);
});

test('two attempts at once record each letter once', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const order = await acceptedOrder(house, site, account, 20, { data: { pages: 2 } });
  const outcomes = await Promise.all([
    compose(site.id, order.id, new PaperComposer()),
    compose(site.id, order.id, new PaperComposer()),
  ]);
  expect(outcomes.reduce<number>((sum, outcome) => sum + (outcome as { pooled: number }).pooled, 0)).toBe(20);
  const events = await house.db.asOwner(
    `select type, count(*)::int as n from pli.events where account_id = $1 and type in ('letter.composed', 'letter.pooled') group by type order by type`,
    [account.id],
  );
  expect(events.map((event) => event.n)).toEqual([20, 20]);
});

test('an order that was refused meanwhile is left alone', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const order = await acceptedOrder(house, site, account, 2);
  const paper = new PaperComposer();
  paper.before = async () => {
    paper.before = () => undefined;
    await write(house.db.api, site.scope, (tx) =>
      tx.change(
        'letter',
        'letter.refused',
        order.letterIds.map((id) => ({ id, set: { state: 'refused', deadline_at: null } })),
      ),
    );
  };
  expect(await compose(site.id, order.id, paper)).toEqual({ pooled: 0, unprintable: 0 });
  const [{ state } = { state: '' }] = await house.db.asOwner<{ state: string }>(
    `select state from pli.orders where id = $1`,
    [order.id],
  );
  expect(state).toBe('submitted');
});

test('a letter that is cancelled while it is composed costs the others nothing', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const order = await acceptedOrder(house, site, account, 3);
  const paper = new PaperComposer();
  let composed = 0;
  paper.before = async () => {
    composed += 1;
    const cancelled = { id: order.letterIds[1] ?? '', set: { state: 'cancelled', deadline_at: null } };
    if (composed === 1)
      await write(house.db.api, site.scope, (tx) => tx.change('letter', 'letter.cancelled', [cancelled]));
  };
  expect(await compose(site.id, order.id, paper)).toEqual({ pooled: 2, unprintable: 0 });
  expect(composed).toBe(1);
  const uses = await house.db.asOwner<{ used_by: string }>(
    `select used_by from pli.blob_uses where use = 'composed' and account_id = $1`,
    [account.id],
  );
  expect(uses.map(({ used_by }) => used_by).sort()).toEqual([order.letterIds[0], order.letterIds[2]].sort());
});

test('a letter that nobody foresaw holds none of the others back', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const order = await acceptedOrder(house, site, account, 3);
  await house.db.asOwner(`update pli.letters set recipient = 'null' where id = $1`, [order.letterIds[1]]);
  await expect(compose(site.id, order.id, new PaperComposer())).rejects.toThrow();
  const states = await house.db.asOwner<{ state: string }>(
    `select state from pli.letters where order_id = $1 order by position`,
    [order.id],
  );
  expect(states.map(({ state }) => state)).toEqual(['pooled', 'accepted', 'pooled']);
});

test('a letter without a sender is printed without one', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const order = await acceptedOrder(house, site, account, 1, { data: { text: 'Sans expéditeur' } });
  await house.db.asOwner(`update pli.letters set sender = null where order_id = $1`, [order.id]);
  expect(await compose(site.id, order.id)).toEqual({ pooled: 1, unprintable: 0 });
});

describe('a letter of a customer document', () => {
  const claire = ['MADAME CLAIRE FONTAINE', '12 RUE DES LILAS', '75011 PARIS'];
  const made = async (pdf: Uint8Array, letter: object = {}, options: object = {}) => {
    const site = await house.site();
    const account = await house.account(site);
    const order = await acceptedOrder(house, site, account, 1, { options });
    const columns = { document_id: await store(account, pdf), template_version_id: null, ...letter };
    const names = Object.keys(columns);
    await house.db.asOwner(
      `update pli.letters set ${names.map((name, i) => `${name} = $${i + 2}`).join(', ')} where order_id = $1`,
      [order.id, ...Object.values(columns)],
    );
    const outcome = await compose(site.id, order.id);
    return { outcome, letter: await letterOf(order.id), account };
  };

  test('that shows the recipient in its window needs no address page, and its pages may be a range', async () => {
    const pdf = await customerPdf(textAt(['Brouillon'], 25, 150), textAt(claire, 118, 60), textAt(['Suite'], 25, 30));
    const { letter } = await made(pdf, { document_pages: '2-3' });
    expect(letter).toMatchObject({
      state: 'pooled',
      pages: 2,
      sheets: 1,
      parts: [{ kind: 'document', pages: 2 }],
      warnings: [],
    });
  });

  test('is told when its address page takes it to another envelope and band', async () => {
    const pdf = await customerPdf(...Array.from({ length: 10 }, (_, i) => textAt([`Page ${i + 1}`], 25, 150)));
    const { letter } = await made(pdf);
    expect(letter).toMatchObject({ state: 'pooled', sheets: 6, envelope: 'C5' });
    expect(letter?.['warnings']).toMatchObject([
      { code: 'address_page_added', why: 'no_text' },
      { code: 'envelope_changed', mustAccept: false },
    ]);
  });

  test('that shows somebody else is made only when that was accepted', async () => {
    const pdf = await customerPdf(textAt(['Monsieur Paul Girard', '3 place Bellecour', '69002 Lyon'], 118, 60));
    expect(await made(pdf)).toMatchObject({
      outcome: { pooled: 0, unprintable: 1 },
      letter: { state: 'unprintable', reason_code: 'other_address_in_window' },
    });
    expect(await made(pdf, { accept: ['other_address_in_window'] })).toMatchObject({
      outcome: { pooled: 1, unprintable: 0 },
    });
  });

  test('with pages that the document does not have is unprintable', async () => {
    const pdf = await customerPdf(textAt(['Une page'], 25, 150));
    expect((await made(pdf, { document_pages: '2' })).letter).toMatchObject({
      state: 'unprintable',
      reason_code: 'page_range_invalid',
    });
  });
});

test('a letterhead lies under a letter, and one that is nobody’s is refused', async () => {
  const site = await house.site();
  const account = await house.account(site);
  const paper = await store(account, await customerPdf(textAt(['Les Moulins, 4 rue du Port'], 22, 20)));
  const backgroundPage = async (id: string) => {
    const order = await acceptedOrder(house, site, account, 1, { options: { backgroundPage: id } });
    await compose(site.id, order.id);
    return letterOf(order.id);
  };
  const letter = await backgroundPage(paper);
  expect(letter).toMatchObject({ state: 'pooled', pages: 1 });
  expect(await pdfText(await pdfOf(account, letter?.composed_blob), 1)).toContain('Les Moulins, 4 rue du Port');
  const other = await house.account(site);
  const theirs = await store(other, await customerPdf(textAt(['Les autres'], 22, 20)));
  expect(await backgroundPage(theirs)).toMatchObject({ state: 'unprintable', reason_code: 'document_unknown' });
});
