import type { Hostile } from './hostile.ts';
import { a4Box, bar, bytesOf, onePage, onePageObjects, rawPdf, textOf, type RawObject } from './raw-pdf.ts';

/** A table or trailer that lies about where the objects are. */
export function damagedTables(): Hostile[] {
  const good = textOf(onePage());
  const change = (pattern: string | RegExp, by: string) => () => bytesOf(good.replace(pattern, by));
  const start = good.lastIndexOf('xref\n0');
  return [
    { name: 'a table elsewhere than told', bytes: change(/startxref\n\d+/, 'startxref\n7') },
    { name: 'a table beyond the end', bytes: change(/startxref\n\d+/, 'startxref\n99999999999') },
    { name: 'a table before the beginning', bytes: change(/startxref\n\d+/, 'startxref\n-5') },
    { name: 'a table at no number', bytes: change(/startxref\n\d+/, 'startxref\nx') },
    { name: 'no table', bytes: () => bytesOf(`${good.slice(0, start)}trailer<</Root 1 0 R/Size 5>>\n%%EOF`) },
    { name: 'no table and no trailer', bytes: () => bytesOf(good.slice(0, start)) },
    {
      name: 'every offset one too high',
      bytes: () =>
        bytesOf(
          good.replace(/(\d{10}) 00000 n/g, (_, n: string) => `${String(Number(n) + 1).padStart(10, '0')} 00000 n`),
        ),
    },
    { name: 'every offset the same', bytes: () => bytesOf(good.replace(/\d{10} 00000 n/g, '0000000015 00000 n')) },
    { name: 'every object free', bytes: () => bytesOf(good.replaceAll('00000 n', '00000 f')) },
    { name: 'a table of two billion objects', bytes: change('xref\n0 5', 'xref\n0 2147483647') },
    { name: 'a table that begins at a billion', bytes: change('xref\n0 5', 'xref\n1000000000 5') },
    { name: 'a size of two billion', bytes: change('/Size 5', '/Size 2147483647') },
    { name: 'a size of one', bytes: change('/Size 5', '/Size 1') },
    { name: 'a negative size', bytes: change('/Size 5', '/Size -1') },
    { name: 'a table before itself', bytes: change('/Root 1 0 R', `/Root 1 0 R /Prev ${start}`) },
    { name: 'a table before it beyond the end', bytes: change('/Root 1 0 R', '/Root 1 0 R /Prev 999999999') },
    { name: 'a table stream before itself', bytes: change('/Root 1 0 R', `/Root 1 0 R /XRefStm ${start}`) },
    { name: 'two tables before each other', bytes: () => twoTables(good, start) },
    { name: 'no root', bytes: change('/Root 1 0 R', '') },
    { name: 'a root that is not there', bytes: change('/Root 1 0 R', '/Root 99 0 R') },
    { name: 'a root that is a page', bytes: change('/Root 1 0 R', '/Root 3 0 R') },
    { name: 'a root that is a number', bytes: change('/Root 1 0 R', '/Root 7') },
    { name: 'a root of another generation', bytes: change('/Root 1 0 R', '/Root 1 65535 R') },
    { name: 'objects without an end', bytes: () => bytesOf(good.replaceAll('endobj', '      ')) },
    { name: 'objects of other numbers than the table says', bytes: () => bytesOf(good.replaceAll(' 0 obj', ' 5 obj')) },
    {
      name: 'every object twice',
      bytes: () => bytesOf(good.slice(0, start) + good.slice(20, start) + good.slice(start)),
    },
    ...[
      ['[1 2 1]/Index[0 2147483647]', 'a table stream of two billion objects'],
      ['[8 8 8]', 'a table stream with wide columns'],
      ['[-1 2 1]', 'a table stream with a negative column'],
      ['[1 2147483647 1]', 'a table stream with a column of two gigabytes'],
      ['[]', 'a table stream without columns'],
    ].map(([widths, name]) => ({ name: name ?? '', bytes: () => tableStream(widths ?? '') })),
  ];
}

