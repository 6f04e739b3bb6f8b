import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFNumber, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import type { HouseFonts } from './fonts/house-fonts.ts';
import { embedFaces, nameFonts } from './ink-in-pdf.ts';
import { Ink } from './ink.ts';
import { seenBox } from './page-box.ts';

/**
 * A composed letter keeps, on each page, an empty content stream for the marks of its piece: a *slot*. The marks of a copy are
 * known only when its lot is assembled, and a reprint has other marks on the same letter; filling a slot is an incremental
 * update of some kilobytes (PDF 32000-1, 7.5.6) and needs no parsing of the letter, so that assembling costs little more than
 * merging. The slots are the last objects of the file, in page order, and say so themselves (`/PliSlot n`).
 */

/** All that marks may say: codes, amounts, dates, capitals. Embedded in each letter beside what its own lines need. */
export const markRepertoire = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 /*-+.,:()€°';

/**
 * Ends the making of a letter: fences each page's content by q … Q, draws `onFirstPage` over page 1 (the window block), gives
 * every page its slot, and saves. Drawings and slots have their origin at the top left corner of the page as it is seen
 * (honouring /Rotate and CropBox), in points, y upwards.
 */
export async function saveWithSlots(doc: PDFDocument, fonts: HouseFonts, onFirstPage?: Ink): Promise<Uint8Array> {
  const repertoire = new Ink(fonts);
  repertoire.width(markRepertoire, { size: 1 });
  const faces = embedFaces(doc, fonts, onFirstPage ? [repertoire, onFirstPage] : [repertoire]);
  const { context } = doc;
  const stream = (operators: string) =>
    context.register(context.stream(deflateSync(operators), { Filter: 'FlateDecode' }));
  const open = context.register(context.stream('q\n'));
  const close = context.register(context.stream('\nQ\n'));
  const pages = doc.getPages().map((page, i) => {
    nameFonts(page, faces);
    const drawing = i === 0 && onFirstPage ? `${onFirstPage.operators}\n` : '';
    return { page, upright: stream(`\nQ\nq ${uprightMatrix(page).join(' ')} cm\n${drawing}`) };
  });
  // Registered at the very end, one after the other: their numbers are then the last of the file.
  const slots = pages.map((_, i) => context.register(context.stream('', { PliSlot: i + 1, PliFont: fontName(fonts) })));
  pages.forEach(({ page, upright }, i) => {
    const { node } = page;
    const contents = node.Contents();
    const own =
      contents instanceof PDFArray
        ? contents.asArray()
        : [node.get(PDFName.of('Contents'))].filter((c) => c instanceof PDFRef);
    node.set(PDFName.of('Contents'), context.obj([open, ...own, upright, slots[i] as PDFRef, close]));
  });
  return doc.save({
    useObjectStreams: false,
    addDefaultPage: false,
    objectsPerTick: Infinity,
    updateFieldAppearances: false,
  });
}

/**
 * The letter with `marks` in its slots: operators for each page, in page order, undefined where a page has no mark. Any PDF can
 * be given: one without slots, or made with another version of the fonts, gets new ones first (slower).
 */
export async function fillSlots(
  letter: Uint8Array,
  marks: readonly (string | undefined)[],
  fonts: HouseFonts,
): Promise<Buffer[]> {
  const filled = update(letter, marks, fonts);
  if (filled) return [Buffer.from(letter.buffer, letter.byteOffset, letter.byteLength), filled];
  const renewed = await saveWithSlots(await PDFDocument.load(letter, { updateMetadata: false }), fonts);
  const again = update(renewed, marks, fonts);
  if (!again)
    throw new MailError(
      'page_count_differs',
      `This letter was recorded with ${marks.length} pages but its PDF has another number. Compose the letter again.`,
    );
  return [Buffer.from(renewed.buffer, renewed.byteOffset, renewed.byteLength), again];
}

/** The incremental update that fills the slots, or undefined when the file has no slots for these pages and fonts. */
function update(letter: Uint8Array, marks: readonly (string | undefined)[], fonts: HouseFonts): Buffer | undefined {
  const file = Buffer.from(letter.buffer, letter.byteOffset, letter.byteLength);
  const tail = file.toString('latin1', Math.max(0, file.length - 1024));
  const [, size, root] = /\/Size (\d+)\s+\/Root (\d+ \d+ R)/.exec(tail) ?? [];
  const [, xref] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail) ?? [];
  if (size === undefined || root === undefined || xref === undefined) return undefined;
  const before = file.toString('latin1', Math.max(0, Number(xref) - marks.length * 200 - 200), Number(xref));
  const slots = [...before.matchAll(slotObject)].filter(([, , , font]) => font === fontName(fonts));
  if (slots.length !== marks.length || slots.some(([, , page], i) => Number(page) !== i + 1)) return undefined;

  let at = file.length;
  const parts: string[] = [];
  const entries: string[] = [];
  slots.forEach(([, number], i) => {
    const operators = marks[i];
    if (operators === undefined) return;
    const object = `${number} 0 obj\n<< /Length ${operators.length} >>\nstream\n${operators}\nendstream\nendobj\n`;
    entries.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(object);
    at += object.length;
  });
  parts.push(
    `xref\n${entries.join('')}trailer\n<< /Size ${size} /Root ${root} /Prev ${xref} >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
const slotObject = /(\d+) 0 obj\s+<<\s+\/PliSlot (\d+)\s+\/PliFont \/(\w+)\s/g;

/** Names the fonts' exact version: glyph numbers in marks are those of this very file. */
function fontName(fonts: HouseFonts): string {
  return `F${fonts.fingerprint.slice(0, 12)}`;
}

/** Moves the origin to the top left corner of the page as a reader sees it, and turns with the page (PDF 32000-1, 8.3.2). */
export function uprightMatrix(page: PDFPage): number[] {
  const { left, bottom, right, top } = seenBox(page);
  const rotate = ((page.getRotation().angle % 360) + 360) % 360;
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  const s = unit instanceof PDFNumber ? 1 / unit.asNumber() : 1;
  if (rotate === 90) return [0, s, -s, 0, left, bottom];
  if (rotate === 180) return [-s, 0, 0, -s, right, bottom];
  if (rotate === 270) return [0, -s, s, 0, right, top];
  return [s, 0, 0, s, left, top];
}
