import { Composer } from './composer.ts';
import { customerPdf, textAt } from './testing/customer-pages.ts';
import { letterTo, tools } from './testing/letters.ts';
import { looksAlike, pdfText, raster } from './testing/pdf-facts.ts';

let composer: Composer;
beforeAll(() => (composer = new Composer({ tools })));
afterAll(() => composer.close());

test('letters of one document take their own pages of it, and attachments too', async () => {
  const pages = ['Un', 'Deux', 'Trois', 'Quatre'].map((text) => textAt([`Page ${text}`], 60, 150));
  const pdf = await customerPdf(...pages);
  const of = (...chosen: number[]) => letterTo({ content: { kind: 'document', pdf, pages: chosen } });
  const letters = [
    of(2),
    of(4, 1),
    letterTo({ content: { kind: 'document', pdf, pages: [3] }, attachments: [{ pdf, pages: [1, 2] }] }),
    of(4, 5),
  ];
  const results = await composer.compose({ accountId: 'acc_1', letters });
  expect(
    results.map((result) => (result.ok ? result.parts.map(({ pages: count }) => count) : result.error.code)),
  ).toEqual([[1, 1], [1, 2], [1, 1, 2], 'page_range_invalid']);
  const [, second, third] = results;
  if (!second?.ok || !third?.ok) throw new Error('not composed');
  const whole = await raster(pdf, 60);
  expect(looksAlike((await raster(second.pdf, 60)).slice(1), [whole[3]!, whole[0]!])).toBe(true);
  expect(await pdfText(third.pdf, 2)).toBe('Page Trois');
  expect(looksAlike((await raster(third.pdf, 60)).slice(2), [whole[0]!, whole[1]!])).toBe(true);
});

test('other pages of the same document are another letter', async () => {
  const content = { kind: 'document', pdf: new Uint8Array([1, 2]) } as const;
  const keys = [{}, { pages: [1] }, { pages: [2] }, { addressPage: 'add' as const }].map((chosen) =>
    composer.key(letterTo({ content: { ...content, ...chosen } })),
  );
  expect(new Set(keys).size).toBe(4);
});
