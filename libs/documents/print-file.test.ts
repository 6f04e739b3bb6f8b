import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { grow, type Rect, visibleAtExtremes } from '#domain/geometry';
import { specimenGeometry as geometry } from '#domain/geometry-profiles';
import { formatMark } from '#domain/marks';
import type { ComposedLetter } from './compose-request.ts';
import { Composer } from './composer.ts';
import { assemblePrintFile, onePiecePdf, type PieceToPrint, type PrintFile } from './print-file.ts';
import type { GreyPage } from './raster.ts';
import { cropped, readCodes } from './reading.ts';
import { letterTo, sample, samplePdf, tools } from './testing/letters.ts';
import { looksAlike, pageCount, pdfText, raster, requireSound } from './testing/pdf-facts.ts';
import { scanned, through } from './testing/scan.ts';
import { writeText } from './testing/written-text.ts';
import { acceptUploadedPdf } from './uploaded-pdf.ts';

const lot = { site: 'PAR1', lot: 123, mode: 'test', sides: 'duplex', geometry } as const;
const folder = mkdtempSync(join(tmpdir(), 'pli-lot-'));
afterAll(() => rmSync(folder, { recursive: true }));

let letters: ComposedLetter[];
let printed: PrintFile;
let pages: GreyPage[];

/** An invoice of one sheet, a notice with its leaflet of two sheets, an uploaded letter of two sheets with strange pages. */
beforeAll(async () => {
  const composer = new Composer({ tools });
  const invoice = sample('invoice');
  const notice = sample('tax-notice');
  const results = await composer.compose({
    accountId: 'acc_1',
    letters: [
      letterTo({ ...invoice }),
      letterTo({ ...notice, attachments: [{ pdf: samplePdf('tax-notice/notice-explicative.pdf') }] }),
      letterTo({ content: { kind: 'document', pdf: await strangePages() } }),
    ],
  });
  await composer.close();
  letters = results.map((result) => {
    if (!result.ok) throw result.error;
    return result;
  });
  printed = await assemblePrintFile(
    { ...lot, file: join(folder, 'lot.pdf'), pieces: pieces(), banner: ['C5/6, lettre verte'] },
    tools,
  );
  pages = await raster(printed.file, 200);
});

function* pieces(): Generator<PieceToPrint> {
  for (const [i, { pdf, parts, sheetCodeZones }] of letters.entries())
    yield {
      piece: i + 1,
      copy: 1,
      pdf,
      parts,
      sheetCodeZones,
      franking: { lines: ['SPECIMEN TEST', 'LETTRE VERTE 1,39 EUR', '2025-11-24', `CTR1-0000000${i + 1}`] },
      ...(i === 2 && { registered: { number: 'RK123456785FR' } }),
    };
}

