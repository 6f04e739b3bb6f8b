import { writeFile } from 'node:fs/promises';
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import type { InserterJob } from '#devices/inserter';
import { specimenGeometry } from '#domain/geometry-profiles';
import type { Rect } from '#domain/geometry';
import { formatMark } from '#domain/marks';

/** A lot for the floor: pieces of so many sheets, each with its codes, between a header and a trailer sheet. */
export interface TestLot {
  readonly name: string;
  readonly job: InserterJob;
  readonly header: string;
  readonly trailer: string;
  /** Every sheet code in printing order, banners included. */
  readonly sheetCodes: readonly string[];
  /** Writes the print file; `duplex` gives each sheet a blank back. */
  print(path: string, duplex?: boolean): Promise<string>;
}

/** `sheets[i]` is the number of sheets of piece i + 1; `perTray` pieces share a tray, numbered from `firstTray`. */
export function testLot(
  lot: number,
  sheets: readonly number[],
  { perTray = 100, firstTray = lot * 10, site = 'PAR1' } = {},
): TestLot {
  const pieces = sheets.map((of, i) => {
    const piece = i + 1;
    return {
      position: piece,
      windowCode: formatMark({ kind: 'window', site, lot, piece, copy: 1 }),
      copy: 1,
      sheetCodes: Array.from({ length: of }, (_, s) =>
        formatMark({ kind: 'sheet', site, lot, piece, sheet: s + 1, of }),
      ),
      tray: firstTray + Math.floor(i / perTray),
    };
  });
  const header = formatMark({ kind: 'lot_header', site, lot });
  const trailer = formatMark({ kind: 'lot_trailer', site, lot });
  const name = `pli-${site}-${lot}`;
  const windows = new Map(pieces.map(({ sheetCodes: [first = ''], windowCode }) => [first, windowCode]));
  const sheetCodes = [header, ...pieces.flatMap((piece) => piece.sheetCodes), trailer];

  async function print(path: string, duplex = false): Promise<string> {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    for (const code of sheetCodes) {
      const page = pdf.addPage([595.28, 841.89]);
      write(page, font, specimenGeometry.sheetCodeZones[0], code);
      write(page, font, specimenGeometry.windowBlock.windowCode, windows.get(code) ?? '');
      page.drawText('Bonjour W/PAR1/9/9/9/X S/PAR1/9/9/1/1/X', { x: 100, y: 300, size: 10, font });
      if (duplex) pdf.addPage([595.28, 841.89]);
    }
    await writeFile(path, await pdf.save());
    return path;
  }
  return { name, job: { name, site, lot, envelope: 'c56', pieces }, header, trailer, sheetCodes, print };
}

function write(page: PDFPage, font: PDFFont, zone: Rect | undefined, text: string): void {
  if (!zone || text === '') return;
  const points = (mm: number): number => (mm * 72) / 25.4;
  page.drawText(text, { x: points(zone.x), y: 841.89 - points(zone.y) - 4, size: 2.4, font });
}
