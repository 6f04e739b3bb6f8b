import { PDFDocument, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import type { GeometryProfile } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import type { MarksBeside } from '#domain/window-marks';
import type { HouseFonts } from './fonts/house-fonts.ts';
import { pointsPerMm } from './ink-in-pdf.ts';
import { layUnder } from './letterhead.ts';
import type { Ink } from './ink.ts';
import { saveWithSlots } from './mark-slots.ts';
import { seenBox } from './page-box.ts';
import type { Part } from './sheets.ts';

const a4 = { width: 210, height: 297 };
/** Programs round A4 differently (a browser gives 209.9 × 297.0); printers take 2 mm. */
const tolerance = 2;

/** Refuses (`page_not_a4`, naming the page and its size) pages that an A4 printer would scale or cut. */
export function requireA4(doc: PDFDocument): void {
  doc.getPages().forEach((page, i) => {
    const { width, height } = seenSize(page);
    if (Math.abs(width - a4.width) <= tolerance && Math.abs(height - a4.height) <= tolerance) return;
    const turned = Math.abs(width - a4.height) <= tolerance && Math.abs(height - a4.width) <= tolerance;
    throw new MailError(
      'page_not_a4',
      `Page ${i + 1} measures ${Math.round(width)} × ${Math.round(height)} mm instead of 210 × 297. ` +
        (turned ? 'Turn it upright before sending it.' : 'Export the document again on A4 paper.'),
    );
  });
}

/** Size in mm of the page as it is seen, upright. */
export function seenSize(page: PDFPage): { width: number; height: number } {
  const { left, bottom, right, top } = seenBox(page);
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  const perMm = pointsPerMm / (unit instanceof PDFNumber ? unit.asNumber() : 1);
  const [width, height] = [(right - left) / perMm, (top - bottom) / perMm];
  return page.getRotation().angle % 180 === 0 ? { width, height } : { width: height, height: width };
}

/**
 * Binds a letter: an address page in front when asked, its own pages over their letterhead, its attachments as they are, what is to
 * be drawn in the window of page 1, and a slot for marks on every page. Error: `too_many_pages`.
 */
export async function bindLetter(letter: {
  own: PDFDocument;
  addressPage: boolean;
  marks: MarksBeside | undefined;
  letterhead: PDFDocument | undefined;
  attachments: readonly Uint8Array[];
  block: Ink | undefined;
  geometry: GeometryProfile;
  fonts: HouseFonts;
  maxPages: number;
}): Promise<{ pdf: Uint8Array; parts: Part[] }> {
  const { own, addressPage, marks, block, geometry, fonts, maxPages } = letter;
  const parts: Part[] = [{ kind: 'document', pages: own.getPageCount(), ...(marks && { marks }) }];
  if (letter.letterhead) await layUnder(own.getPages(), letter.letterhead, own);
  if (addressPage) {
    own.insertPage(0, [geometry.page.width * pointsPerMm, geometry.page.height * pointsPerMm]);
    parts.unshift({ kind: 'address_page', pages: 1 });
  }
  for (const attachment of letter.attachments) {
    const source = await PDFDocument.load(attachment, { updateMetadata: false });
    for (const page of await own.copyPages(source, source.getPageIndices())) own.addPage(page);
    parts.push({ kind: 'attachment', pages: source.getPageCount() });
  }
  const pages = own.getPageCount();
  if (pages > maxPages)
    throw new MailError(
      'too_many_pages',
      `The letter has ${pages} pages, address page and attachments included; this service takes ${maxPages}. Shorten it or send it in two.`,
    );
  return { pdf: await saveWithSlots(own, fonts, block), parts };
}
