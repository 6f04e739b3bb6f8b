import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import { readOperators } from './content-operators.ts';

const name = (text: string) => PDFName.of(text);

/** What a page looks like by: all else, annotations too, is ink that is no text of the page. */
const kept = new Set(
  ['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group', 'Contents'].map(name),
);
/** Operators that paint a path (PDF 32000-1, 8.5.3): it is ended without paint, for it may clip too. */
const paintsPath = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
/** Shadings and inline images; what stands between ID and EI belongs to no operator. */
const leftOut = new Set(['sh', 'BI', 'ID', 'EI']);

const mostBytes = 32 * 1024 * 1024;
const deepestForm = 8;

/**
 * The first page of a document with its text alone: without pictures, lines, areas, shadings and annotations, but in the same place, colour
 * and clipping. Drawn beside the page itself it tells what of the page is text that is seen. Undefined when the page's content cannot be read.
 * @param pdf as `acceptUploadedPdf` wrote it: content deflated or plain
 */
export async function textAlone(pdf: Uint8Array): Promise<Uint8Array | undefined> {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false });
  const page = doc.getPages()[0]?.node;
  if (page === undefined) return undefined;
  const contents = page.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray().map((part) => doc.context.lookup(part)) : [contents];
  const painting = new Painting(doc);
  try {
    const content = Buffer.concat(parts.flatMap((part) => [painting.unpacked(part), Buffer.from('\n')]));
    for (const key of page.keys()) if (!kept.has(key)) page.delete(key);
    painting.leaveOutIn(page.Resources(), 0);
    page.set(name('Contents'), doc.context.register(doc.context.stream(withoutPaint(content))));
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
  const alone = await PDFDocument.create({ updateMetadata: false });
  const [copy] = await alone.copyPages(doc, [0]);
  if (copy) alone.addPage(copy);
  return alone.save({ useObjectStreams: false });
}

class Unreadable extends Error {}

/** Takes the paint out of the forms that a page draws, and its pictures; each object once. */
class Painting {
  #bytes = 0;
  readonly #done = new Set<PDFObject>();

  constructor(readonly doc: PDFDocument) {}

  leaveOutIn(resources: PDFDict | undefined, depth: number): void {
    if (depth > deepestForm) throw new Unreadable();
    const drawn = resources?.lookup(name('XObject'));
    if (!(drawn instanceof PDFDict) || this.#done.has(drawn)) return;
    this.#done.add(drawn);
    for (const [key, value] of drawn.entries()) {
      const { context } = this.doc;
      const stream = context.lookup(value);
      if (!(stream instanceof PDFRawStream)) continue;
      const isForm = stream.dict.lookup(name('Subtype')) === name('Form');
      const own = stream.dict.lookup(name('Resources'));
      if (isForm && own instanceof PDFDict) this.leaveOutIn(own, depth + 1);
      const dict = stream.dict.clone(context);
      for (const packing of ['Filter', 'DecodeParms']) dict.delete(name(packing));
      // A picture becomes a form that draws nothing: whoever names it need not be changed.
      if (!isForm) for (const [of, value] of Object.entries(nothing)) dict.set(name(of), context.obj(value));
      const content = isForm ? withoutPaint(this.unpacked(stream)) : Buffer.alloc(0);
      drawn.set(key, context.register(PDFRawStream.of(dict, content)));
    }
  }

  unpacked(stream: PDFObject | undefined): Buffer {
    if (stream === undefined) return Buffer.alloc(0);
    if (!(stream instanceof PDFRawStream)) throw new Unreadable();
    const filter = stream.dict.lookup(name('Filter'));
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
    const bytes = Buffer.from(stream.contents.buffer, stream.contents.byteOffset, stream.contents.byteLength);
    let content = bytes;
    // qpdf has written all content anew with this filter or none.
    if (only === name('FlateDecode'))
      try {
        content = inflateSync(bytes, { maxOutputLength: mostBytes });
      } catch {
        throw new Unreadable();
      }
    else if (only !== undefined) throw new Unreadable();
    if ((this.#bytes += content.length) > mostBytes) throw new Unreadable();
    return content;
  }
}

const nothing = { Subtype: 'Form', BBox: [0, 0, 0, 0] };

function withoutPaint(content: Buffer): Buffer {
  const parts: Buffer[] = [];
  readOperators(content, (operator, _operands, { from, to }) => {
    if (leftOut.has(operator)) return;
    parts.push(content.subarray(from, paintsPath.has(operator) ? to - operator.length : to));
    if (paintsPath.has(operator)) parts.push(Buffer.from(' n'));
  });
  return Buffer.concat(parts);
}
