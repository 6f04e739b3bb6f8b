import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName, rgb } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import { specimenGeometry } from '#domain/geometry-profiles';
import { Composer } from './composer.ts';
import { withScratch } from './scratch.ts';
import { bomb } from './testing/bomb.ts';
import { letterTo, samplePdf, tools } from './testing/letters.ts';
import { inkIn, type GreyPage } from './raster.ts';
import { looksAlike, pageCount, pdfText, raster } from './testing/pdf-facts.ts';
import { acceptUploadedPdf } from './uploaded-pdf.ts';

const mm = 72 / 25.4;
const a4: [number, number] = [210 * mm, 297 * mm];
const accept = (bytes: Uint8Array, limits?: { maxBytes: number; maxPages: number }) =>
  acceptUploadedPdf(bytes, tools, limits);
async function refusal(bytes: Uint8Array, limits?: { maxBytes: number; maxPages: number }): Promise<MailError> {
  const outcome = await accept(bytes, limits).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(MailError);
  return outcome as MailError;
}

test('a letter of an office program is taken, and its pages look as they did', async () => {
  const office = samplePdf('office-letter/convocation.pdf');
  const { pdf, pages, originalSha256 } = await accept(office);
  expect(pages).toBe(2);
  expect(originalSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(looksAlike(await raster(office, 100), await raster(pdf, 100))).toBe(true);
});

test('an uploaded letter gets an address page of its own in front', async () => {
  const composer = new Composer({ tools });
  const { pdf } = await accept(samplePdf('office-letter/convocation.pdf'));
  const [letter] = await composer.compose({
    accountId: 'acc_1',
    letters: [letterTo({ content: { kind: 'document', pdf } })],
  });
  await composer.close();
  if (!letter?.ok) throw letter?.error;
  expect(letter.parts).toEqual([
    { kind: 'address_page', pages: 1 },
    { kind: 'document', pages: 2 },
  ]);
  expect(letter.sheets).toBe(2);
  expect(await pdfText(letter.pdf, 1, specimenGeometry.windowBlock.recipient)).toMatch(
    /MADAME CLAIRE FONTAINE[\s\S]*69002 LYON/,
  );
  expect(await pdfText(letter.pdf, 2)).toContain('Cabinet Rivoire');
});

test('pages that are not A4 are refused by number and size', async () => {
  const doc = await PDFDocument.create();
  doc.addPage(a4);
  doc.addPage([216 * mm, 279 * mm]);
  const error = await refusal(await doc.save());
  expect(error.code).toBe('page_not_a4');
  expect(error.message).toMatch(/Page 2 measures 216 × 279 mm/);
  const turned = await PDFDocument.create();
  turned.addPage([297 * mm, 210 * mm]);
  expect((await refusal(await turned.save())).message).toMatch(/Turn it upright/);
});

test('a page that is A4 by its crop box, or once turned, is taken', async () => {
  const doc = await PDFDocument.create();
  doc.addPage([230 * mm, 320 * mm]).setCropBox(10 * mm, 12 * mm, ...a4);
  doc.addPage([297 * mm, 210 * mm]).setRotation(degrees(90));
  expect((await accept(await doc.save())).pages).toBe(2);
});

test('what is too large, has too many pages, or is no PDF, is refused', async () => {
  const doc = await PDFDocument.create();
  for (let i = 0; i < 4; i++) doc.addPage(a4);
  const bytes = await doc.save();
  expect((await refusal(bytes, { maxBytes: 100, maxPages: 9 })).code).toBe('document_too_large');
  expect((await refusal(bytes, { maxBytes: 1e6, maxPages: 3 })).code).toBe('document_too_many_pages');
  expect((await refusal(Buffer.from('PK\x03\x04 not a pdf'))).code).toBe('document_unreadable');
  expect((await refusal(Buffer.from('%PDF-1.4\nnothing more'))).code).toBe('document_unreadable');
  expect((await refusal(bytes.subarray(0, bytes.length / 2))).code).toMatch(/document_(unreadable|empty)/);
});

test('page boxes and keys that are not what they should be are refused as unreadable', async () => {
  const doc = await PDFDocument.create();
  doc.addPage(a4);
  const good = Buffer.from(await doc.save({ useObjectStreams: false })).toString('latin1');
  const box = /\/MediaBox \[[^\]]*\]/;
  expect(good).toMatch(box);
  for (const bad of ['/MediaBox [0 0 x y]', '/MediaBox [0 0 /X /Y]', '/MediaBox (none)', '/MediaBox [0 0]', ''])
    expect((await refusal(Buffer.from(good.replace(box, bad), 'latin1'))).code).toMatch(
      /document_unreadable|page_not_a4/,
    );
  const named = good.replace(box, '/MediaBox [0 0 /X /Y]');
  expect((await refusal(Buffer.from(named, 'latin1'))).code).toBe('document_unreadable');
  for (const odd of ['/Rotate /X', '/CropBox [/A 0 1 2]', '/Resources 7', '/Contents (x)', '/UserUnit /X']) {
    const outcome = await accept(Buffer.from(good.replace(box, `$& ${odd}`), 'latin1')).catch((e: unknown) => e);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(MailError);
  }
});

