import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFString, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { Size } from '#domain/geometry';
import type { HouseFonts } from './fonts/house-fonts.ts';
import type { TrueTypeFont } from './fonts/true-type.ts';
import { faceNames, type Face, type Ink } from './ink.ts';

export const pointsPerMm = 72 / 25.4;

/** A font cut down to some glyphs, ready to be written. */
type Subset = { readonly name: string; readonly file: Buffer; readonly length: number; readonly toUnicode: Buffer };

/** Subsets already cut: the letters of an account mostly need the same glyphs, and cutting takes longer than the rest of a letter. */
const cut = new WeakMap<TrueTypeFont, Map<string, Subset>>();
const keptSubsets = 200;

function subsetOf(font: TrueTypeFont, used: readonly (readonly [glyph: number, codePoint: number])[]): Subset {
  const known = cut.get(font) ?? new Map<string, Subset>();
  cut.set(font, known);
  const key = used.join(';');
  const subset = known.get(key);
  if (subset) return subset;
  const file = font.subset(used.map(([glyph]) => glyph));
  // PDF 32000-1, 9.6.4: six capitals tell subsets of one font apart.
  const hash = createHash('sha256').update(file).digest();
  const tag = Array.from(hash.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
  const made = {
    name: `${tag}+${font.name}`,
    file: deflateSync(file),
    length: file.length,
    toUnicode: deflateSync(toUnicode(used)),
  };
  const [oldest] = known.keys();
  if (known.size >= keptSubsets && oldest !== undefined) known.delete(oldest);
  known.set(key, made);
  return made;
}

/** Puts a font, cut down to `glyphs` (glyph → code point), into a document. Same glyphs, same bytes. */
export function embedFace(doc: PDFDocument, font: TrueTypeFont, glyphs: ReadonlyMap<number, number>): PDFRef {
  const { context } = doc;
  const used = [...glyphs].sort(([a], [b]) => a - b);
  const { name, file, length, toUnicode } = subsetOf(font, used);
  const deflated = (bytes: Buffer, dict: Record<string, number> = {}) =>
    context.register(context.stream(bytes, { ...dict, Filter: 'FlateDecode' }));
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 32, // nonsymbolic
      FontBBox: font.box.map(Math.round),
      ItalicAngle: 0,
      Ascent: Math.round(font.ascent),
      Descent: Math.round(font.descent),
      CapHeight: 729,
      StemV: 80,
      FontFile2: deflated(file, { Length1: length }),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: used.flatMap(([glyph]) => [glyph, [Math.round(font.advance(glyph))]]),
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: deflated(toUnicode),
    }),
  );
}

/** The fonts that `inks` used, embedded once; gives them by the name that operators call them. */
export function embedFaces(doc: PDFDocument, fonts: HouseFonts, inks: readonly Ink[]): Record<string, PDFRef> {
  const faces: Face[] = ['regular', 'bold'];
  const entries = faces.flatMap((face) => {
    const glyphs = new Map(inks.flatMap((ink) => [...ink.glyphs[face]]));
    return glyphs.size === 0 ? [] : [[faceNames[face], embedFace(doc, fonts[face], glyphs)] as const];
  });
  return Object.fromEntries(entries);
}

/** Makes known to a page the fonts that operators drawn on it call by name. Resources shared by pages may be told twice. */
export function nameFonts(page: PDFPage, fonts: Record<string, PDFRef>): void {
  const { node, doc } = page;
  const resources = node.Resources() ?? doc.context.obj({});
  if (!node.has(PDFName.of('Resources'))) node.set(PDFName.of('Resources'), resources);
  const known = resources.lookupMaybe(PDFName.of('Font'), PDFDict) ?? doc.context.obj({});
  if (!resources.has(PDFName.of('Font'))) resources.set(PDFName.of('Font'), known);
  for (const [name, ref] of Object.entries(fonts)) known.set(PDFName.of(name), ref);
}

/** A new document of pages drawn in ink alone. `size` of the pages in mm. */
export async function inkDocument(pages: readonly Ink[], size: Size, title: string): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  doc.setTitle(title);
  doc.setProducer('Pli');
  doc.setLanguage('fr-FR');
  const [first] = pages;
  const fonts = first ? embedFaces(doc, first.fonts, pages) : {};
  for (const ink of pages) {
    const page = doc.addPage([size.width * pointsPerMm, size.height * pointsPerMm]);
    nameFonts(page, fonts);
    const operators = `q 1 0 0 1 0 ${size.height * pointsPerMm} cm\n${ink.operators}\nQ\n`;
    const content = doc.context.stream(deflateSync(operators), { Filter: 'FlateDecode' });
    page.node.set(PDFName.of('Contents'), doc.context.register(content));
  }
  return doc.save({ useObjectStreams: false });
}

/** The CMap that lets text be searched and copied (PDF 32000-1, 9.10.3), at most 100 entries a block. */
function toUnicode(used: readonly (readonly [glyph: number, codePoint: number])[]): string {
  const hex = (value: number) => value.toString(16).padStart(4, '0');
  const blocks: string[] = [];
  for (let i = 0; i < used.length; i += 100) {
    const block = used.slice(i, i + 100).map(([glyph, code]) => `<${hex(glyph)}> <${hex(code)}>`);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
