import { PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';

/** What a reader sees of a page, in the page's own units: its CropBox within its MediaBox (PDF 32000-1, 14.11.2). */
export function seenBox(page: PDFPage): { left: number; bottom: number; right: number; top: number } {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  return {
    left: Math.max(media.x, crop.x),
    bottom: Math.max(media.y, crop.y),
    right: Math.min(media.x + media.width, crop.x + crop.width),
    top: Math.min(media.y + media.height, crop.y + crop.height),
  };
}

/** How many points a unit of the page is long (PDF 32000-1, 14.8: UserUnit), 1 unless told. */
export function unitOf(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  const told = unit instanceof PDFNumber ? unit.asNumber() : 1;
  return Number.isFinite(told) && told > 0 ? told : 1;
}

/** A box told in the page's own units, as it is seen: mm from the upright page's top left. */
export function boxSeen(
  page: PDFPage,
  { x1, y1, x2, y2 }: Readonly<Record<'x1' | 'y1' | 'x2' | 'y2', number>>,
): { x: number; y: number; width: number; height: number } {
  const { left, bottom, right, top } = seenBox(page);
  const perMm = 72 / 25.4 / unitOf(page);
  const [west, east] = [Math.min(x1, x2) - left, right - Math.max(x1, x2)];
  const [south, north] = [Math.min(y1, y2) - bottom, top - Math.max(y1, y2)];
  const turns = (((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  const [x, y] = (
    [
      [west, north],
      [south, west],
      [east, south],
      [north, east],
    ] as const
  )[turns];
  const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  const [width, height] = turns % 2 === 0 ? [wide, high] : [high, wide];
  const mm = (units: number) => Math.round((units / perMm) * 10) / 10;
  return { x: mm(x), y: mm(y), width: mm(width), height: mm(height) };
}
