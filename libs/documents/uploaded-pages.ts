import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import { seenBox } from './page-box.ts';

/**
 * The pages alone, in a new document: without scripts, actions, attachments, forms, links, tags and page boxes that printers
 * read differently. Each page's content becomes one form XObject, whose graphics state ends with it (PDF 32000-1, 8.10), so that
 * nothing a page leaves behind can move or colour our marks. Expects what `qpdf --coalesce-contents` wrote.
 * Error: `document_has_hidden_layers`.
 */
export async function plainPages(source: PDFDocument): Promise<Uint8Array> {
  refuseHiddenLayers(source);
  for (const page of source.getPages()) {
    for (const [key] of page.node.entries()) if (!keptKeys.has(key.decodeText())) page.node.delete(key);
    enclose(source, page);
  }
  const doc = await PDFDocument.create({ updateMetadata: false });
  for (const page of await doc.copyPages(source, source.getPageIndices())) doc.addPage(page);
  return doc.save({
    useObjectStreams: false,
    addDefaultPage: false,
    objectsPerTick: Infinity,
    updateFieldAppearances: false,
  });
}

const keptKeys = new Set([
  'Type',
  'Parent',
  'Resources',
  'MediaBox',
  'CropBox',
  'Rotate',
  'Contents',
  'Group',
  'UserUnit',
]);

function enclose(doc: PDFDocument, page: PDFPage): void {
  const { node } = page;
  const { context } = doc;
  const { left, bottom, right, top } = seenBox(page);
  const box = context.obj([left, bottom, right, top]);
  const name = (text: string) => PDFName.of(text);
  const contents = node.Contents();
  const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
  if (stream instanceof PDFRawStream) {
    const dict = stream.dict.clone(context);
    dict.set(name('Type'), name('XObject'));
    dict.set(name('Subtype'), name('Form'));
    dict.set(name('BBox'), box);
    dict.set(name('Resources'), node.Resources() ?? context.obj({}));
    const form = context.register(PDFRawStream.of(dict, stream.contents));
    node.set(name('Resources'), context.obj({ XObject: { PliPage: form } }));
    node.set(name('Contents'), context.register(context.stream('/PliPage Do')));
  }
  // One box, the one that is seen; what lies outside it is cut by it.
  node.set(name('MediaBox'), box);
  node.delete(name('CropBox'));
}

/** Layers that are off by default would be printed once their list is gone, as it is in a print file. */
function refuseHiddenLayers(doc: PDFDocument): void {
  const layers = doc.catalog.lookup(PDFName.of('OCProperties'));
  if (!(layers instanceof PDFDict)) return;
  const usual = layers.lookup(PDFName.of('D'));
  const off = usual instanceof PDFDict ? usual.lookup(PDFName.of('OFF')) : undefined;
  const base = usual instanceof PDFDict ? usual.lookup(PDFName.of('BaseState')) : undefined;
  if ((off instanceof PDFArray && off.size() > 0) || base === PDFName.of('OFF'))
    throw new MailError(
      'document_has_hidden_layers',
      'The document has layers that are switched off; a printer would print them. Export it with its visible layers only.',
    );
}
