import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everVisible, grow, overhang, type Rect, visibleAtExtremes } from '#domain/geometry';
import { specimenGeometry as geometry } from '#domain/geometry-profiles';
import { formatMark } from '#domain/marks';
import { geometryWithMarks } from '#domain/window-marks';
import type { ComposedLetter, ComposeRequest } from './compose-request.ts';
import { Composer } from './composer.ts';
import { onePiecePdf } from './print-file.ts';
import { type GreyPage, inkIn } from './raster.ts';
import { cropped, readCodes } from './reading.ts';
import { body, customerPdf, pictureOf, redrawn, textAt, uploadedPdf, writtenPdf } from './testing/customer-pages.ts';
import { letterTo, tools } from './testing/letters.ts';
import { pdfText, raster } from './testing/pdf-facts.ts';
import { scanned, through } from './testing/scan.ts';

const record = ['MADAME CLAIRE FONTAINE', 'RESIDENCE LES TILLEULS', '12 BIS RUE DE LA REPUBLIQUE', '69002 LYON'];
/** The same address as a back office writes it. */
const written = ['Madame Claire Fontaine', 'Résidence « Les Tilleuls »', '12 bis, rue de la République', '69002 Lyon'];
const claire = textAt(written, 118, 59);
const senderLine = 'Exp. : Atelier Morvan Électricité, 14 rue des Tanneurs, 21210 Saulieu';
const lot = { site: 'PAR1', lot: 7, mode: 'test', sides: 'duplex', geometry } as const;

let composer: Composer;
beforeAll(() => (composer = new Composer({ tools })));
afterAll(() => composer.close());

async function compose(pdf: Uint8Array, rest: Partial<ComposeRequest> = {}): Promise<ComposedLetter> {
  const request = letterTo({ content: { kind: 'document', pdf }, ...rest }, record);
  const [letter] = await composer.compose({ accountId: 'acc_1', letters: [request] });
  if (!letter?.ok) throw letter?.error;
  return letter;
}
const asPlainPiece = (letter: ComposedLetter) => ({
  ...letter,
  piece: 3,
  copy: 1,
  franking: { lines: ['SPECIMEN TEST', 'LETTRE RECOMMANDEE 5,40 EUR', '2027-03-16', 'CTR1-00000004'] },
});
const asPiece = (letter: ComposedLetter) => ({ ...asPlainPiece(letter), registered: { number: 'RK123456785FR' } });

describe('a page of a customer that shows the recipient in its window', () => {
  let uploaded: Uint8Array;
  let letter: ComposedLetter;
  let printed: Uint8Array;
  let front: GreyPage;
  beforeAll(async () => {
    uploaded = await customerPdf((ink) => {
      textAt(['Atelier Morvan Électricité'], 20, 20, { size: 14 })(ink);
      claire(ink);
      body(ink);
    }, body);
    letter = await compose(uploaded);
    printed = await onePiecePdf(asPiece(letter), lot, tools);
    [front] = (await raster(printed, 200)) as [GreyPage];
  });

  test('is the address page: nothing is added, nothing is warned of', () => {
    expect(letter).toMatchObject({ parts: [{ kind: 'document', pages: 2 }], sheets: 1, warnings: [] });
  });

  test.each(Object.values(geometry.envelopes))(
    'shows it with the marks in the window of a $format wherever the sheet lies, and nothing else',
    async (envelope) => {
      for (const seen of visibleAtExtremes(envelope)) {
        const text = await pdfText(printed, 1, seen);
        for (const line of [...written, senderLine]) expect(text).toContain(line);
        const codes = await readCodes(await scanned(cropped(through(front, seen), grow(seen, 8)), 1.8), ['DataMatrix']);
        expect(codes.map((code) => code.text)).toEqual([
          formatMark({ kind: 'window', site: 'PAR1', lot: 7, piece: 3, copy: 1 }),
        ]);
      }
      const ink = inkIn(front, everVisible(envelope));
      expect(ink && overhang(ink, grow(geometry.windowBlock.block, 25.4 / front.dpi))).toEqual({
        left: 0,
        top: 0,
        right: 0,
        bottom: 0,
      });
    },
  );

  test('has its sheet code and its registered number read from a bad scan', async () => {
    const margin = cropped(front, { x: 0, y: 0, width: 40, height: 297 });
    expect((await readCodes(await scanned(margin, -2), ['DataMatrix'])).map(({ text }) => text)).toEqual([
      formatMark({ kind: 'sheet', site: 'PAR1', lot: 7, piece: 3, sheet: 1, of: 1 }),
    ]);
    const [fine] = await raster(printed, 400);
    const label = cropped(fine as GreyPage, { x: 80, y: 60, width: 45, height: 20 });
    expect((await readCodes(await scanned(label, 0.6), ['Code128'])).map(({ text }) => text)).toEqual([
      'RK123456785FR',
    ]);
  });

  test('is printed as it was uploaded, but for the places of the marks', async () => {
    const [before, after] = [await raster(uploaded, 100), await raster(printed, 100)];
    const { windowCode, testWord, registered, franking, sender } = geometry.windowBlock;
    const marks = [windowCode, testWord, registered, franking, sender, geometry.sheetCodeZones[0] as Rect];
    expect(differences(before[0] as GreyPage, after[0] as GreyPage, marks)).toEqual([]);
    expect(differences(before[1] as GreyPage, after[1] as GreyPage, [])).toEqual([]);
  });
});

