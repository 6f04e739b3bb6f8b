import { PDFDocument } from '@cantoo/pdf-lib';
import { everVisible, grow, overhang, playOf, visibleAt, type Rect } from '#domain/geometry';
import { specimenGeometry } from '#domain/geometry-profiles';
import { houseFonts } from './fonts/house-fonts.ts';
import { fillSlots, saveWithSlots } from './mark-slots.ts';
import { markPages } from './marks/piece-marks.ts';
import { pagePng } from './page-png.ts';
import { withPlaceholders, withZones, type LetterToShow } from './preview-drawing.ts';
import { inkIn, type GreyPage } from './raster.ts';
import { layOut } from './sheets.ts';
import { tools } from './testing/letters.ts';
import { looksAlike, raster, requireSound } from './testing/pdf-facts.ts';
import { visibleCodes } from './testing/visible-codes.ts';

const fonts = houseFonts(tools.fonts);
const geometry = specimenGeometry;
const { windowBlock, sheetCodeZones } = geometry;
const envelope = geometry.envelopes['C5/6'];
const shown = { envelope, template: false };

/** Two blank pages on one sheet, whose code stands in the second zone. */
async function blankLetter(): Promise<LetterToShow> {
  const doc = await PDFDocument.create();
  doc.addPage([595.28, 841.89]).drawRectangle({ x: 400, y: 100, width: 100, height: 100 });
  doc.addPage([595.28, 841.89]);
  const marks = { mode: 'test', franking: true, registered: true } as const;
  const parts = [{ kind: 'document', pages: 2 }] as const;
  return { pdf: await saveWithSlots(doc, fonts), parts, sides: 'duplex', sheetCodeZones: [1], geometry, ...marks };
}
const places: Rect[] = [
  sheetCodeZones[1]!,
  windowBlock.windowCode,
  windowBlock.testWord,
  windowBlock.registered,
  windowBlock.franking,
];
/** The first page with those places painted white. */
function without([page]: readonly GreyPage[], rects: readonly Rect[]): GreyPage[] {
  const { dpi, width, pixels } = page!;
  const left = Uint8Array.from(pixels);
  for (const rect of rects.map((r) => grow(r, 0.5))) {
    const [x1, y1, x2, y2] = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height].map((mm) =>
      Math.round((mm * dpi) / 25.4),
    ) as [number, number, number, number];
    for (let y = y1; y < y2; y++) left.fill(255, y * width + x1, y * width + x2);
  }
  return [{ ...page!, pixels: left }];
}

test('placeholders cover what the marks of a copy will cover, no more than their places, and read as no code', async () => {
  const letter = await blankLetter();
  const drawn = await withPlaceholders(letter, fonts);
  await requireSound(drawn);
  const piece = { site: 'PAR1', lot: 1234, piece: 150, copy: 1, mode: 'test' } as const;
  const franking = { lines: ['SPECIMEN', '1,50 €', '15/03/2027'] };
  const marks = { ...piece, franking, registered: { number: 'RK123456785FR' } };
  const pages = markPages(marks, layOut(letter.parts, letter.sides), letter.sheetCodeZones, 2, geometry, fonts);
  const marked = Buffer.concat(await fillSlots(letter.pdf, pages, fonts));
  const [bare, preview, printed] = await Promise.all([letter.pdf, drawn, marked].map((pdf) => raster(pdf, 150)));
  for (const place of places) {
    const [kept, taken] = [inkIn(preview![0]!, grow(place, 0.4)), inkIn(printed![0]!, place)];
    expect(Math.max(...Object.values(overhang(taken!, grow(kept!, 0.5))))).toBe(0);
  }
  expect(looksAlike(without(preview!, places), without(bare!, places))).toBe(true);
  expect(looksAlike(preview!.slice(1), bare!.slice(1))).toBe(true);
  expect(await visibleCodes(marked, 'DataMatrix')).not.toEqual([]);
  expect(await visibleCodes(drawn, 'DataMatrix')).toEqual([]);
});

test('the window is outlined at both ends of its play, what it may ever show around it; a back shows nothing', async () => {
  const letter = await blankLetter();
  const [plain, zones] = await Promise.all(
    [withPlaceholders(letter, fonts), withZones(letter, shown, fonts)].map(async (pdf) => raster(await pdf, 150)),
  );
  // The left edge of each outline, a little above its lower left corner: a line of our own stands there, and nothing else.
  const first = visibleAt(envelope, { x: 0, y: 0 });
  const last = visibleAt(envelope, playOf(envelope));
  for (const { x, y, height } of [first, last, grow(everVisible(envelope), geometry.tolerance)]) {
    const edge = { x: x - 0.6, y: y + height - 8, width: 1.2, height: 6 };
    expect(inkIn(plain![0]!, edge)).toBeUndefined();
    expect(inkIn(zones![0]!, edge)).toBeDefined();
  }
  for (const zone of sheetCodeZones) expect(inkIn(zones![0]!, grow(zone, 0.5))).toBeDefined();
  expect(looksAlike(plain!.slice(1), zones!.slice(1))).toBe(true);
  const template = await raster(await withZones(letter, { ...shown, template: true }, fonts), 150);
  expect(looksAlike(plain!.slice(1), template.slice(1))).toBe(false);
});

test('a page is a picture in grey or in colour; one that cannot be drawn says so', async () => {
  const pdf = await withZones(await blankLetter(), shown, fonts);
  const [colour, grey] = await Promise.all(
    [false, true].map((isGrey) => pagePng(pdf, { page: 1, dpi: 72, grey: isGrey }, tools)),
  );
  expect(colour!.subarray(1, 4).toString()).toBe('PNG');
  expect(grey!.equals(colour!)).toBe(false);
  const damaged = pagePng(Buffer.from('%PDF-1.7'), { page: 1, dpi: 72, grey: true }, tools);
  await expect(damaged).rejects.toMatchObject({ code: 'raster_failed' });
});
