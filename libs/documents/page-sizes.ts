import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import type { Size } from '#domain/geometry';
import type { Finding } from './findings.ts';
import { pointsPerMm } from './ink-in-pdf.ts';
import { seenBox, unitOf } from './page-box.ts';

export const a4: Size = { width: 210, height: 297 };
/** Programs round A4 differently (a browser gives 209.9 × 297.0); printers take 2 mm. */
const tolerance = 2;

/** Size in mm of a page as it is seen, upright. */
export function sizeSeen(page: PDFPage): Size {
  const { left, bottom, right, top } = seenBox(page);
  const perMm = pointsPerMm / unitOf(page);
  const [width, height] = [(right - left) / perMm, (top - bottom) / perMm];
  return page.getRotation().angle % 180 === 0 ? { width, height } : { width: height, height: width };
}

export function isA4({ width, height }: Size): boolean {
  return Math.abs(width - a4.width) <= tolerance && Math.abs(height - a4.height) <= tolerance;
}

/** Whether a page lies across: seen wider than high. */
export const liesAcross = ({ width, height }: Size): boolean => width > height;

/** Every page that an A4 printer would turn, scale or cut, with its size. Findings: `page_not_a4`. */
export function pagesNotA4(doc: PDFDocument): Finding[] {
  const sizes = doc.getPages().map(sizeSeen);
  const turns = doc.getPages().map((page) => page.getRotation().angle);
  const mixed = new Set(sizes.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`)).size > 1;
  return sizes.flatMap((size, i) => {
    const angle = turns[i] ?? 0;
    if (size.width <= 0 || size.height <= 0)
      return [odd(i, 'shows nothing: its crop box lies outside the page. Export the document again on A4 paper')];
    if (angle % 90 !== 0)
      return [odd(i, `is turned by ${Math.round(angle)} degrees; only quarter turns can be printed. Export it again`)];
    if (isA4(size)) return [];
    const told = `${Math.round(size.width)} × ${Math.round(size.height)} mm`;
    const turned = isA4({ width: size.height, height: size.width });
    const mend = turned
      ? 'It is A4 lying across (landscape). Turn it upright before sending it'
      : `Export ${mixed ? 'it' : 'the document'} again on A4 paper${liesAcross(size) ? ', upright' : ''}`;
    return [
      {
        code: 'page_not_a4',
        detail: `Page ${i + 1} measures ${told} instead of 210 × 297${mixed ? ' (the pages are of mixed sizes)' : ''}. ${mend}, or ask for the repair fit_to_a4.`,
        page: i + 1,
        area: { x: 0, y: 0, width: round(size.width), height: round(size.height) },
        repair: 'fit_to_a4',
      },
    ];
  });
}

const odd = (i: number, what: string): Finding => ({
  code: 'page_not_a4',
  detail: `Page ${i + 1} ${what}.`,
  page: i + 1,
});

const round = (mm: number) => Math.round(mm * 10) / 10;
