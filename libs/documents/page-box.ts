import type { PDFPage } from '@cantoo/pdf-lib';

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
