import type { Size } from '#domain/geometry';
import { type Mode, testWord } from '#domain/marks';
import type { HouseFonts } from '../fonts/house-fonts.ts';
import { Ink, type TextStyle } from '../ink.ts';
import { inkDocument } from '../ink-in-pdf.ts';
import { drawCode128 } from '../marks/barcode.ts';

export type Column = { readonly head: string; readonly width: number; readonly align?: 'left' | 'right' | 'centre' };
/** A title over some neighbouring columns, counted from 0. */
export type ColumnGroup = { readonly title: string; readonly from: number; readonly to: number };
export type Row = { readonly cells: readonly string[]; readonly strong?: boolean; readonly aside?: string };

const left = 18;
const right = 192;
const bottom = 279;
const grey = 0.42;
const ruleGrey = 0.72;

/**
 * A working paper on A4 sheets, written from top to bottom, going on to a further sheet when one is full. Measures in mm. The look
 * is that of a form: black on white, thin rules, one bold size for what is looked for first.
 */
export class Paper {
  y = 0;
  readonly #fonts: HouseFonts;
  readonly #mode: Mode;
  readonly #foot: string;
  readonly #pages: Ink[] = [];
  #running: string;

  constructor(fonts: HouseFonts, { title, mode, foot }: { title: string; mode: Mode; foot: string }) {
    this.#fonts = fonts;
    this.#mode = mode;
    this.#foot = foot;
    this.#running = title;
    this.#turn();
  }

  get ink(): Ink {
    return this.#pages.at(-1) as Ink;
  }

  /** The head of the first sheet: what it is, its number, and the code that is scanned. */
  head(title: string, number: string, code: string, stamp?: string): void {
    this.ink.text(title, left, 24, { face: 'bold', size: 19 });
    this.ink.text(number, left, 34.5, { face: 'bold', size: 27 });
    drawCode128(this.ink, code, { x: 112, y: 15, width: 80, height: 14 });
    this.ink.text(code, 152, 33.2, { size: 8, align: 'centre', spacing: 0.6 });
    if (this.#mode === 'test')
      this.ink.text(testWord, 106, 24, { face: 'bold', size: 19, align: 'right', colour: grey });
    if (stamp !== undefined)
      this.ink.text(stamp, 106, 34.5, { face: 'bold', size: 13, align: 'right', colour: grey, spacing: 1 });
    this.ink.line(left, 39, right, 39, 0.5);
    this.y = 45;
  }

  /** Label and value in two columns of the sheet. */
  facts(facts: readonly (readonly [label: string, value: string])[]): void {
    const rows = Math.ceil(facts.length / 2);
    this.room(rows * 6.4);
    facts.forEach(([label, value], i) => {
      const x = i < rows ? left : 108;
      const y = this.y + (i % rows) * 6.4 + 3.4;
      this.ink.text(label, x, y, { size: 7.6, colour: grey, fit: 28 });
      this.ink.text(value, x + 30, y, { size: 9.6, fit: 55 });
    });
    this.y += rows * 6.4 + 3;
  }

  section(title: string): void {
    this.room(22);
    this.y += 3;
    this.ink.text(title, left, this.y + 3.4, { face: 'bold', size: 10.5 });
    this.y += 7;
  }

  /** A table over the width of the sheet; its head is repeated on each sheet that it goes on to. */
  table(columns: readonly Column[], rows: readonly Row[], height = 6.2, groups: readonly ColumnGroup[] = []): void {
    const heads = () => {
      if (groups.length > 0) this.#groups(columns, groups);
      this.#cells(
        columns,
        columns.map(({ head }) => head),
        { face: 'bold', size: 7.8 },
        5.6,
      );
      this.ink.line(left, this.y, right, this.y, 0.35);
    };
    this.room(height * 2 + 6);
    heads();
    for (const { cells, strong, aside } of rows) {
      const needed = aside === undefined ? height : height + 3.4;
      if (this.y + needed > bottom) {
        this.#turn();
        heads();
      }
      if (strong) this.ink.line(left, this.y, right, this.y, 0.35);
      this.#cells(columns, cells, { face: strong ? 'bold' : 'regular', size: 9 }, height);
      if (aside !== undefined) {
        this.ink.text(aside, left + 1, this.y + 1.6, { size: 7.2, colour: grey, fit: right - left - 2 });
        this.y += 3.4;
      }
      this.ink.line(left, this.y, right, this.y, 0.12, ruleGrey);
    }
    this.y += 3;
  }

