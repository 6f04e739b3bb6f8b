import type { Hostile } from './hostile.ts';
import { a4Box, bar, onePage, pagesOf, rawPdf } from './raw-pdf.ts';

const a5 = '[0 0 419.53 595.28]';
const landscape = '[0 0 841.89 595.28]';

/** Pages of every size and turn, honest and not. */
export function oddPages(): Hostile[] {
  const box = (name: string, mediaBox: string, expected?: Hostile['expected'], entries = ''): Hostile => ({
    name,
    bytes: () => pagesOf([mediaBox], entries),
    ...(expected && { expected }),
  });
  const taken = ['accepted'] as const;
  const notA4 = ['page_not_a4'] as const;
  const mm = (width: number, height: number) => `[0 0 ${(width * 72) / 25.4} ${(height * 72) / 25.4}]`;
  return [
    box('A5', a5, notA4),
    box('American letter paper', '[0 0 612 792]', notA4),
    box('A4 lying', landscape, notA4),
    box('A4 lying, turned upright', landscape, taken, '/Rotate 90'),
    box('A4 upright, turned to lie', a4Box, notA4, '/Rotate 270'),
    box('A4 on its head', a4Box, taken, '/Rotate 180'),
    box('1.9 mm too wide', mm(211.9, 297), taken),
    box('2.2 mm too wide', mm(212.2, 297), notA4),
    box('1.9 mm too short', mm(210, 295.1), taken),
    { name: 'A4, A5 and A4 lying', bytes: () => pagesOf([a4Box, a5, landscape, a4Box]), expected: notA4 },
    { name: '60 pages', bytes: () => pagesOf(Array.from({ length: 60 }, () => a4Box)), expected: taken },
    {
      name: '61 pages',
      bytes: () => pagesOf(Array.from({ length: 61 }, () => a4Box)),
      expected: ['document_too_many_pages'],
    },
    {
      name: '5,000 pages',
      bytes: () => pagesOf(Array.from({ length: 5000 }, () => a4Box)),
      expected: ['document_too_many_pages'],
    },
    box('corners the other way round', '[595.28 841.89 0 0]', taken),
    box('an origin far away', '[100000 100000 100595.28 100841.89]'),
    box('an origin below nought', '[-300 -400 295.28 441.89]', taken),
    box('no area', '[0 0 0 0]'),
    box('a box of words', '[/A /B /C /D]'),
    box('a box of two numbers', '[0 0]'),
    box('a box of nine numbers', '[0 0 595 842 1 2 3 4 5]'),
    box('a box of huge numbers', '[0 0 1e39 99999999999999999999999999999999999999999]'),
    box('a box that is a string', '(0 0 595 842)'),
    box('a box of references to itself', '[4 0 R 4 0 R 4 0 R 4 0 R]'),
    box('half of A4 in double units', '[0 0 297.64 420.94]', taken, '/UserUnit 2'),
    box('units of nothing', a4Box, undefined, '/UserUnit 0'),
    box('units below nothing', a4Box, undefined, '/UserUnit -1'),
    box('units of a light year', a4Box, undefined, '/UserUnit 1e30'),
    box('A4 cut out of A3', '[0 0 841.89 1190.55]', taken, '/CropBox[100 100 695.28 941.89]'),
    box('a cut outside the page', a4Box, undefined, '/CropBox[1000 1000 1595 1842]'),
    box('a cut of nothing', a4Box, undefined, '/CropBox[9 9 9 9]'),
    box('a cut larger than the page', a4Box, undefined, '/CropBox[-500 -500 2000 2000]'),
    box('turned by 45 degrees', a4Box, undefined, '/Rotate 45'),
    box('turned a billion times', a4Box, undefined, '/Rotate 900000000000'),
    box('turned by a word', a4Box, undefined, '/Rotate /Left'),
    { name: 'a size from the tree', bytes: () => inherited(`/MediaBox ${a4Box}`), expected: taken },
    { name: 'no size at all', bytes: () => inherited('') },
    {
      name: 'layers switched off',
      bytes: () =>
        onePage({ catalog: '/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>', more: ['<</Type/OCG/Name(x)>>'] }),
      expected: ['document_has_hidden_layers'],
    },
    { name: 'layers that say nothing', bytes: () => onePage({ catalog: '/OCProperties 7' }) },
    { name: 'a page without content', bytes: () => onePage({ content: '' }), expected: taken },
    { name: 'content that is a number', bytes: () => onePage({ page: '/Contents 7' }) },
    {
      name: 'content that is no stream',
      bytes: () => onePage({ content: '', more: [], page: '/Contents[1 0 R 2 0 R null 7]' }),
    },
  ];
}

/** Content whose operators are not what they should be. */
export function oddContent(): Hostile[] {
  const content = (name: string, stream: string, dict = ''): Hostile => ({
    name: `content: ${name}`,
    bytes: () => onePage({ content: { dict, stream } }),
  });
  return [
    content('states never restored', `q q q q 0.5 0 0 0.5 0 0 cm ${bar}`),
    content('states restored too often', `Q Q Q Q ${bar}`),
    content('operators nobody knows', `foo bar 1 2 3 baz ${bar}`),
    content('operators without operands', 'cm re l c v y Tf Tj TJ Do sh gs scn W n f S b*'),
    content('operands of wrong kinds', '/A (b) [c] << /d 1 >> cm (x) (y) (z) (w) re /F w f'),
    content('numbers beyond all', `1e999 0 0 1e999 0 0 cm -1e400 9999999999999999999999 m ${bar}`),
    content('numbers that are none', `--5 .. 5-5 +-+ nan inf m ${bar}`),
    content('a string that never ends', `(${'('.repeat(5000)}`),
    content('a picture in line that never ends', 'BI /W 9 /H 9 /BPC 8 /CS /G ID xxxxx'),
    { ...content('a picture in line of a billion dots', 'BI /W 99999 /H 99999 /BPC 8 /CS /G ID x EI'), heavy: true },
    content('a scale of nothing', `0 0 0 0 0 0 cm ${bar}`),
    content('a filter nobody knows', bar, '/Filter/Foo'),
    content('a hundred filters', bar, `/Filter[${'/ASCIIHexDecode'.repeat(100)}]`),
    content('packed by Flate, but noise', 'x\x9cnoise noise noise', '/Filter/FlateDecode'),
    content('packed by LZW, but noise', '\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', '/Filter/LZWDecode'),
    content('packed by ASCII 85, but noise', '<~vvvvvzzz~', '/Filter/ASCII85Decode'),
    content('packed by runs, cut off', '\x7fabc', '/Filter/RunLengthDecode'),
    content('locked by an own lock', bar, '/Filter/Crypt/DecodeParms<</Name/X>>'),
    content('no operator, only comments', `% ${'x'.repeat(100_000)}`),
    content(
      'bytes of every kind',
      Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 167) & 255)).join(''),
    ),
  ];
}

function inherited(entries: string): Uint8Array {
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[3 0 R]/Count 1${entries}>>`,
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
    { dict: '', stream: bar },
  ]);
}
