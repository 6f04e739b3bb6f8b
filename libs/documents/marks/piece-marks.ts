import type { GeometryProfile, Rect } from '#domain/geometry';
import { formatMark, type Mode, specimenWord, testWord } from '#domain/marks';
import type { HouseFonts } from '../fonts/house-fonts.ts';
import { Ink } from '../ink.ts';
import type { Sheet } from '../sheets.ts';
import { drawCode128, drawDataMatrix } from './barcode.ts';

/** What the marks of one copy of a letter say; all but franking and registered number follow from its place in the lot. */
export type PieceMarks = {
  readonly site: string;
  readonly lot: number;
  readonly piece: number;
  readonly copy: number;
  readonly mode: Mode;
  /** Lines of the printed mark of franking mode (a); none when the envelope is franked otherwise. */
  readonly franking?: { readonly lines: readonly string[] };
  /** The S10 number of a registered piece whose profile prints it in the window. */
  readonly registered?: { readonly number: string };
};

/**
 * The operators of a piece's marks by page of its letter (index 0 is page 1): sheet code on every front, on the first front also
 * all that shows in the window. Undefined: a page without marks.
 */
export function markPages(
  marks: PieceMarks,
  sheets: readonly Sheet[],
  sheetCodeZones: readonly number[],
  pages: number,
  geometry: GeometryProfile,
  fonts: HouseFonts,
): (string | undefined)[] {
  const { site, lot, piece, mode } = marks;
  const drawn = new Array<string | undefined>(pages).fill(undefined);
  sheets.forEach(({ front }, i) => {
    const ink = new Ink(fonts);
    const zone = geometry.sheetCodeZones[sheetCodeZones[i] ?? 0] as Rect;
    drawMarginCode(ink, formatMark({ kind: 'sheet', site, lot, piece, sheet: i + 1, of: sheets.length }), zone, mode);
    if (i === 0) drawWindowMarks(ink, marks, geometry);
    drawn[front - 1] = ink.operators;
  });
  return drawn;
}

/** A code in a margin zone: DataMatrix above, its text below it for people (and for a floor without cameras). */
export function drawMarginCode(ink: Ink, code: string, zone: Rect, mode: Mode): void {
  const { height } = drawDataMatrix(ink, code, zone);
  const below = zone.y + height;
  ink.text(code, zone.x + 0.4, below + 2, { size: 4.5, fit: zone.width - 0.6 });
  if (mode === 'test') ink.text(testWord, zone.x + 0.4, below + 4.6, { face: 'regular', size: 6.5 });
}

/** Window code, the word TEST, franking mark and registered number, each in its rectangle of the window block. */
function drawWindowMarks(ink: Ink, marks: PieceMarks, { windowBlock }: GeometryProfile): void {
  const { site, lot, piece, copy, mode, franking, registered } = marks;
  const code = formatMark({ kind: 'window', site, lot, piece, copy });
  drawDataMatrix(ink, code, windowBlock.windowCode);
  const { testWord: word } = windowBlock;
  if (mode === 'test') ink.text(testWord, word.x, word.y + 4.4, { size: 11, fit: word.width });
  ink.text(code, word.x, word.y + word.height - 1.8, { size: 4.5, fit: word.width });
  if (registered) drawRegistered(ink, registered.number, windowBlock.registered);
  if (franking && franking.lines.length > 0) drawFranking(ink, franking.lines, windowBlock.franking);
}

/**
 * The registered number as Code 128 with its text below, in groups as the post writes it (RK 12 345 678 5 FR). SPECIMEN numbers
 * only: the range comes from the carrier's profile.
 */
function drawRegistered(ink: Ink, number: string, zone: Rect): void {
  drawCode128(ink, number, { ...zone, height: zone.height - 3 });
  const grouped = number.replace(/^([A-Z]{2})(\d{2})(\d{3})(\d{3})(\d)([A-Z]{2})$/, '$1 $2 $3 $4 $5 $6');
  ink.text(grouped, zone.x + zone.width / 2, zone.y + zone.height - 0.7, {
    size: 6.5,
    fit: zone.width,
    align: 'centre',
  });
}

/** Our own printed mark: no emblem, no wavy lines, nothing that any post prints; it always says SPECIMEN. */
function drawFranking(ink: Ink, lines: readonly string[], zone: Rect): void {
  const said = lines.some((line) => line.includes(specimenWord)) ? lines : [specimenWord, ...lines];
  const pitch = (zone.height - 0.8) / said.length;
  const size = Math.min(5.5, (pitch / 0.36) * 0.92);
  ink.frame({ x: zone.x + 0.2, y: zone.y + 0.2, width: zone.width - 0.4, height: zone.height - 0.4 }, 0.15);
  said.forEach((line, i) => {
    const baseline = zone.y + 0.4 + pitch * (i + 0.78);
    ink.text(line.toUpperCase(), zone.x + 1, baseline, { size, fit: zone.width - 2 });
  });
}