test("a page that names its sender over the address keeps the sender's line as it is", async () => {
  const letter = await compose(
    await customerPdf((ink) => {
      textAt(['Exp. Atelier Morvan Electricité - 14 rue des Tanneurs - 21210 Saulieu'], 90, 53.4, { size: 6 })(ink);
      textAt(written, 118, 60)(ink);
    }),
  );
  expect(letter).toMatchObject({ parts: [{ kind: 'document', pages: 1 }], warnings: [] });
  expect((await pdfText(letter.pdf, 1)).match(/Saulieu/g)).toHaveLength(1);
});

const producers = join(import.meta.dirname, 'testing/producers');
const claireInParis = ['Madame Claire Fontaine', '12 rue des Lilas', '75011 Paris'];

describe('the letters of real producers', () => {
  const small = { asked: 'auto', stocks: [{ format: 'C5/6', maxSheets: 5 }] } as const;
  const made = async (name: string, registered = false) => {
    const pdf = await uploadedPdf(new Uint8Array(readFileSync(join(producers, `${name}.pdf`))));
    const request = letterTo({ content: { kind: 'document', pdf }, envelope: small, registered }, claireInParis);
    const [letter] = await composer.compose({ accountId: 'acc_1', letters: [request] });
    if (!letter?.ok) throw letter?.error;
    return { pdf, letter };
  };

  test.each([
    ['chromium', 110.4],
    ['typst', 108.5],
    ['weasyprint', 110.6],
  ])(
    'of %s carry their address themselves, as the French norm has it, and leave our marks room beside it',
    async (name, until) => {
      expect((await made(name)).letter.parts[0]).toMatchObject({
        kind: 'document',
        marks: { until, registeredBelow: false },
      });
    },
  );

  test('of LibreOffice show address and marks through the window, and are printed as they were', async () => {
    const { pdf, letter } = await made('libreoffice');
    const printed = await onePiecePdf(asPlainPiece(letter), lot, tools);
    const [[before], [front]] = [await raster(pdf, 200), await raster(printed, 200)];
    const { windowCode, sender, ...marks } = geometryWithMarks(geometry, letter.parts[0]?.marks).windowBlock;
    const ours = [windowCode, sender, marks.testWord, marks.franking, geometry.sheetCodeZones[0] as Rect];
    expect(differences(before as GreyPage, front as GreyPage, ours)).toEqual([]);
    for (const seen of visibleAtExtremes(geometry.envelopes['C5/6'])) {
      const text = (await pdfText(printed, 1, seen)).replace(/ +/g, ' ');
      for (const line of [...claireInParis, senderLine, 'TEST']) expect(text).toContain(line);
      const view = cropped(through(front as GreyPage, seen), grow(seen, 8));
      expect((await readCodes(await scanned(view, -1.8), ['DataMatrix'])).map((code) => code.text)).toEqual([
        formatMark({ kind: 'window', site: 'PAR1', lot: 7, piece: 3, copy: 1 }),
      ]);
    }
  });

  test('have the registered number below the address, where its bars have their width', async () => {
    const { letter } = await made('chromium', true);
    expect(letter.parts[0]?.marks).toEqual({ until: 110.4, registeredBelow: true });
    const printed = await onePiecePdf(asPiece(letter), lot, tools);
    const [fine] = await raster(printed, 400);
    const label = cropped(fine as GreyPage, { x: 80, y: 70, width: 45, height: 18 });
    expect((await readCodes(await scanned(label, 0.6), ['Code128'])).map(({ text }) => text)).toEqual([
      'RK123456785FR',
    ]);
  });

  test.each([
    ['openpdf', 'shows_more'],
    ['wkhtmltopdf', 'cut'],
    ['abiword', 'differs'],
  ])('of %s get an address page: %s', async (name, why) => {
    expect((await made(name)).letter.warnings).toMatchObject([{ code: 'address_page_added', why }]);
  });
});

