import type { PDFPage } from '@cantoo/pdf-lib';
import { houseFonts } from '../fonts/house-fonts.ts';
import { embedFaces, nameFonts } from '../ink-in-pdf.ts';
import { Ink } from '../ink.ts';
import { tools } from './letters.ts';

/** Writes a line with a font that is in the file; `x`, `y` in the page's own units, `turn` in degrees against the clock. */
export function writeText(
  page: PDFPage,
  text: string,
  at: { x: number; y: number; size?: number; turn?: number },
): void {
  const { x, y, size = 24, turn = 0 } = at;
  const fonts = houseFonts(tools.fonts);
  const ink = new Ink(fonts).text(text, 0, 0, { size });
  nameFonts(page, embedFaces(page.doc, fonts, [ink]));
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const { context } = page.doc;
  const operators = `q ${[cos, sin, -sin, cos, x, y].map((value) => value.toFixed(4)).join(' ')} cm\n${ink.operators}\nQ\n`;
  page.node.addContentStream(context.register(context.stream(operators)));
}
