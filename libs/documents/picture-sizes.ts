import { type PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';

/** A4 at 1,200 dpi has 139 million dots; a picture of more costs seconds at every drawing and shows nothing more. */
export const mostDots = 150_000_000;

/** Dots of the largest picture or mask of a document, as the pictures themselves say; 0 without pictures. */
export function dotsOfLargestPicture(doc: PDFDocument): number {
  let most = 0;
  for (const [, object] of doc.context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image'))
      most = Math.max(most, side(object.dict, 'Width') * side(object.dict, 'Height'));
  return most;
}

function side(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}