describe('an address page of ours goes before a page', () => {
  const cases: [string, string, () => Promise<Uint8Array>][] = [
    ['without text in the window', 'no_text', () => writtenPdf(body)],
    ['with pale text', 'not_seen', () => writtenPdf(textAt(written, 118, 59, { colour: 0.85 }))],
    ['with white text', 'not_seen', () => writtenPdf(textAt(written, 118, 59, { colour: 1 }))],
    [
      'with another street',
      'differs',
      () => writtenPdf(textAt(written.with(2, '14 bis, rue de la République'), 118, 59)),
    ],
    ['with a line less', 'differs', () => writtenPdf(textAt(written.toSpliced(1, 1), 118, 59))],
    ['with the address too far right', 'cut', () => writtenPdf(textAt(written, 152, 59))],
    ['with the address too high', 'cut', () => writtenPdf(textAt(written, 118, 50))],
    [
      'with an amount below the address',
      'shows_more',
      () => writtenPdf((ink) => (claire(ink), textAt(['1 234,56 EUR'], 150, 95)(ink))),
    ],
    [
      'with a line drawn beside it',
      'shows_more',
      () => writtenPdf((ink) => (claire(ink), ink.line(90, 104, 190, 104))),
    ],
    ['with the address where the codes go', 'no_room', () => writtenPdf(textAt(written, 108, 59))],
  ];
  test.each(cases)('%s: %s', async (_what, why, pdf) => {
    const letter = await compose(await pdf());
    expect(letter.parts[0]).toEqual({ kind: 'address_page', pages: 1 });
    expect(letter.warnings[0]).toMatchObject({ code: 'address_page_added', why, mustAccept: false });
  });
});

