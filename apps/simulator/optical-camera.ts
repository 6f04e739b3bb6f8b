import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { rasterOf, type GreyPage } from '#documents/raster';
import { readCodes } from '#documents/reading';
import type { DocumentTools } from '#documents/tools';
import type { Rect } from '#domain/geometry';
import { specimenGeometry } from '#domain/geometry-profiles';
import { readMark, type MarkKind } from '#domain/marks';
import { margin, type Camera, type SheetReading } from './camera.ts';

/** Enough for a module of half a millimetre (four dots), and a third of the time that 300 takes. */
const dpi = 200;
/** Pages drawn at once: a page is 4 MB of grey. */
const strip = 16;
const run = promisify(execFile);

/** Decodes the printed matrices themselves from a raster of each sheet's front, as the cameras of a real floor do. */
export function opticalCamera(tools: DocumentTools): Camera {
  return async (file, pagesPerSheet) => {
    const readings: SheetReading[] = [];
    const pages = await pageCount(tools, file);
    for (let first = 1; first <= pages; first += strip) {
      const last = Math.min(pages, first + strip - 1);
      for (const page of await rasterOf(file, tools, { dpi, first, last }))
        if ((page.page - 1) % pagesPerSheet === 0) readings.push(await readSheet(page));
    }
    return readings;
  };
}

async function readSheet(page: GreyPage): Promise<SheetReading> {
  return {
    sheetCode: await markIn(page, margin, ['sheet', 'lot_header', 'lot_trailer']),
    windowCode: await markIn(page, specimenGeometry.windowBlock.block, ['window']),
  };
}

async function markIn(page: GreyPage, zone: Rect, kinds: readonly MarkKind[]): Promise<string | null> {
  for (const { text } of await readCodes(page, ['DataMatrix'], zone)) {
    const mark = readMark(text);
    if (mark && kinds.includes(mark.kind)) return text;
  }
  return null;
}

async function pageCount(tools: DocumentTools, file: string): Promise<number> {
  const { stdout } = await run(tools.pdfinfo, [file]);
  return Number(/^Pages:\s+([0-9]+)$/m.exec(stdout)?.[1] ?? 0);
}
