import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import type { ComposedLetter, ComposeRequest } from './compose-request.ts';
import { Composer } from './composer.ts';
import type { Ink } from './ink.ts';
import type { GreyPage } from './raster.ts';
import { body, customerPdf, textAt, uploadedPdf } from './testing/customer-pages.ts';
import { letterTo, plainLetter, tools } from './testing/letters.ts';
import { looksAlike, pdfText, raster, requireSound } from './testing/pdf-facts.ts';

/** A house's paper: its name at the top left and a foot; plainer on the following pages. */
const head = (ink: Ink) => {
  ink.box({ x: 22, y: 10, width: 40, height: 9 }, [0.2, 0.5, 0.3]);
  textAt(['Atelier Morvan Électricité'], 20, 26, { size: 10 })(ink);
  textAt(['Siège : 14 rue des Tanneurs, 21210 Saulieu'], 60, 285, { size: 7 })(ink);
};
const following = (ink: Ink) => textAt(['Atelier Morvan Électricité, suite'], 22, 20, { size: 8 })(ink);
const page = (text: string) => (ink: Ink) => textAt([text], 60, 150)(ink);

let composer: Composer;
let paper: Uint8Array;
beforeAll(async () => {
  composer = new Composer({ tools });
  paper = await customerPdf(head, following);
});
afterAll(() => composer.close());

const compose = async (request: ComposeRequest) =>
  (await composer.compose({ accountId: 'acc_1', letters: [request] }))[0];
async function composed(request: ComposeRequest): Promise<ComposedLetter> {
  const letter = await compose(request);
  if (!letter?.ok) throw letter?.error;
  return letter;
}

test('lies under the pages of the letter, not under our address page nor under an attachment; all is printed as uploaded over white', async () => {
  const [pdf, leaflet] = [
    await customerPdf(page('Page une'), page('Page deux'), page('Page trois')),
    await customerPdf(body),
  ];
  const letter = await composed(
    letterTo({ content: { kind: 'document', pdf }, attachments: [{ pdf: leaflet }], background: paper }),
  );
  await requireSound(letter.pdf);
  const printed = await raster(letter.pdf, 80);
  const [own, first, second] = [await raster(pdf, 80), ...(await raster(paper, 80))] as [
    GreyPage[],
    GreyPage,
    GreyPage,
  ];
  const expected = own.map((each, i) => darker(each, i === 0 ? first : second));
  expect(looksAlike(printed.slice(1, 4), expected)).toBe(true);
  expect(looksAlike(printed.slice(4), await raster(leaflet, 80))).toBe(true);
  expect(await pdfText(letter.pdf, 1)).not.toContain('Atelier Morvan Électricité\n');
});

test('of one page lies under all pages, also under those of a template and turned ones', async () => {
  const doc = await PDFDocument.load(await customerPdf((ink) => ink.box({ x: 150, y: 280, width: 40, height: 6 })));
  const upright = await doc.save();
  doc.getPage(0).setRotation(degrees(180));
  const turned = await uploadedPdf(await doc.save());
  const html = plainLetter('<p>Une</p><p style="break-before: page">Deux</p>');
  for (const [background, at] of [
    [await uploadedPdf(upright), { x: 150, y: 280 }],
    [turned, { x: 20, y: 11 }],
  ] as const) {
    const letter = await composed(letterTo({ html, background }));
    const pages = await raster(letter.pdf, 40);
    for (const { width, pixels, dpi } of pages) {
      const dot = (x: number, y: number) => pixels[Math.round((y * dpi) / 25.4) * width + Math.round((x * dpi) / 25.4)];
      expect([dot(at.x + 3, at.y + 3), dot(at.x + 37, at.y + 3), dot(at.x + 50, at.y + 3)]).toEqual([0, 0, 255]);
    }
  }
});

test('a page of the customer keeps the address where the letterhead leaves the window empty, and does not where it prints in it', async () => {
  const lines = ['MADAME CLAIRE FONTAINE', '12 RUE DES LILAS', '75011 PARIS'];
  const pdf = await customerPdf((ink) => (textAt(lines, 118, 62)(ink), body(ink)));
  const onPaper = async (background: Uint8Array) =>
    composed(letterTo({ content: { kind: 'document', pdf }, background }, lines));
  expect((await onPaper(paper)).parts).toEqual([{ kind: 'document', pages: 1 }]);
  const loud = await onPaper(await customerPdf(textAt(['www.morvan.example'], 150, 40)));
  expect(loud.parts[0]).toEqual({ kind: 'address_page', pages: 1 });
  expect(loud.warnings).toMatchObject([{ code: 'address_page_added', why: 'shows_more' }]);
});

test('that prints where Pli must print is told where', async () => {
  const codeOf = async (background: Uint8Array, what: Partial<ComposeRequest> = {}) => {
    const result = await compose(letterTo({ background, ...what }));
    return result?.ok === false ? [result.error.code, result.error.message, result.error.place?.page] : ['composed'];
  };
  const inWindow = await codeOf(await customerPdf(textAt(['www.morvan.example'], 150, 40)));
  expect(inWindow).toEqual(['zone_not_empty', expect.stringContaining('in the letterhead'), 1]);
  const inMargin = await codeOf(await customerPdf(head, textAt(['suite'], 8, 120)), {
    ...letterTo({ html: plainLetter('<p>Une</p><p style="break-before: page">Deux</p>') }),
    background: await customerPdf(head, textAt(['suite'], 8, 120)),
  });
  expect(inMargin).toEqual(['zone_not_empty', expect.stringContaining('left margin'), 2]);
  const bar = await customerPdf((ink) => ink.box({ x: 6, y: 5, width: 6, height: 285 }));
  const taken = await codeOf(bar, { content: { kind: 'document', pdf: await customerPdf(body) } });
  expect(taken).toEqual(['mark_zone_not_free', expect.any(String), 2]);
});

/** What two pages give printed one over the other, where neither is transparent ink over ink. */
function darker(a: GreyPage, b: GreyPage): GreyPage {
  return { ...a, pixels: a.pixels.map((grey, i) => Math.min(grey, b.pixels[i] ?? 255)) };
}
