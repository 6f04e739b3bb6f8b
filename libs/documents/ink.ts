import type { Rect } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import type { HouseFonts } from './fonts/house-fonts.ts';

export type Face = 'regular' | 'bold';
export type TextStyle = {
  readonly face?: Face;
  /** Font size in points. */
  readonly size: number;
  /** 0 black … 1 white, or red, green, blue. */
  readonly colour?: Colour;
  readonly align?: 'left' | 'right' | 'centre';
  /** Text is set narrower (never wider) so as not to pass this width in mm. */
  readonly fit?: number;
  /** Letter spacing in points. */
  readonly spacing?: number;
};
export type Colour = number | readonly [number, number, number];

const point = 72 / 25.4; // points in a millimetre

/** The names under which pages know the house fonts; long enough not to meet a customer's. */
export const faceNames: Record<Face, string> = { regular: 'PliSans', bold: 'PliSansBold' };

/**
 * Collects PDF operators drawn in millimetres from the page's top left corner, with the house fonts. What it gives is a
 * string of operators for a page whose origin was moved to its top left (y upwards, so everything below is negative);
 * who places it there is ink-in-pdf.ts, mark-slots.ts.
 */
export class Ink {
  readonly fonts: HouseFonts;
  /** Glyphs used, by face: glyph → code point, for the subset and for copying text out of the PDF. */
  readonly glyphs: Record<Face, Map<number, number>> = { regular: new Map(), bold: new Map() };
  #operators: string[] = [];

  constructor(fonts: HouseFonts) {
    this.fonts = fonts;
  }

  /** One line of text, its baseline at `y`. Error: `text_not_printable` when the font lacks a character. */
  text(text: string, x: number, y: number, style: TextStyle): this {
    const { face = 'regular', size, colour = 0, align = 'left', fit, spacing = 0 } = style;
    const glyphs = this.#glyphsOf(text, face);
    const natural = this.width(text, style);
    const scale = fit !== undefined && natural > fit ? fit / natural : 1;
    const width = natural * scale;
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const hex = glyphs.map((glyph) => glyph.toString(16).padStart(4, '0')).join('');
    this.#operators.push(
      `BT ${fill(colour)} /${faceNames[face]} ${n(size)} Tf ${n(scale * 100)} Tz ${n(spacing)} Tc ${n(left * point)} ${n(-y * point)} Td <${hex}> Tj ET`,
    );
    return this;
  }

  /** Width of a line of text in mm, as `text` would set it but for `fit`. */
  width(text: string, { face = 'regular', size, spacing = 0 }: TextStyle): number {
    const glyphs = this.#glyphsOf(text, face);
    const perMille = glyphs.reduce((sum, glyph) => sum + this.fonts[face].advance(glyph), 0);
    return ((perMille / 1000) * size + glyphs.length * spacing) / point;
  }

  /** A filled rectangle. */
  box({ x, y, width, height }: Rect, colour: Colour = 0): this {
    this.#operators.push(`${fill(colour)} ${rectangle(x, y, width, height)} f`);
    return this;
  }

  /** Filled rectangles of one colour painted at once: a bar code. */
  boxes(rects: Iterable<Rect>): this {
    const parts: string[] = ['0 g'];
    for (const { x, y, width, height } of rects) parts.push(rectangle(x, y, width, height));
    this.#operators.push(`${parts.join(' ')} f`);
    return this;
  }

  /** The outline of a rectangle; `stroke` in mm. */
  frame({ x, y, width, height }: Rect, stroke = 0.2, colour: Colour = 0, dash?: number): this {
    const dashes = dash === undefined ? '[] 0 d' : `[${n(dash * point)}] 0 d`;
    this.#operators.push(`${stroking(colour)} ${n(stroke * point)} w ${dashes} ${rectangle(x, y, width, height)} S`);
    return this;
  }

  /** A straight line; `stroke` in mm. */
  line(x1: number, y1: number, x2: number, y2: number, stroke = 0.2, colour: Colour = 0): this {
    this.#operators.push(
      `${stroking(colour)} ${n(stroke * point)} w [] 0 d ${n(x1 * point)} ${n(-y1 * point)} m ${n(x2 * point)} ${n(-y2 * point)} l S`,
    );
    return this;
  }

  get operators(): string {
    return this.#operators.join('\n');
  }

  #glyphsOf(text: string, face: Face): number[] {
    return Array.from(text, (character) => {
      const code = thinSpace.test(character) ? noBreakSpace : (character.codePointAt(0) ?? 0);
      const glyph = this.fonts[face].glyphOf(code);
      if (glyph === undefined) throw notPrintable(character);
      this.glyphs[face].set(glyph, code);
      return glyph;
    });
  }
}

/** Thin spaces, which French sets inside numbers from 1 000 on and the house fonts have no shape for. */
const thinSpace = /[\u2000-\u200a\u202f\u205f]/u;
const noBreakSpace = 0xa0;

function notPrintable(character: string): MailError {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return new MailError(
    'text_not_printable',
    `The character U+${code} cannot be printed: the font Liberation Sans has no shape for it. Write the text in the Latin, Greek or Cyrillic alphabet.`,
  );
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `${n(x * point)} ${n(-(y + height) * point)} ${n(width * point)} ${n(height * point)} re`;
}
function fill(colour: Colour): string {
  return typeof colour === 'number' ? `${n(colour)} g` : `${colour.map(n).join(' ')} rg`;
}
function stroking(colour: Colour): string {
  return typeof colour === 'number' ? `${n(colour)} G` : `${colour.map(n).join(' ')} RG`;
}
/** A number as PDF writes it: never with an exponent; a thousandth of a point is finer than any printer. */
function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