/** Things that contain themselves, or are not what their place asks for. */
export function loops(): Hostile[] {
  const pages = (tree: string, more: RawObject[] = []) => rawPdf(['<</Type/Catalog/Pages 2 0 R>>', tree, ...more]);
  const page = `<</Type/Page/Parent 2 0 R/MediaBox ${a4Box}>>`;
  const form = (dict: string, stream: string): RawObject => ({
    dict: `/Type/XObject/Subtype/Form/BBox[0 0 600 900]${dict}`,
    stream,
  });
  const draws = (resources: string, ...more: RawObject[]) =>
    onePage({ page: `/Resources<<${resources}>>`, content: '/A Do', more });
  const nested = (open: string, close: string, deep: number) => open.repeat(deep) + close.repeat(deep);
  return [
    {
      name: 'no page',
      bytes: () => pages('<</Type/Pages/Kids[]/Count 0>>'),
      expected: ['document_empty', 'document_unreadable'],
    },
    { name: 'no page, but five are counted', bytes: () => pages('<</Type/Pages/Kids[]/Count 5>>') },
    { name: 'a page tree that is its own child', bytes: () => pages('<</Type/Pages/Kids[2 0 R]/Count 1>>') },
    {
      name: 'two page trees in a ring',
      bytes: () => pages('<</Type/Pages/Kids[3 0 R]/Count 1>>', ['<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    },
    {
      name: 'a page whose parent is itself',
      bytes: () =>
        pages('<</Type/Pages/Kids[3 0 R]/Count 1>>', [
          '<</Type/Page/Parent 3 0 R/Contents 4 0 R>>',
          { dict: '', stream: bar },
        ]),
    },
    { name: 'fewer pages than counted', bytes: () => pages('<</Type/Pages/Kids[3 0 R]/Count 7>>', [page]) },
    { name: 'more pages than counted', bytes: () => pages('<</Type/Pages/Kids[3 0 R 4 0 R]/Count 1>>', [page, page]) },
    { name: 'a negative count of pages', bytes: () => pages('<</Type/Pages/Kids[3 0 R]/Count -1>>', [page]) },
    { name: 'two billion pages counted', bytes: () => pages('<</Type/Pages/Kids[3 0 R]/Count 2147483647>>', [page]) },
    {
      name: 'one page named 50 times',
      bytes: () => pages(`<</Type/Pages/Kids[${'3 0 R '.repeat(50)}]/Count 50>>`, [page]),
    },
    {
      name: 'one page named 200,000 times',
      bytes: () => pages(`<</Type/Pages/Kids[${'3 0 R '.repeat(200_000)}]/Count 200000>>`, [page]),
    },
    {
      name: 'children that are no pages',
      bytes: () => pages('<</Type/Pages/Kids[null 7 (x) /N [] 3 0 R]/Count 1>>', [page]),
    },
    { name: 'children that are not there', bytes: () => pages('<</Type/Pages/Kids[8 0 R 9 0 R]/Count 2>>') },
    { name: 'a page tree of strings', bytes: () => pages('<</Type/Pages/Kids(x)/Count(y)>>') },
    { name: 'no page tree', bytes: () => rawPdf(['<</Type/Catalog>>']) },
    { name: 'a page tree 3,000 deep', heavy: true, bytes: () => deepTree(3000) },
    { name: 'lists 50,000 deep', heavy: true, bytes: () => onePage({ catalog: `/X ${nested('[', ']', 50_000)}` }) },
    { name: 'dictionaries 20,000 deep', bytes: () => onePage({ catalog: `/X ${nested('<</X ', '>>', 20_000)}` }) },
    { name: 'lists never closed', bytes: () => onePage({ catalog: `/X ${'['.repeat(50_000)}` }) },
    {
      name: 'a length that is the stream itself',
      bytes: () => onePage({ content: { dict: '/Length 4 0 R', stream: bar } }),
    },
    { name: 'a length that is not there', bytes: () => onePage({ content: { dict: '/Length 99 0 R', stream: bar } }) },
    { name: 'a length far too long', bytes: () => onePage({ content: { dict: '/Length 99999999', stream: bar } }) },
    { name: 'a length far too short', bytes: () => onePage({ content: { dict: '/Length 2', stream: bar } }) },
    { name: 'a negative length', bytes: () => onePage({ content: { dict: '/Length -1', stream: bar } }) },
    {
      name: 'an object that is a reference to itself',
      bytes: () => onePage({ page: '/Resources 5 0 R', more: ['5 0 R'] }),
    },
    { name: 'two references in a ring', bytes: () => onePage({ page: '/Resources 5 0 R', more: ['6 0 R', '5 0 R'] }) },
    {
      name: 'a form that draws itself',
      bytes: () => draws('/XObject<</A 5 0 R>>', form('/Resources<</XObject<</A 5 0 R>>>>', '/A Do')),
    },
    {
      name: 'two forms that draw each other',
      bytes: () =>
        draws(
          '/XObject<</A 5 0 R>>',
          form('/Resources<</XObject<</A 6 0 R>>>>', '/A Do'),
          form('/Resources<</XObject<</A 5 0 R>>>>', '/A Do'),
        ),
    },
    {
      name: 'a pattern filled with itself',
      bytes: () =>
        onePage({
          page: '/Resources<</Pattern<</P 5 0 R>>>>',
          content: '/Pattern cs /P scn 0 0 600 800 re f',
          more: [
            {
              dict: '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 5 0 R>>>>',
              stream: '/Pattern cs /P scn 0 0 9 9 re f',
            },
          ],
        }),
    },
    {
      name: 'a colour space based on itself',
      bytes: () =>
        onePage({
          page: '/Resources<</ColorSpace<</C 5 0 R>>>>',
          content: '/C cs 1 sc 0 0 99 99 re f',
          more: ['[/Indexed 5 0 R 1 <0011>]'],
        }),
    },
    {
      name: 'a function made of itself',
      bytes: () =>
        onePage({
          page: '/Resources<</Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 5 0 R>>>>>>',
          content: '/S sh',
          more: ['<</FunctionType 3/Domain[0 1]/Functions[5 0 R 5 0 R]/Bounds[.5]/Encode[0 1 0 1]>>'],
        }),
    },
    {
      name: 'a soft mask that masks itself',
      bytes: () =>
        onePage({
          page: '/Resources<</ExtGState<</G 5 0 R>>>>',
          content: '/G gs 0 0 99 99 re f',
          more: [
            '<</SMask<</S/Luminosity/G 6 0 R>>>>',
            form('/Group<</S/Transparency/CS/DeviceGray>>/Resources<</ExtGState<</G 5 0 R>>>>', '/G gs 0 0 99 99 re f'),
          ],
        }),
    },
    {
      name: 'outlines in a ring',
      bytes: () =>
        onePage({
          catalog: '/Outlines 5 0 R',
          more: ['<</First 6 0 R/Last 6 0 R/Count 9>>', '<</Title(x)/Parent 5 0 R/Next 6 0 R/Prev 6 0 R/First 6 0 R>>'],
        }),
    },
    {
      name: 'a name tree in a ring',
      bytes: () =>
        onePage({ catalog: '/Names<</Dests 5 0 R/AP 5 0 R>>', more: ['<</Kids[5 0 R 5 0 R]/Limits[(a)(b)]>>'] }),
    },
    {
      name: 'a form field that is its own child',
      bytes: () => onePage({ catalog: '/AcroForm<</Fields[5 0 R]>>', more: ['<</T(x)/Kids[5 0 R]/Parent 5 0 R>>'] }),
    },
    {
      name: 'an object stream inside itself',
      bytes: () => objectStream('5 0 4 20 <</Type/Page>>        5 0 R', '/Extends 4 0 R'),
    },
  ];
}

function twoTables(good: string, start: number): Uint8Array {
  const first = good.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${String(good.length + 12).padStart(8, '0')}`);
  const gap = first.length;
  return bytesOf(
    first.replace(/\/Prev \d+/, `/Prev ${String(gap).padStart(8, '0')}`) +
      `xref\n0 0\ntrailer\n<</Size 5/Root 1 0 R/Prev ${start}>>\nstartxref\n${gap}\n%%EOF\n`,
  );
}

function tableStream(widths: string): Uint8Array {
  const objects = textOf(rawPdf(onePageObjects()));
  const head = objects.slice(0, objects.lastIndexOf('xref\n0'));
  return bytesOf(
    `${head}9 0 obj\n<</Type/XRef/Size 10/Root 1 0 R/W${widths}/Length 12>>\nstream\n\x01\x00\x0f\x00\x01\x00\x0f\x00\x01\x00\x0f\x00\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF`,
  );
}

function objectStream(content: string, entries: string): Uint8Array {
  return onePage({ content: { dict: `/Type/ObjStm/N 2/First 10${entries}`, stream: content } });
}

function deepTree(depth: number): Uint8Array {
  const tree: RawObject[] = ['<</Type/Catalog/Pages 2 0 R>>'];
  for (let i = 0; i < depth; i++)
    tree.push(`<</Type/Pages/Count 1/Kids[${i + 3} 0 R]${i > 0 ? `/Parent ${i + 1} 0 R` : ''}>>`);
  return rawPdf([...tree, `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox ${a4Box}>>`]);
}
