import { formatMark, type Mode, testWord } from '#domain/marks';
import { houseFonts } from '../fonts/house-fonts.ts';
import { Ink } from '../ink.ts';
import { inkDocument } from '../ink-in-pdf.ts';
import { drawCode128 } from '../marks/barcode.ts';
import type { DocumentTools } from '../tools.ts';
import { counted, shortDay } from './french.ts';

export type TrayLabel = {
  readonly site: string;
  readonly siteName: string;
  readonly tray: number;
  readonly mode: Mode;
  readonly lots: readonly number[];
  readonly pieces: number;
  readonly product: string;
  readonly contract: string;
  /** First and last postcode, or what else the sort plan says. */
  readonly destination: string;
  /** Planned deposit day, YYYY-MM-DD. */
  readonly depositDay: string;
};

const width = 148;

/** The label of a tray (étiquette de bac), A6 landscape: read from two metres, scanned at every hand-over. */
export function trayLabel(label: TrayLabel, tools: DocumentTools): Promise<Uint8Array> {
  const { site, tray, mode } = label;
  const code = formatMark({ kind: 'tray', site, tray });
  const ink = new Ink(houseFonts(tools.fonts));
  ink.box({ x: 0, y: 0, width, height: 15 });
  ink.text(label.product, 7, 10.2, { face: 'bold', size: 19, colour: 1, fit: 96 });
  ink.text(shortDay(label.depositDay), width - 7, 10.2, { face: 'bold', size: 19, colour: 1, align: 'right', fit: 38 });
  ink.text('BAC', 7, 23, { size: 9, colour: 0.42 });
  ink.text(`${site} – ${tray}`, 7, 36, { face: 'bold', size: 34, fit: 88 });
  ink.text('DESTINATION', 7, 45, { size: 9, colour: 0.42 });
  ink.text(label.destination, 7, 55.5, { face: 'bold', size: 26, fit: width - 14 });
  ink.text(counted(label.pieces, 'pli'), width - 7, 36, { face: 'bold', size: 22, align: 'right', fit: 42 });
  ink.line(7, 61, width - 7, 61, 0.25);
  ink.text(`${label.lots.length < 2 ? 'Lot' : 'Lots'} ${label.lots.join(', ')}`, 7, 67, { size: 10, fit: 70 });
  ink.text(label.contract, width - 7, 67, { size: 10, align: 'right', fit: 60 });
  drawCode128(ink, code, { x: 24, y: 72, width: 100, height: 20 }, 0.5);
  ink.text(code, width / 2, 97, { size: 10, align: 'centre', spacing: 0.8 });
  ink.text(label.siteName, 7, 102, { size: 6.5, colour: 0.42, fit: 90 });
  if (mode === 'test') ink.text(testWord, width - 7, 102, { face: 'bold', size: 16, align: 'right', colour: 0.42 });
  return inkDocument([ink], { width, height: 105 }, `Bac ${site} – ${tray}`);
}
