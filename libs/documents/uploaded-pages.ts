import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import type { Finding } from './findings.ts';
import { pointsPerMm } from './ink-in-pdf.ts';
import { seenBox, unitOf } from './page-box.ts';
import { a4, isA4, liesAcross, sizeSeen } from './page-sizes.ts';

/**
 * The pages alone, in a new document: without scripts, actions, attachments, forms, links, tags, units and page boxes that printers
 * read differently. Each page's content becomes one form XObject, whose graphics state ends with it (PDF 32000-1, 8.10), so that
 * nothing a page leaves behind can move or colour our marks. Expects what `qpdf --coalesce-contents` wrote.
 * @param fit pages that are not A4 are turned upright, scaled to A4 (never beyond half as large again) and centred on it
 */
export async function plainPages(source: PDFDocument, fit = false): Promise<Uint8Array> {
  for (const page of source.getPages()) {
    for (const [key] of page.node.entries()) if (!keptKeys.has(key.decodeText())) page.node.delete(key);
    enclose(source, page, fit && !isA4(sizeSeen(page)));
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

function enclose(doc: PDFDocument, page: PDFPage, fit: boolean): void {
  const { node } = page;
  const { context } = doc;
  const { left, bottom, right, top } = seenBox(page);
  const unit = unitOf(page);
  const name = (text: string) => PDFName.of(text);
  const contents = node.Contents();
  const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
  const placing = fit ? onA4(page) : unit === 1 ? undefined : ([unit, 0, 0, unit, 0, 0] as const);
  if (stream instanceof PDFRawStream) {
    const dict = stream.dict.clone(context);
    dict.set(name('Type'), name('XObject'));
    dict.set(name('Subtype'), name('Form'));
    dict.set(name('BBox'), context.obj([left, bottom, right, top]));
    dict.set(name('Resources'), node.Resources() ?? context.obj({}));
    const form = context.register(PDFRawStream.of(dict, stream.contents));
    node.set(name('Resources'), context.obj({ XObject: { PliPage: form } }));
    const moved = placing === undefined ? '' : `${placing.map((value) => value.toFixed(6)).join(' ')} cm `;
    node.set(name('Contents'), context.register(context.stream(`${moved}/PliPage Do`)));
  }
  // One box, the one that is seen; what lies outside it is cut by it. Units of a page's own are points from here on.
  const box = fit
    ? [0, 0, a4.width * pointsPerMm, a4.height * pointsPerMm]
    : [left, bottom, right, top].map((side) => side * unit);
  node.set(name('MediaBox'), context.obj(box));
  node.delete(name('CropBox'));
  node.delete(name('UserUnit'));
  if (fit) node.delete(name('Rotate'));
}

type Matrix = readonly [number, number, number, number, number, number];
/** Small sheets become larger by at most this: an A5 becomes A4, a stamp stays a stamp. */
const mostEnlarged = 1.5;

/** How a page's own units come onto an A4 sheet in points: as it is seen, its head to the left when it lies across. */
function onA4(page: PDFPage): Matrix {
  const { left, bottom, right, top } = seenBox(page);
  const seen = sizeSeen(page);
  // Clockwise quarter turns: what the page asks for itself, and three more (a quarter the other way) when it then lies across.
  const turns = (((Math.round(page.getRotation().angle / 90) + (liesAcross(seen) ? 3 : 0)) % 4) + 4) % 4;
  const [cos, sin] = (
    [
      [1, 0],
      [0, -1],
      [-1, 0],
      [0, 1],
    ] as const
  )[turns] as readonly [number, number];
  const upright = liesAcross(seen) ? { width: seen.height, height: seen.width } : seen;
  const scale = Math.min(a4.width / upright.width, a4.height / upright.height, mostEnlarged) * unitOf(page);
  const [a, b, c, d] = [cos * scale, sin * scale, -sin * scale, cos * scale];
  // The middle of what is seen goes to the middle of the sheet.
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const [midX, midY] = [(a4.width * pointsPerMm) / 2, (a4.height * pointsPerMm) / 2];
  return [a, b, c, d, midX - a * x - c * y, midY - b * x - d * y];
}

/** Layers that are off by default would be printed once their list is gone, as it is in a print file. Finding: `document_has_hidden_layers`. */
export function hiddenLayers(doc: PDFDocument): Finding[] {
  const layers = doc.catalog.lookup(PDFName.of('OCProperties'));
  if (!(layers instanceof PDFDict)) return [];
  const usual = layers.lookup(PDFName.of('D'));
  const off = usual instanceof PDFDict ? usual.lookup(PDFName.of('OFF')) : undefined;
  const base = usual instanceof PDFDict ? usual.lookup(PDFName.of('BaseState')) : undefined;
  if (!((off instanceof PDFArray && off.size() > 0) || base === PDFName.of('OFF'))) return [];
  const detail =
    'The document has layers that are switched off; a printer would print them. Export it with its visible layers only.';
  return [{ code: 'document_has_hidden_layers', detail }];
}
