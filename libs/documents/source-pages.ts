import { PDFDocument } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import type { SourcePages } from './compose-request.ts';

/**
 * The pages that letters take of their documents, as PDFs of their own. One for a chunk: a document of which many letters take a few
 * pages each is read once, and the same pages are taken out once.
 */
export class SourcePdfs {
  readonly #read = new Map<Uint8Array, Promise<PDFDocument>>();
  readonly #taken = new Map<Uint8Array, Map<string, Promise<Uint8Array>>>();

  /** The document itself when all of it is meant. Error: `page_range_invalid` for a page that it does not have. */
  async take({ pdf, pages }: SourcePages): Promise<Uint8Array> {
    if (pages === undefined) return pdf;
    const ofPdf = this.#taken.get(pdf) ?? new Map<string, Promise<Uint8Array>>();
    this.#taken.set(pdf, ofPdf);
    const key = pages.join();
    const taken = ofPdf.get(key) ?? this.#extract(pdf, pages);
    ofPdf.set(key, taken);
    return taken;
  }

  async #extract(pdf: Uint8Array, pages: readonly number[]): Promise<Uint8Array> {
    const reading = this.#read.get(pdf) ?? PDFDocument.load(pdf, { updateMetadata: false });
    this.#read.set(pdf, reading);
    const source = await reading;
    const total = source.getPageCount();
    const beyond = pages.find((page) => page > total);
    if (beyond !== undefined)
      throw new MailError(
        'page_range_invalid',
        `Page ${beyond} is asked for of a document of ${total} ${total === 1 ? 'page' : 'pages'}. Name pages that it has.`,
      );
    const doc = await PDFDocument.create({ updateMetadata: false });
    const indices = pages.map((page) => page - 1);
    for (const page of await doc.copyPages(source, indices)) doc.addPage(page);
    return doc.save({
      useObjectStreams: false,
      addDefaultPage: false,
      objectsPerTick: Infinity,
      updateFieldAppearances: false,
    });
  }
}