describe('text that is not what is seen does not count', () => {
  const page = () => writtenPdf((ink) => (claire(ink), body(ink)));
  const of = (address: readonly string[]) => writtenPdf((ink) => (textAt(address, 118, 59)(ink), body(ink)));
  const otherNumber = written.with(2, '14 ter, rue de la République');
  /** In points from the bottom left: over the whole address, and over the number of its street. */
  const [overAll, overNumber] = ['330 590 250 100 re', '333 647 36 10 re'];
  const cases: [string, 'serves' | 'not_seen' | 'shows_more', () => Promise<Uint8Array>][] = [
    [
      'the words that a reader found in a scan, under its picture',
      'not_seen',
      async () => redrawn(await page(), (scan) => ({ before: '3 Tr', after: scan }), await pictureOf(await page())),
    ],
    [
      'the same, painted and then covered by the picture of another address',
      'not_seen',
      async () => redrawn(await page(), (scan) => ({ after: scan }), await pictureOf(await of(otherNumber))),
    ],
    ['a white area over it', 'not_seen', async () => redrawn(await page(), () => ({ after: `1 g ${overAll} f` }))],
    ['a black bar over it', 'not_seen', async () => redrawn(await page(), () => ({ after: `0 g ${overAll} f` }))],
    [
      'a picture of another number of the street over it',
      'not_seen',
      async () =>
        redrawn(
          await page(),
          (scan) => ({ after: `q ${overNumber} W n ${scan} Q` }),
          await pictureOf(await of(otherNumber)),
        ),
    ],
    [
      'a line through it',
      'not_seen',
      async () => redrawn(await page(), () => ({ after: '0 G 333 651.5 m 420 651.5 l S' })),
    ],
    ['text that is clipped away', 'not_seen', async () => redrawn(await page(), () => ({ before: '0 0 9 9 re W n' }))],
    [
      'text that is painted where a mask lets nothing through',
      'not_seen',
      async () => redrawn(await page(), () => ({ before: '7 Tr' })),
    ],
    [
      'an underline',
      'serves',
      async () => redrawn(await page(), () => ({ after: '0 G 0.5 w 334.5 649 m 420 649 l S' })),
    ],
    [
      'a white background under it',
      'serves',
      async () => redrawn(await page(), () => ({ before: '1 g 0 0 595 842 re f' })),
    ],
    [
      'words elsewhere that are not painted',
      'serves',
      async () => redrawn(await page(), () => ({ after: 'BT 3 Tr ET' })),
    ],
  ];
  test.each(cases)('%s: %s', async (_what, wanted, pdf) => {
    const letter = await compose(await uploadedPdf(await pdf()));
    expect(letter.warnings[0]?.why ?? 'serves').toBe(wanted);
    if (wanted === 'not_seen') expect(letter.parts[0]).toEqual({ kind: 'address_page', pages: 1 });
  });
});

test('the address of somebody else in the window is a warning that must be accepted', async () => {
  const pdf = await writtenPdf(textAt(['Monsieur Paul Girard', '3 place Bellecour', '69002 Lyon'], 118, 59));
  for (const addressPage of ['auto', 'add'] as const) {
    const letter = await compose(pdf, { content: { kind: 'document', pdf, addressPage } });
    expect(letter.warnings.at(-1)).toMatchObject({ code: 'other_address_in_window', mustAccept: true, page: 2 });
    expect(overhang(letter.warnings.at(-1)?.area as Rect, { x: 117, y: 54, width: 40, height: 16 })).toEqual({
      left: 0,
      top: 0,
      right: 0,
      bottom: 0,
    });
  }
});

test('an address page is added where it is asked for, and where only another envelope would hide what shows', async () => {
  const pdf = await writtenPdf((ink) => (claire(ink), textAt(['Objet : votre dossier'], 70, 105)(ink)));
  const stocks = [
    { format: 'C5/6', maxSheets: 5 },
    { format: 'C4', maxSheets: 100 },
  ] as const;
  const kinds = async (rest: Partial<ComposeRequest>) => (await compose(pdf, rest)).parts.map(({ kind }) => kind);
  expect(await kinds({ envelope: { asked: 'auto', stocks } })).toEqual(['document']);
  expect(await kinds({ envelope: { asked: 'C4', stocks } })).toEqual(['address_page', 'document']);
  expect(await kinds({ content: { kind: 'document', pdf, addressPage: 'add' } })).toEqual(['address_page', 'document']);
});

/** The first pixels that differ outside `zones`, as millimetres. */
function differences(a: GreyPage, b: GreyPage, zones: readonly Rect[]): string[] {
  const perMm = a.dpi / 25.4;
  const found: string[] = [];
  a.pixels.forEach((pixel, i) => {
    if (pixel === b.pixels[i] || found.length > 5) return;
    const [x, y] = [(i % a.width) / perMm, Math.floor(i / a.width) / perMm];
    const near = zones.some(
      (zone) =>
        x >= zone.x - 0.3 && x <= zone.x + zone.width + 0.3 && y >= zone.y - 0.3 && y <= zone.y + zone.height + 0.3,
    );
    if (!near) found.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  });
  return found;
}