test('an encrypted document is refused, with and without a password to open it', async () => {
  await withScratch(async (folder) => {
    const [plain, locked] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    writeFileSync(plain, samplePdf('office-letter/convocation.pdf'));
    for (const password of ['', 'secret']) {
      execFileSync(tools.qpdf, ['--encrypt', password, 'owner', '256', '--', plain, locked]);
      expect((await refusal(new Uint8Array(readFileSync(locked)))).code).toBe('document_encrypted');
    }
  });
});

test('a bomb is given up in time, and the next document is taken', async () => {
  const started = performance.now();
  const error = await refusal(bomb());
  // On a busy machine the clock ends first.
  expect(error.code).toMatch(/document_too_heavy|document_unreadable|machine_busy/);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect((await accept(samplePdf('tax-notice/notice-explicative.pdf'))).pages).toBe(2);
});

test('form fields and stamps become ink on their page', async () => {
  const doc = await PDFDocument.create();
  const page = doc.addPage(a4);
  const outlined = page.doc.context.obj({
    Type: 'Annot',
    Subtype: 'Square',
    Rect: [200, 400, 300, 430],
    F: 4,
    AP: {
      N: page.doc.context.register(
        doc.context.stream('0 0 100 30 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 30] }),
      ),
    },
  });
  page.node.set(PDFName.of('Annots'), doc.context.obj([outlined]));
  const { pdf } = await accept(await doc.save());
  const [seen] = await raster(pdf, 72);
  expect(inkIn(seen as GreyPage, { x: 71, y: 146, width: 34, height: 9 })).toBeDefined();
});

test('hidden layers are refused', async () => {
  const doc = await PDFDocument.create();
  doc.addPage(a4);
  const layer = doc.context.register(doc.context.obj({ Type: 'OCG' }));
  doc.catalog.set(PDFName.of('OCProperties'), doc.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
  expect((await refusal(await doc.save())).code).toBe('document_has_hidden_layers');
});

test('a page printed over the first zone takes the next; one printed over all is refused by number', async () => {
  const [first, , third] = specimenGeometry.sheetCodeZones;
  if (!first || !third) throw new Error('the profile has several zones');
  const doc = await PDFDocument.create();
  const page = doc.addPage(a4);
  page.drawRectangle({ x: 3 * mm, y: (297 - first.y - 60) * mm, width: 10 * mm, height: 59 * mm });
  const full = await PDFDocument.create();
  full.addPage(a4);
  full.addPage(a4).drawRectangle({ x: 0, y: 0, width: 12 * mm, height: 297 * mm, color: rgb(0.8, 0.9, 1) });
  const composer = new Composer({ tools });
  const request = async (of: PDFDocument) =>
    letterTo({ content: { kind: 'document', pdf: (await accept(await of.save())).pdf }, sides: 'simplex' });
  const results = await composer.compose({ accountId: 'acc_1', letters: [await request(doc), await request(full)] });
  await composer.close();
  expect(results[0]).toMatchObject({ ok: true, sheetCodeZones: [0, 2] });
  expect(results[1]).toMatchObject({ ok: false, error: { code: 'mark_zone_not_free' } });
  expect(results[1]?.ok === false && results[1].error.message).toMatch(/Page 3 /);
  expect(await pageCount(samplePdf('office-letter/convocation.pdf'))).toBe(2);
});

test('a page lying across is turned with its head to the left, and a small one enlarged to its middle', async () => {
  const doc = await PDFDocument.create();
  // In the head's left corner a square, at its right end a bar.
  const across = doc.addPage([297 * mm, 210 * mm]);
  across.drawRectangle({ x: 10 * mm, y: 190 * mm, width: 10 * mm, height: 10 * mm });
  across.drawRectangle({ x: 250 * mm, y: 190 * mm, width: 40 * mm, height: 4 * mm });
  const turned = doc.addPage([210 * mm, 297 * mm]);
  turned.setRotation(degrees(90));
  turned.drawRectangle({ x: 10 * mm, y: 10 * mm, width: 10 * mm, height: 10 * mm });
  const small = doc.addPage([105 * mm, 148.5 * mm]);
  small.drawRectangle({ x: 50.5 * mm, y: 72.25 * mm, width: 4 * mm, height: 4 * mm });
  const limits = { maxBytes: 1e6, maxPages: 9, repairs: ['fit_to_a4'] as const };
  const { pdf, repairs } = await acceptUploadedPdf(await doc.save(), tools, limits);
  expect(repairs).toEqual(['fit_to_a4']);
  const [first, second, third] = await raster(pdf, 72);
  for (const page of [first, second, third])
    expect([page?.width, page?.height].map((dots) => Math.round((dots ?? 0) / 10))).toEqual([60, 84]);
  const all = { x: 0, y: 0, width: 210, height: 297 };
  const near = (found: object | undefined, asked: object) =>
    Object.entries(asked).forEach(([key, value]) =>
      expect(Math.abs(((found as Record<string, number>)[key] ?? NaN) - (value as number))).toBeLessThan(1),
    );
  // Turned a quarter against the clock: its left corner below, its right end above.
  near(inkIn(first as GreyPage, { ...all, y: 150, height: 147 }), { x: 10, y: 277, width: 10, height: 10 });
  near(inkIn(first as GreyPage, { ...all, height: 150 }), { x: 16, y: 7, width: 4, height: 40 });
  // Told to be turned with the clock, it is seen across, with its first corner above: turned back, below again.
  near(inkIn(second as GreyPage, all), { x: 10, y: 277, width: 10, height: 10 });
  near(inkIn(third as GreyPage, all), { x: 102, y: 145.5, width: 6, height: 6 });
});

test('units of a page of its own become points: what is seen as A4 is A4 to everybody', async () => {
  const doc = await PDFDocument.create();
  const page = doc.addPage([105 * mm, 148.5 * mm]);
  page.node.set(PDFName.of('UserUnit'), doc.context.obj(2));
  page.drawRectangle({ x: 50 * mm, y: 100 * mm, width: 5 * mm, height: 5 * mm });
  const { pdf } = await accept(await doc.save());
  const [seen] = await raster(pdf, 72);
  const ink = inkIn(seen as GreyPage, { x: 0, y: 0, width: 210, height: 297 });
  expect([ink?.x, ink?.y, ink?.width].map((value) => Math.round((value ?? 0) / 5))).toEqual([20, 17, 2]);
});
