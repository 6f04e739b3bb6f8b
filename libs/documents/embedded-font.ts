import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

const name = (text: string) => PDFName.of(text);

/**
 * Whether a font's own glyphs are in the file. A Type 3 font is made of drawings; of a composite font its descendant counts. A font file that is
 * none (empty, or other bytes) is passed over by readers, which then take a font of their own: it counts as missing. So do
 * the 14 standard fonts: each program has its own idea of them (PDF 32000-1, 9.6.2.2; PDF/A asks for them, too).
 */
export function fontIsEmbedded(font: PDFDict): boolean {
  const subtype = font.lookup(name('Subtype'));
  if (subtype === name('Type3')) return true;
  if (subtype === name('Type0')) {
    const descendants = font.lookup(name('DescendantFonts'));
    const descendant = descendants instanceof PDFArray && descendants.size() > 0 ? descendants.lookup(0) : undefined;
    return descendant instanceof PDFDict && hasFontFile(descendant);
  }
  return hasFontFile(font);
}

function hasFontFile(font: PDFDict): boolean {
  const descriptor = font.lookup(name('FontDescriptor'));
  if (!(descriptor instanceof PDFDict)) return false;
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => {
    const file = descriptor.lookup(name(key));
    return file instanceof PDFRawStream && startsAsFont(file);
  });
}

/** TrueType and OpenType, collections, Type 1 (plain or in PC segments), CFF. */
function startsAsFont(file: PDFRawStream): boolean {
  const start = startOf(file);
  const tag = start.toString('latin1', 0, 4);
  return (
    ['\0\x01\0\0', 'true', 'ttcf', 'OTTO', 'typ1'].includes(tag) ||
    tag.startsWith('%!') ||
    (start[0] === 0x80 && start[1] === 1) ||
    (start[0] === 1 && (start[2] ?? 0) >= 4)
  );
}

function startOf({ dict, contents }: PDFRawStream): Buffer {
  const bytes = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
  const filter = dict.lookup(name('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== name('FlateDecode')) return bytes.subarray(0, 8);
  try {
    // The rest stays packed: only its beginning is asked for.
    return inflateSync(bytes.subarray(0, 4096), { finishFlush: 2 }).subarray(0, 8);
  } catch {
    return Buffer.alloc(0);
  }
}

/** A font's name as it may be told: without the tag of a subset, printable, short. */
export function fontName(font: PDFDict): string {
  const base = font.lookup(name('BaseFont'));
  const told = base instanceof PDFName ? base.decodeText() : '';
  return (
    told
      .replace(/^[A-Z]{6}\+/, '')
      .replace(/[^ -~]/g, '')
      .slice(0, 60) || 'without a name'
  );
}
