import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import type { PageInk } from './clear-zones.ts';
import { uprightMatrix } from './mark-slots.ts';
import { seenBox } from './page-box.ts';

/**
 * Lays a letterhead under the pages of a letter's own content: its first page under their first, its second (its first, if it has
 * one only) under those that follow. Both lie with their top left corners on each other, as they are seen; nothing is scaled.
 */
export async function layUnder(pages: readonly PDFPage[], letterhead: PDFDocument, doc: PDFDocument): Promise<void> {
  const sheets = letterhead.getPages().slice(0, 2);
  const inked = sheets.filter(({ node }) => node.Contents() !== undefined);
  const embedded = await doc.embedPages(
    inked,
    inked.map(seenBox),
    inked.map((sheet) => inverse(uprightMatrix(sheet))),
  );
  // Now, not when the letter is saved: its mark slots must be the last objects of the file.
  for (const sheet of embedded) await sheet.embed();
  pages.forEach((page, i) => {
    const at = letterheadPage(i, sheets.length);
    const sheet = embedded[inked.indexOf(sheets[at] as PDFPage)];
    if (sheet) drawFirst(page, `PliLetterhead${at}`, sheet.ref);
  });
}

/** Draws a form before all that the page draws itself, its origin at the page's top left corner as it is seen. */
function drawFirst(page: PDFPage, name: string, form: PDFRef): void {
  const { node, doc } = page;
  const { context } = doc;
  const resources = node.Resources() ?? context.obj({});
  if (!node.has(PDFName.of('Resources'))) node.set(PDFName.of('Resources'), resources);
  const known = resources.lookupMaybe(PDFName.of('XObject'), PDFDict) ?? context.obj({});
  if (!resources.has(PDFName.of('XObject'))) resources.set(PDFName.of('XObject'), known);
  known.set(PDFName.of(name), form);
  const drawing = context.stream(`q ${uprightMatrix(page).join(' ')} cm /${name} Do Q\n`);
  const contents = node.get(PDFName.of('Contents'));
  const own = node.Contents();
  const streams = own instanceof PDFArray ? own.asArray() : contents instanceof PDFRef ? [contents] : [];
  node.set(PDFName.of('Contents'), context.obj([context.register(drawing), ...streams]));
}

/** The ink of a letter's own pages together with that of the letterhead below: a zone is empty when both leave it empty. */
export function inkWith(own: readonly PageInk[], letterhead: readonly PageInk[]): PageInk[] {
  return own.map((ink, i) => {
    const below = letterhead[letterheadPage(i, letterhead.length)];
    // The window shows of page 1 only.
    return ink.map((zone, place) => zone ?? (place === 1 && i > 0 ? undefined : below?.[place]));
  });
}

/** Which page of a letterhead of so many pages (from 0) lies under page `i` (from 0) of a letter. */
function letterheadPage(i: number, pages: number): number {
  return Math.min(i, 1, pages - 1);
}

function inverse(matrix: readonly number[]): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const size = a * d - b * c;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}
