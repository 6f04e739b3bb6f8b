import type { GeometryProfile, Rect } from '#domain/geometry';
import { formatMark, type Mode, testWord } from '#domain/marks';
import type { HouseFonts } from './fonts/house-fonts.ts';
import { Ink } from './ink.ts';
import { inkDocument } from './ink-in-pdf.ts';
import { drawMarginCode } from './marks/piece-marks.ts';

/** The lot that a banner sheet begins or ends, and what people at the machines should read on it. */
export type BannerLot = {
  readonly site: string;
  readonly lot: number;
  readonly mode: Mode;
  readonly lines: readonly string[];
};

/** Two pages: the header sheet and the trailer sheet of a lot, each with its own code in the sheet code zone. */
export function bannerSheets(lot: BannerLot, geometry: GeometryProfile, fonts: HouseFonts): Promise<Uint8Array> {
  const pages = (['lot_header', 'lot_trailer'] as const).map((kind) => bannerPage(kind, lot, geometry, fonts));
  return inkDocument(pages, geometry.page, `Lot ${lot.site}-${lot.lot}`);
}

function bannerPage(
  kind: 'lot_header' | 'lot_trailer',
  { site, lot, mode, lines }: BannerLot,
  geometry: GeometryProfile,
  fonts: HouseFonts,
): Ink {
  const ink = new Ink(fonts);
  drawMarginCode(ink, formatMark({ kind, site, lot }), geometry.sheetCodeZones[0] as Rect, mode);
  const centre = geometry.page.width / 2;
  const begins = kind === 'lot_header';
  // A dark edge that is seen in the stack: at the top of the first sheet, at the bottom of the last.
  ink.box({ x: 22, y: begins ? 8 : 283, width: 184, height: 6 });
  ink.text(begins ? 'DÉBUT DE LOT' : 'FIN DE LOT', centre, 96, {
    face: 'bold',
    size: 30,
    align: 'centre',
    spacing: 1.5,
  });
  ink.text(`${site} – ${lot}`, centre, 122, { face: 'bold', size: 54, align: 'centre' });
  if (mode === 'test')
    ink.text(testWord, centre, 150, { face: 'bold', size: 40, align: 'centre', colour: 0.35, spacing: 6 });
  lines.forEach((line, i) => ink.text(line, centre, 170 + i * 7.5, { size: 13, align: 'centre', fit: 160 }));
  const foot = 'Feuille de service : à retirer de la pile, à compter avec les feuilles de service du lot.';
  ink.text(foot, centre, 262, { size: 9, align: 'centre', colour: 0.3 });
  return ink;
}
