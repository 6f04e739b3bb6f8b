import type { Hostile } from './hostile.ts';
import { onePage, type RawObject } from './raw-pdf.ts';

/** Fonts that are missing, broken or dangerous, and texts that are hard to set. */
export function oddFonts(): Hostile[] {
  const text = (
    name: string,
    font: string,
    shown = '(Bonjour) Tj',
    more: RawObject[] = [],
    expected?: Hostile['expected'],
  ): Hostile => ({
    name: `font: ${name}`,
    bytes: () =>
      onePage({ page: `/Resources<</Font<</F ${font}>>>>`, content: `BT /F 12 Tf 100 500 Td ${shown} ET`, more }),
    ...(expected && { expected }),
  });
  const described = '/Widths[500]/FirstChar 65/LastChar 65/FontDescriptor 5 0 R';
  const descriptor = (file: string) =>
    `<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 999 999]/ItalicAngle 0/Ascent 9/Descent 0/CapHeight 9/StemV 9${file}>>`;
  const missing = ['document_font_not_embedded'] as const;
  /** Nobody knows what the text would look like: it must not be left out silently. */
  const broken = (...given: Parameters<typeof text>): Hostile => ({
    ...text(...given),
    expected: ['document_unreadable', 'document_font_not_embedded'],
  });
  return [
    text(
      'one of the fourteen that every reader has',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      undefined,
      [],
      missing,
    ),
    text('one that no reader has', '<</Type/Font/Subtype/TrueType/BaseFont/MysterySans>>', undefined, [], missing),
    text(
      'Chinese that no reader has',
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
      '<4F60597D> Tj',
      [
        '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>',
      ],
      missing,
    ),
    broken('named and not there', '99 0 R'),
    broken('a number instead', '7'),
    broken('without a kind', '<</Type/Font/BaseFont/X>>'),
    broken(
      'of two parts, the second missing',
      '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H>>',
      '<0001> Tj',
    ),
    broken('of two parts in a ring', '5 0 R', '<0001> Tj', [
      '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>',
    ]),
    broken('a file that is noise', `<</Type/Font/Subtype/TrueType/BaseFont/X${described}>>`, '(A) Tj', [
      descriptor('/FontFile2 6 0 R'),
      { dict: '/Length1 400', stream: '\x00\x01\x00\x00noise'.repeat(40) },
    ]),
    broken('a file cut off', `<</Type/Font/Subtype/TrueType/BaseFont/X${described}>>`, '(A) Tj', [
      descriptor('/FontFile2 6 0 R'),
      { dict: '/Length1 12', stream: '\x00\x01\x00\x00\x00\xff\x00\x80\x00\x03\x00\x70' },
    ]),
    broken('a Type 1 file that is noise', `<</Type/Font/Subtype/Type1/BaseFont/X${described}>>`, '(A) Tj', [
      descriptor('/FontFile 6 0 R'),
      {
        dict: '/Length1 99/Length2 99999999/Length3 -1',
        stream: '%!PS-AdobeFont-1.0: X\n{ {} loop } exec eexec noise',
      },
    ]),
    broken('a compact file that is noise', `<</Type/Font/Subtype/Type1/BaseFont/X${described}>>`, '(A) Tj', [
      descriptor('/FontFile3 6 0 R'),
      { dict: '/Subtype/Type1C', stream: '\x01\x00\x04\xff\xff\xff\xff\xff'.repeat(9) },
    ]),
    broken(
      'a description that is not there',
      `<</Type/Font/Subtype/TrueType/BaseFont/X${described.replace('5 0 R', '99 0 R')}>>`,
      '(A) Tj',
    ),
    text(
      'a matrix with a script in it',
      `<</Type/Font/Subtype/Type1/BaseFont/X/FontMatrix[1 2 3 4 5 (1\\); alert\\('x')]${described}>>`,
      '(A) Tj',
      [descriptor('')],
    ),
    text('drawn letters', '5 0 R', '(A) Tj', drawn('500 0 0 0 500 700 d1 0 0 400 700 re f'), ['accepted']),
    text('drawn letters that show themselves', '5 0 R', '(A) Tj', drawn('500 0 d0 BT /F 1 Tf (A) Tj ET')),
    text('drawn letters without drawings', '5 0 R', '(A) Tj', [
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.001 0 0 .001 0 0]/CharProcs 99 0 R/Encoding<</Differences[65/A]>>/FirstChar 65/LastChar 65/Widths[500]>>',
    ]),
    text('drawn letters on a matrix of nothing', '5 0 R', '(A) Tj', [
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[0 0 0 0 0 0]/CharProcs<</A 6 0 R>>/Encoding<</Differences[65/A]>>/FirstChar 65/LastChar 65/Widths[500]>>',
      { dict: '', stream: '500 0 d0 0 0 9 9 re f' },
    ]),
    broken(
      'widths by the million',
      `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 999999/Widths[${'500 '.repeat(100_000)}]>>`,
    ),
    text(
      'a table of letters in a ring',
      '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/DescendantFonts[5 0 R]>>',
      '<0001> Tj',
      [
        '<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>',
        {
          dict: '/Type/CMap/CMapName/X/UseCMap 6 0 R',
          stream: '/CIDInit /ProcSet findresource begin 0 begincodespacerange',
        },
      ],
    ),
    text('a name of 50,000 letters', `<</Type/Font/Subtype/Type1/BaseFont/${'X'.repeat(50_000)}>>`),
    text('letters a thousand miles high', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', '/F 999999999 Tf (A) Tj'),
    text('letters of no size', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', '/F 0 Tf (A) Tj'),
    text('a text nobody sees', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', '3 Tr (invisible) Tj'),
    text('nothing but bytes of nought', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', '<000000000000> Tj'),
    {
      name: 'title with Arabic, emoji, a lone surrogate and nought',
      bytes: () =>
        onePage({
          trailer: '/Info 5 0 R',
          more: ['<</Title<FEFF0645D83DDE00D800000000410301202E>/Author(\\000\\377)>>'],
        }),
    },
    {
      name: 'title of a megabyte',
      bytes: () => onePage({ trailer: '/Info 5 0 R', more: [`<</Title(${'T'.repeat(1_000_000)})>>`] }),
    },
  ];
}

function drawn(glyph: string): RawObject[] {
  return [
    '<</Type/Font/Subtype/Type3/FontBBox[0 0 999 999]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</A 6 0 R>>/Encoding<</Type/Encoding/Differences[65/A]>>/FirstChar 65/LastChar 65/Widths[500]/Resources<</Font<</F 5 0 R>>>>>>',
    { dict: '', stream: glyph },
  ];
}
