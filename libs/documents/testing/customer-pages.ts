import { PDFDocument } from '@cantoo/pdf-lib';
import { houseFonts } from '../fonts/house-fonts.ts';
import { inkDocument } from '../ink-in-pdf.ts';
import { Ink } from '../ink.ts';
import { acceptUploadedPdf } from '../uploaded-pdf.ts';
import { tools } from './letters.ts';

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

/** A page that paints its text in mode 3, as a scanner's reader does under its picture. */
export async function withUnseenText(pdf: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pdf);
  const page = doc.getPage(0);
  const stream = doc.context.stream('BT 3 Tr ET\n');
  page.node.addContentStream(doc.context.register(stream));
  return doc.save({ useObjectStreams: false });
}
