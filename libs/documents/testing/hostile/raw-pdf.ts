import { deflateSync } from 'node:zlib';

/** An object as it stands in the file: its text, or a dictionary (without `Length`) with a stream. */
export type RawObject = string | { readonly dict: string; readonly stream: Uint8Array | string };

/** Parts of a file with one page, each with a sound usual value: objects 1 catalogue, 2 page tree, 3 page, 4 content, 5 … `more`. */
export interface OnePage {
  /** Entries added to the catalogue, the page tree, the page, the trailer. */
  readonly catalog?: string;
  readonly pages?: string;
  readonly page?: string;
  readonly trailer?: string;
  readonly mediaBox?: string;
  readonly content?: RawObject;
  readonly more?: readonly RawObject[];
}

export const a4Box = '[0 0 595.28 841.89]';
/** A black bar in the middle of the page: ink that needs no font. */
export const bar = '0 g 100 400 300 20 re f';

/** A PDF written by hand, with a sound cross-reference table: what is wrong with it is what the objects say. */
export function rawPdf(objects: readonly RawObject[], trailer = '/Root 1 0 R', version = '1.7'): Uint8Array {
  const parts: Buffer[] = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    at += bytes.length;
  };
  objects.forEach((object, i) => {
    offsets.push(at);
    add(Buffer.from(`${i + 1} 0 obj\n`));
    add(body(object));
    add(Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = at;
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size} ${trailer}>>\nstartxref\n${end}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

/** A one-page A4 file; every part can be replaced or added to. */
export function onePage(parts: OnePage = {}): Uint8Array {
  return rawPdf(onePageObjects(parts), `/Root 1 0 R ${parts.trailer ?? ''}`);
}

export function onePageObjects(parts: OnePage = {}): RawObject[] {
  const { catalog = '', pages = '', page = '', mediaBox = a4Box, content = bar, more = [] } = parts;
  return [
    `<</Type/Catalog/Pages 2 0 R ${catalog}>>`,
    `<</Type/Pages/Kids[3 0 R]/Count 1 ${pages}>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox ${mediaBox}/Contents 4 0 R ${page}>>`,
    typeof content === 'string' ? { dict: '', stream: content } : content,
    ...more,
  ];
}

/** A file of as many pages as there are boxes, all alike but for their size and what `entries` adds to each page. */
export function pagesOf(boxes: readonly string[], entries = ''): Uint8Array {
  const kids = boxes.map((_, i) => `${i + 4} 0 R`).join(' ');
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${boxes.length}>>`,
    { dict: '', stream: bar },
    ...boxes.map((box) => `<</Type/Page/Parent 2 0 R/MediaBox ${box}/Contents 3 0 R ${entries}>>`),
  ]);
}

/** A stream packed by Flate. */
export function flate(dict: string, bytes: Uint8Array | string): RawObject {
  return { dict: `${dict}/Filter/FlateDecode`, stream: deflateSync(bytes) };
}

/** The text of a file, one character a byte, to be damaged and written back by `bytesOf`. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function body(object: RawObject): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1');
  const stream = typeof object.stream === 'string' ? Buffer.from(object.stream, 'latin1') : Buffer.from(object.stream);
  const length = /\/Length\b/.test(object.dict) ? '' : `/Length ${stream.length}`;
  return Buffer.concat([
    Buffer.from(`<<${object.dict}${length}>>\nstream\n`, 'latin1'),
    stream,
    Buffer.from('\nendstream'),
  ]);
}
