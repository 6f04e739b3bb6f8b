import { deflateSync } from 'node:zlib';
import { bomb } from '../bomb.ts';
import type { Hostile } from './hostile.ts';
import { bar, flate, onePage, rawPdf, type RawObject } from './raw-pdf.ts';

/** Small files that would take hours, gigabytes, or both. */
export function bombs(): Hostile[] {
  const blanks = (megabytes: number) => deflateSync(Buffer.alloc(megabytes << 20, ' '), { level: 9 });
  const resources = (text: string) => `/Resources<<${text}>>`;
  return [
    { name: 'content of a gigabyte, packed twice', heavy: true, bytes: bomb },
    {
      name: 'content of 200 megabytes',
      heavy: true,
      bytes: () => onePage({ content: { dict: '/Filter/FlateDecode', stream: blanks(200) } }),
    },
    {
      name: 'content of 64 megabytes, packed five times',
      heavy: true,
      bytes: () => onePage({ content: packed(Buffer.alloc(64 << 20, ' '), 5) }),
    },
    {
      name: 'an object stream of 200 megabytes',
      heavy: true,
      bytes: () => onePage({ more: [{ dict: '/Type/ObjStm/N 5/First 50/Filter/FlateDecode', stream: blanks(200) }] }),
    },
    { name: 'forms that draw ten forms, ten deep', heavy: true, bytes: () => laughs(10, 10) },
    { name: 'forms that draw two forms, forty deep', bytes: () => laughs(40, 2) },
    {
      name: 'a predictor of two billion columns',
      bytes: () =>
        onePage({
          content: {
            dict: '/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 99>>',
            stream: deflateSync(bar),
          },
        }),
    },
    {
      name: 'a pattern of tiles a millionth of a point wide',
      heavy: true,
      bytes: () =>
        onePage({
          page: resources('/Pattern<</P 5 0 R>>'),
          content: '/Pattern cs /P scn 0 0 595 842 re f',
          more: [
            {
              dict: '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 .00001 .00001]/XStep .000001/YStep .000001/Resources<<>>',
              stream: '0 0 1 1 re f',
            },
          ],
        }),
    },
    {
      name: 'a dash a millionth of a point long',
      heavy: true,
      bytes: () => onePage({ content: '[.000001 .000001] 0 d 5 w 0 0 m 595 842 l S 0 842 m 595 0 l S' }),
    },
    { name: 'a line ten billion points wide', bytes: () => onePage({ content: '10000000000 w 0 0 m 1 1 l S' }) },
    {
      name: 'a million lines',
      heavy: true,
      bytes: () => onePage({ content: flate('', '0 0 m 595 842 l S\n'.repeat(1_000_000)) }),
    },
    {
      name: 'one path of a million curves',
      heavy: true,
      bytes: () =>
        onePage({ content: flate('', `0 0 m ${'9 9 300 800 590 3 c 1 800 300 9 5 5 c\n'.repeat(500_000)} f*`) }),
    },
    {
      name: 'the state saved a million times',
      heavy: true,
      bytes: () => onePage({ content: flate('', 'q '.repeat(1_000_000)) }),
    },
    {
      name: 'a clip in a clip, 100,000 times',
      heavy: true,
      bytes: () => onePage({ content: flate('', '0 0 500 800 re W n '.repeat(100_000) + bar) }),
    },
    { name: 'transparent groups a thousand deep', bytes: () => groups(1000) },
    {
      name: 'a mesh of a million triangles',
      heavy: true,
      bytes: () =>
        onePage({
          page: resources('/Shading<</S 5 0 R>>'),
          content: '/S sh',
          more: [
            flate(
              '/ShadingType 4/ColorSpace/DeviceGray/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/Decode[0 595 0 842 0 1]',
              Buffer.alloc(12_000_000, '\x00\x10\x80\x20'),
            ),
          ],
        }),
    },
    {
      name: 'a calculator function of 50,000 steps',
      heavy: true,
      bytes: () =>
        onePage({
          page: resources('/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Domain[0 595 0 842]/Function 5 0 R>>>>'),
          content: '/S sh',
          more: [
            {
              dict: '/FunctionType 4/Domain[0 595 0 842]/Range[0 1]',
              stream: `{ ${'dup mul sqrt '.repeat(16_000)} add }`,
            },
          ],
        }),
    },
    {
      name: 'a table of a billion samples',
      bytes: () =>
        onePage({
          page: resources('/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Function 5 0 R>>>>'),
          content: '/S sh',
          more: [{ dict: '/FunctionType 0/Domain[0 1 0 1]/Range[0 1]/Size[32000 32000]/BitsPerSample 8', stream: 'x' }],
        }),
    },
    {
      name: '150,000 objects',
      heavy: true,
      bytes: () => onePage({ more: Array.from({ length: 150_000 }, () => '<<>>') }),
    },
    { name: 'a page of 200,000 content streams', heavy: true, bytes: () => manyContents(200_000) },
    { name: 'a name of a megabyte', bytes: () => onePage({ catalog: `/${'N'.repeat(1_000_000)} 1` }) },
    {
      name: 'a string of ten megabytes',
      heavy: true,
      bytes: () => onePage({ catalog: `/X (${'s'.repeat(10_000_000)})` }),
      expected: ['document_too_heavy'],
    },
    {
      name: 'a list of five million numbers',
      heavy: true,
      bytes: () => onePage({ catalog: `/X [${'1 '.repeat(5_000_000)}]` }),
      expected: ['document_too_heavy'],
    },
    {
      name: 'a page 200,000 points wide',
      bytes: () => onePage({ mediaBox: '[0 0 200000 200000]' }),
      expected: ['page_not_a4', 'document_too_heavy'],
    },
  ];
}

function packed(bytes: Uint8Array, times: number): RawObject {
  let stream = bytes;
  for (let i = 0; i < times; i++) stream = deflateSync(stream, { level: 9 });
  return { dict: `/Filter[${'/FlateDecode'.repeat(times)}]`, stream };
}

/** `deep` forms, each drawing the next `wide` times. */
function laughs(deep: number, wide: number): Uint8Array {
  const form = (next: number, content: string): RawObject => ({
    dict: `/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</A ${next} 0 R>>>>`,
    stream: content,
  });
  const more = Array.from({ length: deep }, (_, i) => form(i + 6, '/A Do '.repeat(wide)));
  more.push({ dict: '/Type/XObject/Subtype/Form/BBox[0 0 600 900]', stream: bar });
  return onePage({ page: '/Resources<</XObject<</A 5 0 R>>>>', content: '/A Do', more });
}

function groups(deep: number): Uint8Array {
  const group = '/Group<</S/Transparency/I true>>';
  const more: RawObject[] = Array.from({ length: deep }, (_, i) => ({
    dict: `/Type/XObject/Subtype/Form/BBox[0 0 600 900]${group}/Resources<</XObject<</A ${i + 6} 0 R>>>>`,
    stream: '/A Do',
  }));
  more.push({ dict: '/Type/XObject/Subtype/Form/BBox[0 0 600 900]', stream: bar });
  return onePage({ page: '/Resources<</XObject<</A 5 0 R>>>>', content: '/A Do', more });
}

function manyContents(count: number): Uint8Array {
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[${'4 0 R '.repeat(count)}]>>`,
    { dict: '', stream: bar },
  ]);
}
