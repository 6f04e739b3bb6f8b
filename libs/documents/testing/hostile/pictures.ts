import type { Hostile } from './hostile.ts';
import { flate, onePage, type OnePage, type RawObject } from './raw-pdf.ts';

const image = (dict: string, stream: Uint8Array | string = ''): RawObject => ({
  dict: `/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray${dict}`,
  stream,
});
const shown = (picture: RawObject): OnePage => ({
  page: '/Resources<</XObject<</I 5 0 R>>>>',
  content: '595 0 0 842 0 0 cm /I Do',
  more: [picture],
});

/** Pictures far larger than any page of paper needs (A4 at 1,200 dpi has 139 million dots), or of kinds that nobody can read. */
export function pictures(): Hostile[] {
  const tooManyDots = ['document_too_heavy'] as const;
  return [
    {
      name: 'a picture of 30,000 × 30,000 dots, one bit each',
      heavy: true,
      expected: tooManyDots,
      bytes: () =>
        onePage(
          shown(
            flate(
              '/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ColorSpace/DeviceGray',
              new Uint8Array(30_000 * 3750),
            ),
          ),
        ),
    },
    {
      name: 'a picture of 30,000 × 30,000 dots, most of them missing',
      heavy: true,
      expected: tooManyDots,
      bytes: () => onePage(shown(image('/Width 30000/Height 30000', 'x'))),
    },
    {
      name: 'a picture of two billion dots a side',
      expected: tooManyDots,
      bytes: () => onePage(shown(image('/Width 2147483647/Height 2147483647', 'x'))),
    },
    { name: 'a picture of no dot', bytes: () => onePage(shown(image('/Width 0/Height 0'))) },
    { name: 'a picture of negative size', bytes: () => onePage(shown(image('/Width -5/Height -5', 'x'))) },
    {
      name: 'a JPEG that says it has 65,500 × 65,500 dots',
      heavy: true,
      expected: tooManyDots,
      bytes: () => onePage(shown(image('/Width 65500/Height 65500/Filter/DCTDecode', jpegHead(65_500)))),
    },
    {
      name: 'a fax of 60,000 × 60,000 dots',
      expected: tooManyDots,
      bytes: () =>
        onePage(
          shown(
            image(
              '/Width 60000/Height 60000/ImageMask true/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>',
              new Uint8Array(2000),
            ),
          ),
        ),
    },
    {
      name: 'a JPEG 2000 picture that is noise',
      bytes: () =>
        onePage(
          shown(image('/Width 9/Height 9/Filter/JPXDecode', '\xff\x4f\xff\x51\x00\x2f\x7f\xff\xff\xff'.repeat(9))),
        ),
    },
    {
      name: 'a JBIG2 picture that is noise',
      bytes: () =>
        onePage(
          shown(
            image(
              '/Width 9/Height 9/Filter/JBIG2Decode',
              '\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x7f\xff\xff\xff\x7f\xff\xff\xff',
            ),
          ),
        ),
    },
    {
      name: 'a soft mask of 40,000 × 40,000 dots',
      heavy: true,
      expected: tooManyDots,
      bytes: () =>
        onePage({
          page: '/Resources<</XObject<</I 5 0 R>>>>',
          content: '595 0 0 842 0 0 cm /I Do',
          more: [image('/Width 1/Height 1/SMask 6 0 R', 'x'), image('/Width 40000/Height 40000', 'x')],
        }),
    },
  ];
}

/** The beginning of a baseline JPEG in grey, `side` dots each way. */
function jpegHead(side: number): Uint8Array {
  const [high, low] = [side >> 8, side & 255];
  return Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, high, low, high, low, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0, 0xff, 0xd9],
  );
}