test('the lot has its sheets in order: header, pieces, trailer, each sheet of two sides', async () => {
  expect(printed).toMatchObject({ pieces: 3, sheets: 1 + 1 + 2 + 2 + 1, pages: 14 });
  expect(await pageCount(printed.file)).toBe(14);
  await requireSound(printed.file);
  // Blank backs: of the header, the notice, the address page, the trailer.
  expect(pages.map(isBlank)).toEqual([
    false,
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
  expect(readdirSync(folder)).toEqual(['lot.pdf']);
});

const expected = () => [
  formatMark({ kind: 'lot_header', site: 'PAR1', lot: 123 }),
  ...[
    [1, 1, 1],
    [2, 1, 2],
    [2, 2, 2],
    [3, 1, 2],
    [3, 2, 2],
  ].map(([piece = 0, sheet = 0, of = 0]) => formatMark({ kind: 'sheet', site: 'PAR1', lot: 123, piece, sheet, of })),
  formatMark({ kind: 'lot_trailer', site: 'PAR1', lot: 123 }),
];
const margin: Rect = { x: 0, y: 0, width: 18, height: 297 };

test('every sheet code is read from a bad scan', async () => {
  for (const [tilt, fronts] of [
    [-2.5, pages],
    [2.2, pages],
  ] as const) {
    const read: string[] = [];
    for (const page of fronts.filter((_, i) => i % 2 === 0)) {
      const codes = await readCodes(await scanned(cropped(page, { ...margin, width: 40 }), tilt), ['DataMatrix']);
      read.push(...codes.map(({ text }) => text));
    }
    expect(read).toEqual(expected());
  }
});

test('every sheet code stands beside its text', async () => {
  const texts = await Promise.all([1, 3, 5, 7, 9, 11, 13].map((page) => pdfText(printed.file, page, margin)));
  expect(texts.map((text) => text.split('\n')[0]?.trim())).toEqual(expected());
  expect(texts.every((text) => text.includes('TEST'))).toBe(true);
});

test.each(Object.values(geometry.envelopes))(
  'the window code is read through the window of a $format at both extremes of play',
  async (envelope) => {
    for (const [piece, page] of [
      [1, 2],
      [2, 4],
      [3, 8],
    ] as const) {
      for (const seen of visibleAtExtremes(envelope)) {
        const front = pages[page] as GreyPage;
        const codes = await readCodes(await scanned(cropped(through(front, seen), grow(seen, 8)), 1.8), ['DataMatrix']);
        expect(codes.map(({ text }) => text)).toEqual([
          formatMark({ kind: 'window', site: 'PAR1', lot: 123, piece, copy: 1 }),
        ]);
      }
    }
  },
);

test('the registered number is read from the window', async () => {
  const [fine] = await raster(await onePiecePdf([...pieces()][2] as PieceToPrint, lot, tools), 400);
  const label = cropped(fine as GreyPage, { x: 80, y: 60, width: 45, height: 20 });
  const codes = await readCodes(await scanned(label, 0.6), ['Code128']);
  expect(codes.map(({ text }) => text)).toEqual(['RK123456785FR']);
});

test('a customer page that leaves a turned, coloured world behind does not move the marks, and is printed as it was', async () => {
  const before = await raster(await strangePages(), 100);
  const after = await raster(printed.file, 100);
  const [front, back] = [after[10] as GreyPage, after[11] as GreyPage];
  expect(looksAlike([back], before.slice(1))).toBe(true);
  expect(differsOnlyIn(before[0] as GreyPage, front, geometry.sheetCodeZones[0] as Rect)).toBe(true);
});

test('a piece alone is what it is in its lot', async () => {
  const alone = await onePiecePdf([...pieces()][1] as PieceToPrint, lot, tools);
  expect(looksAlike(await raster(alone, 200), pages.slice(4, 8))).toBe(true);
});

test('the same lot gives the same bytes', async () => {
  const again = await assemblePrintFile(
    { ...lot, file: join(folder, 'again.pdf'), pieces: pieces(), banner: ['C5/6, lettre verte'] },
    tools,
  );
  rmSync(again.file);
  expect(again.sha256).toBe(printed.sha256);
});

test('in live mode nothing says TEST', async () => {
  const [piece] = pieces();
  const live = await onePiecePdf(
    { ...(piece as PieceToPrint), franking: { lines: [] } },
    { ...lot, mode: 'live' },
    tools,
  );
  expect(await pdfText(live, 1)).not.toContain('TEST');
});

function isBlank({ pixels }: GreyPage): boolean {
  return pixels.every((pixel) => pixel === 255);
}

function differsOnlyIn(a: GreyPage, b: GreyPage, zone: Rect): boolean {
  const perMm = a.dpi / 25.4;
  return a.pixels.every((pixel, i) => {
    if (pixel === b.pixels[i]) return true;
    const [x, y] = [(i % a.width) / perMm, Math.floor(i / a.width) / perMm];
    return x >= zone.x - 0.3 && x <= zone.x + zone.width && y >= zone.y - 0.3 && y <= zone.y + zone.height;
  });
}

/** Two pages: one turned by 90° with its origin elsewhere, one that ends with a transformation and a colour still on. */
async function strangePages(): Promise<Uint8Array> {
  const mm = 72 / 25.4;
  const doc = await PDFDocument.create();
  const turned = doc.addPage([320 * mm, 230 * mm]);
  turned.setCropBox(12 * mm, 10 * mm, 297 * mm, 210 * mm);
  turned.setRotation(degrees(90));
  writeText(turned, 'Page en travers', { x: 90 * mm, y: 60 * mm, turn: 90 });
  const left = doc.addPage([210 * mm, 297 * mm]);
  writeText(left, 'Page à suivre', { x: 200, y: 600 });
  const unbalanced = doc.context.stream('q 0.5 0.1 0 0.5 90 50 cm 1 0 0 rg q 3 w 100 300 200 40 re f');
  left.node.addContentStream(doc.context.register(unbalanced));
  return (await acceptUploadedPdf(await doc.save(), tools)).pdf;
}
