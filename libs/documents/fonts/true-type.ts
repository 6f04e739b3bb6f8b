import { MailError } from '#domain/mail-error';

/**
 * As much of a TrueType font as printing text needs: glyph of a character, widths, and a subset that keeps the glyph numbers
 * (so text set before the subset is known stays right). The subset drops hinting: print is set at 600 dpi, where hints do
 * nothing but weigh. Format: Apple TrueType Reference Manual / ISO 14496-22.
 */
export class TrueTypeFont {
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  readonly #tables = new Map<string, Buffer>();
  readonly #glyphs = new Map<number, number>();
  readonly #offsets: number[];

  constructor(bytes: Uint8Array, name: string) {
    this.name = name;
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0, entry = 12; i < file.readUInt16BE(4); i++, entry += 16) {
      const start = file.readUInt32BE(entry + 8);
      this.#tables.set(
        file.toString('latin1', entry, entry + 4),
        file.subarray(start, start + file.readUInt32BE(entry + 12)),
      );
    }
    const head = this.#table('head');
    const hhea = this.#table('hhea');
    this.unitsPerEm = head.readUInt16BE(18);
    const em = (at: number) => this.#perMille(head.readInt16BE(at));
    this.box = [em(36), em(38), em(40), em(42)];
    this.ascent = this.#perMille(hhea.readInt16BE(4));
    this.descent = this.#perMille(hhea.readInt16BE(6));
    const count = this.#table('maxp').readUInt16BE(4);
    const loca = this.#table('loca');
    const long = head.readInt16BE(50) === 1;
    this.#offsets = Array.from({ length: count + 1 }, (_, i) =>
      long ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2,
    );
    this.#readCharacters();
  }

  /** The glyph of a character, by code point; undefined when the font has none. */
  glyphOf(codePoint: number): number | undefined {
    return this.#glyphs.get(codePoint);
  }

  /** Width of a glyph in thousandths of the font size. */
  advance(glyph: number): number {
    const metrics = this.#table('hhea').readUInt16BE(34);
    return this.#perMille(this.#table('hmtx').readUInt16BE(Math.min(glyph, metrics - 1) * 4));
  }

  /** The font with the outlines of `wanted` glyphs (and of what they are composed of) alone, under the same glyph numbers. */
  subset(wanted: Iterable<number>): Buffer {
    const kept = this.#closure(wanted);
    const glyf: Buffer[] = [];
    const loca = Buffer.alloc(this.#offsets.length * 4);
    let at = 0;
    for (let glyph = 0; glyph < this.#offsets.length - 1; glyph++) {
      loca.writeUInt32BE(at, glyph * 4);
      if (!kept.has(glyph)) continue;
      const outline = withoutHints(this.#outline(glyph));
      const padded = Buffer.alloc(Math.ceil(outline.length / 4) * 4);
      outline.copy(padded);
      glyf.push(padded);
      at += padded.length;
    }
    loca.writeUInt32BE(at, loca.length - 4);
    const head = Buffer.from(this.#table('head'));
    head.writeInt16BE(1, 50); // long offsets in loca
    const hmtx = Buffer.alloc(this.#table('hmtx').length);
    const metrics = this.#table('hhea').readUInt16BE(34);
    for (const glyph of kept) {
      const [from, to] =
        glyph < metrics
          ? [glyph * 4, glyph * 4 + 4]
          : [metrics * 4 + (glyph - metrics) * 2, metrics * 4 + (glyph - metrics) * 2 + 2];
      this.#table('hmtx').copy(hmtx, from, from, to);
    }
    return fontFile([
      ['glyf', Buffer.concat(glyf)],
      ['head', head],
      ['hhea', this.#table('hhea')],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', this.#table('maxp')],
    ]);
  }

  #closure(wanted: Iterable<number>): Set<number> {
    const kept = new Set<number>([0]);
    const waiting = [...wanted];
    for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
      if (kept.has(glyph)) continue;
      kept.add(glyph);
      waiting.push(...components(this.#outline(glyph)));
    }
    return kept;
  }

  #outline(glyph: number): Buffer {
    return this.#table('glyf').subarray(this.#offsets[glyph] ?? 0, this.#offsets[glyph + 1] ?? 0);
  }

  /** cmap, platform 3 encoding 1 (Unicode BMP), format 4: enough for any European address. */
  #readCharacters(): void {
    const cmap = this.#table('cmap');
    for (let i = 0; i < cmap.readUInt16BE(2); i++) {
      const table = cmap.subarray(cmap.readUInt32BE(8 + i * 8));
      if (cmap.readUInt16BE(4 + i * 8) !== 3 || cmap.readUInt16BE(6 + i * 8) !== 1 || table.readUInt16BE(0) !== 4)
        continue;
      const segments = table.readUInt16BE(6) / 2;
      for (let s = 0; s < segments; s++) {
        const end = table.readUInt16BE(14 + s * 2);
        const start = table.readUInt16BE(16 + segments * 2 + s * 2);
        const delta = table.readUInt16BE(16 + segments * 4 + s * 2);
        const rangeAt = 16 + segments * 6 + s * 2;
        const range = table.readUInt16BE(rangeAt);
        for (let code = start; code <= end && code < 0xffff; code++) {
          const found = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - start) * 2);
          const glyph = range !== 0 && found === 0 ? 0 : (found + delta) & 0xffff;
          if (glyph !== 0) this.#glyphs.set(code, glyph);
        }
      }
      return;
    }
    throw fontUnreadable(this.name, 'it has no Unicode character table');
  }

  #table(tag: string): Buffer {
    const table = this.#tables.get(tag);
    if (!table) throw fontUnreadable(this.name, `its ${tag} table is missing`);
    return table;
  }

  #perMille(units: number): number {
    return (units * 1000) / this.unitsPerEm;
  }
}

