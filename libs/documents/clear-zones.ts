import { clearZone, type GeometryProfile, type Rect } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import type { Sheet } from './sheets.ts';

/** What is looked at on a page, in this order: the margin, what the window may show (page 1 only), each sheet code zone. */
export function zonesOf(geometry: GeometryProfile, page: number): Rect[] {
  const margin = { x: 0, y: 0, width: geometry.leftMargin, height: geometry.page.height };
  const window = page === 1 ? clearZone(geometry) : { x: 0, y: 0, width: 0, height: 0 };
  return [margin, window, ...geometry.sheetCodeZones];
}

/** The ink found in each of `zonesOf` a page; undefined: that zone is empty. */
export type PageInk = readonly (Rect | undefined)[];

/**
 * A template leaves to Pli, on every page, the left margin (sheet code) and, on page 1, all that any envelope's window may ever
 * show (address, window code, marks). Error: `zone_not_empty`, naming page and place in millimetres.
 */
export function requireEmptyZones(
  pages: readonly PageInk[],
  geometry: GeometryProfile,
  of: 'template' | 'letterhead' = 'template',
): void {
  pages.forEach(([margin, window], i) => {
    if (margin)
      throw zoneNotEmpty(
        i + 1,
        margin,
        `the left margin of ${geometry.leftMargin} mm, where the sheet code is printed`,
        of,
      );
    if (window) {
      const { x, y, width, height } = clearZone(geometry);
      throw zoneNotEmpty(1, window, `what the window may show (x ${x}–${x + width} mm, y ${y}–${y + height} mm)`, of);
    }
  });
}

function zoneNotEmpty(page: number, ink: Rect, where: string, of: 'template' | 'letterhead'): MailError {
  const at = `x ${mm(ink.x)}–${mm(ink.x + ink.width)} mm, y ${mm(ink.y)}–${mm(ink.y + ink.height)} mm`;
  return new MailError(
    'zone_not_empty',
    `Page ${page} prints at ${at}, inside ${where}. Leave that place empty in the ${of}.`,
  ).at({ page, area: ink });
}
function mm(value: number): number {
  return Math.round(value);
}

/**
 * For each sheet, the first sheet code zone that is empty on its front. `pages`: ink by page of the letter, undefined for a page
 * that is ours. Error: `mark_zone_not_free`, naming the page: the customer's page is never printed over.
 */
export function chooseSheetCodeZones(sheets: readonly Sheet[], pages: readonly (PageInk | undefined)[]): number[] {
  return sheets.map(({ front }) => {
    const zones = pages[front - 1]?.slice(2);
    if (!zones) return 0;
    const free = zones.findIndex((ink) => ink === undefined);
    if (free >= 0) return free;
    throw new MailError(
      'mark_zone_not_free',
      `Page ${front} of the letter has no place for the sheet code: all zones of the left margin are printed on. Widen the left margin to 18 mm.`,
    ).at({ page: front, ...(zones[0] && { area: zones[0] }) });
  });
}
