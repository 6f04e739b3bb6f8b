import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withScratch } from './scratch.ts';
import { type SplitBy, splitPdf } from './split.ts';
import { tools } from './testing/letters.ts';
import { longPrint, type PrintedPage } from './testing/long-print.ts';

const rightWindow = { x: 80, y: 35, width: 130, height: 60 };
const foot = { x: 15, y: 276, width: 120, height: 12 };
const fontaine = ['Madame Claire Fontaine', '12 rue des Lilas', '75011 Paris'];
const martin = ['Monsieur Paul Martin', '3 place Bellecour', '69002 Lyon'];

async function split(print: readonly PrintedPage[], by: SplitBy, seconds?: number) {
  const pdf = await longPrint(print);
  return withScratch(async (folder) => {
    const file = join(folder, 'print.pdf');
    await writeFile(file, pdf);
    const { parts, before } = await splitPdf(file, print.length, by, rightWindow, tools, seconds);
    return {
      before,
      parts: parts.map(({ first, last, mark, addressLines }) => [`${first}-${last}`, mark, addressLines] as const),
    };
  });
}
const text = { kind: 'text', zone: foot, separators: false } as const;
const barcode = { kind: 'barcode', separators: false, begins: 'where_it_changes' } as const;

test('a print is cut every two pages, each part with the address of its first page', async () => {
  const { parts } = await split([{ address: fontaine }, {}, { address: martin }], { kind: 'pages', every: 2 });
  expect(parts).toEqual([
    ['1-2', null, fontaine],
    ['3-3', null, martin],
  ]);
});

test('a print is cut where the text in a zone changes, accents and all', async () => {
  const print = ['Réf. 2027-001', 'Réf. 2027-001', '', 'Réf. 2027-002'].map((foot) => ({ foot }));
  expect((await split(print, text)).parts).toEqual([
    ['1-3', 'Réf. 2027-001', []],
    ['4-4', 'Réf. 2027-002', []],
  ]);
});

test('or where the text begins so, or is of a form; pages before the first stand apart', async () => {
  const print = ['sommaire', 'Page 1/2', 'Page 2/2', 'Page 1/1'].map((foot) => ({ foot }));
  const bySign = await split(print, { ...text, startsWith: 'page 1' });
  expect(bySign).toEqual({ before: 1, parts: [['2-3', 'Page 1/2', []], ['4-4', 'Page 1/1', []]] }); // prettier-ignore
  expect(await split(print, { ...text, pattern: 'Page 1/#' })).toEqual(bySign);
});

test.each(['code128', 'code39', 'datamatrix', 'qrcode'] as const)(
  'a print is cut where its %s changes',
  async (symbology) => {
    const coded = (text: string) => ({ code: { symbology, text } });
    const print = [coded('CLIENT-1'), {}, coded('CLIENT-1'), coded('CLIENT-2'), {}];
    const { parts } = await split(print, { ...barcode, zone: { x: 10, y: 240, width: 120, height: 40 } });
    expect(parts.map(([pages, mark]) => [pages, mark])).toEqual([
      ['1-3', 'CLIENT-1'],
      ['4-5', 'CLIENT-2'],
    ]);
  },
);

test('separator sheets with one and the same barcode are left out', async () => {
  const sheet = { code: { symbology: 'qrcode', text: 'PATCH-T' } } as const;
  const by = { ...barcode, begins: 'wherever_it_shows', separators: true, format: 'QRCode' } as const;
  const { parts } = await split([sheet, { address: fontaine }, {}, sheet, { address: martin }], by);
  expect(parts.map(([pages, , lines]) => [pages, lines])).toEqual([
    ['2-3', fontaine],
    ['5-5', martin],
  ]);
});

test('where nothing begins a letter, the sender is told; where it takes too long, too', async () => {
  const print = [{ foot: 'x' }];
  await expect(split(print, { ...text, startsWith: 'Facture' })).rejects.toMatchObject({ code: 'split_nothing_found' });
  await expect(split(print, barcode)).rejects.toMatchObject({ code: 'split_nothing_found' });
  await expect(split(print, barcode, 0.001)).rejects.toMatchObject({ code: 'split_takes_too_long' });
});