const MORE_COMPONENTS = 0x20;
const HAS_INSTRUCTIONS = 0x100;

/** The glyphs that a composite glyph is made of (é is made of e and ´). */
function* components(outline: Buffer): Generator<number> {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return;
  for (let at = 10, flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; at += 4 + argumentBytes(flags)) {
    flags = outline.readUInt16BE(at);
    yield outline.readUInt16BE(at + 2);
  }
}

/** An outline less its hinting program. */
function withoutHints(outline: Buffer): Buffer {
  if (outline.length === 0) return outline;
  const contours = outline.readInt16BE(0);
  const copy = Buffer.from(outline);
  if (contours >= 0) {
    const lengthAt = 10 + contours * 2;
    const hints = copy.readUInt16BE(lengthAt);
    copy.writeUInt16BE(0, lengthAt);
    return Buffer.concat([copy.subarray(0, lengthAt + 2), copy.subarray(lengthAt + 2 + hints)]);
  }
  let at = 10;
  for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS;) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(flags & ~HAS_INSTRUCTIONS, at);
    at += 4 + argumentBytes(flags);
  }
  return copy.subarray(0, at);
}

function argumentBytes(flags: number): number {
  const offsets = flags & 0x1 ? 4 : 2;
  const scale = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
  return offsets + scale;
}

function fontFile(tables: [tag: string, bytes: Buffer][]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((tables.length - power) * 16, 10);
  const parts = [directory];
  let at = directory.length;
  tables.forEach(([tag, bytes], i) => {
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    directory.write(tag, 12 + i * 16, 'latin1');
    directory.writeUInt32BE(checksum(padded), 16 + i * 16);
    directory.writeUInt32BE(at, 20 + i * 16);
    directory.writeUInt32BE(bytes.length, 24 + i * 16);
    parts.push(padded);
    at += padded.length;
  });
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

function fontUnreadable(name: string, why: string): MailError {
  return new MailError('font_unreadable', `The font ${name} cannot be used: ${why}. Install fonts-liberation 2.`);
}
