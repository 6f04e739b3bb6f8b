import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import type { Limits } from './confined.ts';
import { type FirstPage, ownPageDpi } from './own-address-page.ts';
import { linesOfPages } from './page-lines.ts';
import { rasterOf } from './raster.ts';
import { cropped } from './reading.ts';
import type { DocumentTools } from './tools.ts';
import type { Turns } from './turns.ts';

const limits: Limits = { seconds: 10, memoryMb: 512, outputMb: 256 };

/** Looks at the first pages of uploaded PDFs, each file once however many letters of a chunk use it. */
export class FirstPages {
  readonly #known = new Map<string, Promise<FirstPage>>();

  constructor(
    readonly tools: DocumentTools,
    readonly turns: Turns,
  ) {}

  /** `evenWithoutText`: looks also at a page that says nothing. Errors: `raster_failed`, `document_too_heavy`. */
  look(file: string, pdf: Uint8Array, evenWithoutText = false): Promise<FirstPage> {
    const looking = this.#known.get(file) ?? this.turns.take(() => this.#lookAt(file, pdf, evenWithoutText));
    this.#known.set(file, looking);
    return looking;
  }

  async #lookAt(file: string, pdf: Uint8Array, evenWithoutText: boolean): Promise<FirstPage> {
    const [lines = []] = await linesOfPages(file, this.tools, limits);
    // Nothing to compare an eye's look with.
    if (lines.length === 0 && !evenWithoutText) return { lines, look: undefined, unseenText: false };
    // Not crude: letters must look as they are printed, to be told from what is too pale to read.
    const [page] = await rasterOf(file, this.tools, { dpi: ownPageDpi, first: 1, last: 1, limits });
    if (page === undefined) throw new MailError('raster_failed', 'The first page of the document was not drawn.');
    const look = cropped(page, { x: 0, y: 0, width: page.width, height: linesUntil });
    return { lines, look, unseenText: paintsUnseenText(await PDFDocument.load(pdf, { updateMetadata: false })) };
  }
}

/** No window shows more of a page, and a chunk holds hundreds of looks. */
const linesUntil = 130;

/** Text rendering modes that paint nothing: 3 neither fills nor strokes, 7 only clips (PDF 32000-1, 9.3.6). */
const unseen = /(?:^|[\s\]>)])[37]\s+Tr(?![A-Za-z])/;
const mostBytes = 32 * 1024 * 1024;
const deepest = 8;

/** Whether a first page sets a mode in which text is not painted, in its content or in a form that it draws. What cannot be read says yes. */
export function paintsUnseenText(doc: PDFDocument): boolean {
  const [page] = doc.getPages();
  if (!page) return false;
  const seen = new Set<PDFObject>();
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => doc.context.lookup(ref)) : [contents];
  return streams.some((stream) => hides(stream)) || formsHide(page.node.Resources(), 0);

  function formsHide(resources: PDFDict | undefined, depth: number): boolean {
    const forms = resources?.lookup(PDFName.of('XObject'));
    if (!(forms instanceof PDFDict) || depth > deepest) return depth > deepest;
    return forms.values().some((ref) => {
      const form = doc.context.lookup(ref);
      if (!(form instanceof PDFRawStream) || seen.has(form)) return false;
      seen.add(form);
      if (form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) return false;
      const own = form.dict.lookup(PDFName.of('Resources'));
      return hides(form) || (own instanceof PDFDict && formsHide(own, depth + 1));
    });
  }
}

function hides(stream: PDFObject | undefined): boolean {
  if (!(stream instanceof PDFRawStream)) return false;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const bytes = Buffer.from(stream.contents.buffer, stream.contents.byteOffset, stream.contents.byteLength);
  if (only === undefined) return unseen.test(bytes.toString('latin1'));
  // qpdf has written all content anew with this filter or none.
  if (only !== PDFName.of('FlateDecode')) return true;
  try {
    return unseen.test(inflateSync(bytes, { maxOutputLength: mostBytes }).toString('latin1'));
  } catch {
    return true;
  }
}