  /** Text broken at its spaces. */
  prose(text: string, style: TextStyle = { size: 9 }): void {
    const pitch = style.size * 0.3528 * 1.42;
    for (const line of this.#lines(text, style, right - left)) {
      this.room(pitch);
      this.ink.text(line, left, this.y + pitch * 0.72, style);
      this.y += pitch;
    }
    this.y += 1.5;
  }

  /** Boxes side by side for hands to write into; a label may have several lines. */
  boxes(labels: readonly string[], height = 24): void {
    this.room(height + 2);
    const gap = 5;
    const width = (right - left - gap * (labels.length - 1)) / labels.length;
    labels.forEach((label, i) => {
      const x = left + i * (width + gap);
      this.ink.frame({ x, y: this.y, width, height }, 0.2);
      label.split('\n').forEach((line, row) => {
        this.ink.text(line, x + 2, this.y + 4 + row * 3.4, { size: 7.4, colour: grey, fit: width - 4 });
      });
    });
    this.y += height + 4;
  }

  /** Goes on to a further sheet when less than `height` is left. */
  room(height: number): void {
    if (this.y + height > bottom) this.#turn();
  }

  async pdf(size: Size = { width: 210, height: 297 }): Promise<Uint8Array> {
    this.#pages.forEach((ink, i) => {
      ink.line(left, 283.5, right, 283.5, 0.15, ruleGrey);
      ink.text(this.#foot, left, 287.5, { size: 7, colour: grey, fit: 150 });
      ink.text(`${i + 1} / ${this.#pages.length}`, right, 287.5, { size: 7, colour: grey, align: 'right' });
    });
    return inkDocument(this.#pages, size, this.#running);
  }

  #turn(): void {
    this.#pages.push(new Ink(this.#fonts));
    this.y = 18;
    if (this.#pages.length === 1) return;
    this.ink.text(this.#running, left, this.y, { size: 8, colour: grey });
    if (this.#mode === 'test')
      this.ink.text(testWord, right, this.y, { face: 'bold', size: 8, colour: grey, align: 'right' });
    this.ink.line(left, this.y + 2, right, this.y + 2, 0.15, ruleGrey);
    this.y += 6;
  }

  #cells(columns: readonly Column[], cells: readonly string[], style: TextStyle, height: number): void {
    let x = left;
    columns.forEach(({ width, align = 'left' }, i) => {
      const at = align === 'left' ? x + 1 : align === 'right' ? x + width - 1 : x + width / 2;
      this.ink.text(cells[i] ?? '', at, this.y + height * 0.66, { ...style, align, fit: width - 2 });
      x += width;
    });
    this.y += height;
  }

  #groups(columns: readonly Column[], groups: readonly ColumnGroup[]): void {
    const edge = (column: number) => columns.slice(0, column).reduce((x, { width }) => x + width, left);
    for (const { title, from, to } of groups) {
      const [x1, x2] = [edge(from) + 2, edge(to + 1)];
      this.ink.text(title, (x1 + x2) / 2, this.y + 3, { face: 'bold', size: 8.4, align: 'centre' });
      this.ink.line(x1, this.y + 4.4, x2, this.y + 4.4, 0.2);
    }
    this.y += 5;
  }

  #lines(text: string, style: TextStyle, width: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && this.ink.width(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return line === '' ? lines : [...lines, line];
  }
}
