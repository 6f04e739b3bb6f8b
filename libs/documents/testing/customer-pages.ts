import { PDFArray, PDFDocument, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { houseFonts } from '../fonts/house-fonts.ts';
import { inkDocument } from '../ink-in-pdf.ts';
import { Ink } from '../ink.ts';
import type { GreyPage } from '../raster.ts';
import { acceptUploadedPdf } from '../uploaded-pdf.ts';
import { tools } from './letters.ts';
import { raster } from './pdf-facts.ts';

const a4 = { width: 210, height: 297 };

/**
 * A customer's PDF, a page for each drawing, as its program wrote it. To be judged, not printed: its fonts bear the names of ours, which an
 * upload's never meet.
 */
export async function writtenPdf(...drawings: ((ink: Ink) => void)[]): Promise<Uint8Array> {
  const pages = drawings.map((draw) => {
    const ink = new Ink(houseFonts(tools.fonts));
    draw(ink);
    return ink;
  });
  return inkDocument(pages, a4, 'Lettre');
}

/** The same, taken in as an upload. */
export async function customerPdf(...drawings: ((ink: Ink) => void)[]): Promise<Uint8Array> {
  return uploadedPdf(await writtenPdf(...drawings));
}

/** A PDF taken in as an upload. */
export async function uploadedPdf(pdf: Uint8Array): Promise<Uint8Array> {
  return (await acceptUploadedPdf(pdf, tools)).pdf;
}

/** Lines of text one below the other, the first baseline at `y`. */
export function textAt(lines: readonly string[], x: number, y: number, { size = 10, pitch = 4.3, colour = 0 } = {}) {
  return (ink: Ink): void => lines.forEach((line, i) => void ink.text(line, x, y + i * pitch, { size, colour }));
}

/** The body of an ordinary letter, from the middle of the page down. */
export function body(ink: Ink): void {
  textAt(
    ['Madame,', '', 'votre dossier est complet. Vous trouverez le détail au verso.', 'Le service des abonnements'],
    25,
    130,
  )(ink);
}

/** Operators before and after those of a PDF's first page, its own fenced off from them. `picture` names a page drawn as a picture, A4. */
export async function redrawn(
  pdf: Uint8Array,
  operators: (picture: string) => { before?: string; after?: string },
  picture?: Uint8Array,
): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pdf);
  const { node } = doc.getPage(0);
  const name = picture && node.newXObject('Scan', (await doc.embedPng(picture)).ref);
  const { before = '', after = '' } = operators(name ? `q 595.276 0 0 841.89 0 0 cm ${name.asString()} Do Q` : '');
  const own = node.Contents();
  const [first, last] = [`${before} q\n`, `\nQ ${after}\n`].map((text) =>
    doc.context.register(doc.context.stream(text)),
  );
  const parts = own instanceof PDFArray ? own.asArray() : [doc.context.register(own as PDFObject)];
  node.set(PDFName.of('Contents'), doc.context.obj([first, ...parts, last] as PDFRef[]));
  return doc.save({ useObjectStreams: false });
}

/** What a scanner sees of a PDF's first page: a PNG. */
export async function pictureOf(pdf: Uint8Array): Promise<Uint8Array> {
  const [page] = await raster(pdf, 200);
  const { width, height, pixels } = page as GreyPage;
  return sharp(Buffer.from(pixels), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}
