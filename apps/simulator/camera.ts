import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readMark, type MarkKind } from '#domain/marks';
import type { Rect } from '#domain/geometry';
import { specimenGeometry } from '#domain/geometry-profiles';

/** What the cameras of the floor read on the front of one sheet. */
export interface SheetReading {
  /** The code in the margin: a piece's sheet or a lot's banner; null when there is none to read. */
  readonly sheetCode: string | null;
  /** The code that would show in the window, were this the first sheet of an envelope. */
  readonly windowCode: string | null;
}

/** Reads every sheet of a PDF, in order; `pagesPerSheet` is 2 when it is printed on both sides. Throws on a broken PDF. */
export type Camera = (file: string, pagesPerSheet: 1 | 2) => Promise<SheetReading[]>;

const run = promisify(execFile);
/** Where cameras look for a sheet code: the whole left margin, whichever zone of it the page left free. */
export const margin: Rect = { x: 0, y: 0, width: specimenGeometry.leftMargin, height: specimenGeometry.page.height };

/**
 * Reads the small print that stands beside each code, through the same windows of the page as an optical camera would. Fast, and
 * blind to a badly printed matrix. `pdftotext` is the program's path.
 */
export function textCamera(pdftotext: string): Camera {
  return async (file, pagesPerSheet) => {
    const [margins, windows] = await Promise.all([
      textWithin(pdftotext, file, margin),
      textWithin(pdftotext, file, specimenGeometry.windowBlock.block),
    ]);
    return margins
      .map((text, page) => ({
        sheetCode: markIn(text, ['sheet', 'lot_header', 'lot_trailer']),
        windowCode: markIn(windows[page] ?? '', ['window']),
      }))
      .filter((_, page) => page % pagesPerSheet === 0);
  };
}

/** The text of each page inside `area` (mm, origin at the page's top left). */
async function textWithin(pdftotext: string, file: string, area: Rect): Promise<string[]> {
  const dpi = 254; // ten dots a millimetre
  const dots = (mm: number): string => String(Math.round(mm * 10));
  const crop = ['-x', dots(area.x), '-y', dots(area.y), '-W', dots(area.width), '-H', dots(area.height)];
  const { stdout } = await run(pdftotext, ['-r', String(dpi), ...crop, '-enc', 'UTF-8', file, '-'], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout.split('\f').slice(0, -1);
}

/** The first mark of one of these kinds; narrow zones break a code over lines, so blanks do not count. */
function markIn(text: string, kinds: readonly MarkKind[]): string | null {
  const dense = text.replace(/\s+/g, '');
  for (const [candidate] of dense.matchAll(/[A-Z]\/[A-Z0-9]{4}(?:\/[0-9]+){1,4}\/[0-9A-Z*]/g)) {
    const mark = readMark(candidate);
    if (mark && kinds.includes(mark.kind)) return candidate;
  }
  return null;
}
