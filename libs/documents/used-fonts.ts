import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import { type Limits, machineBusy } from './confined.ts';
import { readOperators } from './content-operators.ts';
import { fontIsEmbedded, fontName } from './embedded-font.ts';
import type { ProcessorMeter } from './processor-meter.ts';

/** What the text of a page is drawn with. */
export type PageText = {
  /** Names of fonts that visible text needs and that are not in the file. */
  readonly lacking: ReadonlySet<string>;
  /** Whether it holds text that is not drawn (text rendering modes 3 and 7), as scanners put over their picture. */
  readonly unseen: boolean;
};

/** Bytes of all content streams, unpacked; an honest letter of 60 pages with maps has a tenth of it. */
const mostBytes = 128 * 1024 * 1024;
const mostStreams = 20_000;
const deepestForm = 28;
/** Reading that has had so much of the clock had enough. */
const ownTimeMs = 1500;

type State = { readonly font: PDFDict | undefined; readonly mode: number };
type Found = { lacking: Set<string>; unseen: boolean };

/**
 * Which fonts each page's visible text is drawn with that are not embedded. A font that is only listed is not used, and what is never
 * seen needs no font (as PDF/A has it): many producers list Helvetica in every file. Expects what qpdf wrote: content of one stream
 * a page, deflated or plain. Errors: `document_too_heavy`, `machine_busy` (later: the time had run out elsewhere).
 * @param until instant by `performance.now()` at which it gives up; `meter`: of the programs that worked on the document before
 */
export function textOfPages(
  doc: PDFDocument,
  { until = Infinity, meter }: Pick<Limits, 'until' | 'meter'>,
): PageText[] {
  const reading = new TextReading(until, meter);
  return doc.getPages().map(({ node }) => {
    const found: Found = { lacking: new Set(), unseen: false };
    const resources = node.Resources();
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((part) => node.context.lookup(part)) : [contents];
    for (const stream of streams)
      if (stream instanceof PDFRawStream) reading.stream(stream, resources, { font: undefined, mode: 0 }, found, 0);
    return found;
  });
}

class TextReading {
  #bytes = 0;
  #streams = 0;
  /** What a form holds depends on the state it is drawn in; each is read once a state, however often it is drawn. */
  readonly #known = new Map<PDFRawStream, Map<string, Found>>();
  readonly #fontIds = new Map<PDFDict, number>();

  readonly #began = performance.now();

  constructor(
    readonly until: number,
    readonly meter: ProcessorMeter | undefined,
  ) {}

  stream(stream: PDFRawStream, resources: PDFDict | undefined, from: State, found: Found, depth: number): void {
    const content = this.#unpacked(stream);
    const saved: State[] = [];
    let state = from;
    readOperators(content, (operator, { name, number, text }) => {
      switch (operator) {
        case 'q':
          if (saved.length < 1000) saved.push(state);
          return;
        case 'Q':
          state = saved.pop() ?? state;
          return;
        case 'Tf':
          state = { ...state, font: dictIn(resources, 'Font', name) };
          return;
        case 'gs':
          state = { ...state, font: fontOfState(dictIn(resources, 'ExtGState', name)) ?? state.font };
          return;
        case 'Tr':
          state = { ...state, mode: number ?? 0 };
          return;
        case 'Tj':
        case 'TJ':
        case "'":
        case '"':
          if (text) note(state, found);
          return;
        case 'Do':
          this.#drawn(memberOf(resources, 'XObject', name), resources, state, found, depth);
      }
    });
    // Patterns, soft masks and the glyphs of Type 3 fonts draw as well: that they are listed is reason enough to look.
    const start: State = { font: undefined, mode: 0 };
    for (const inner of drawnByResources(resources)) this.#drawn(inner, resources, start, found, depth);
  }

  #drawn(form: PDFObject | undefined, inherited: PDFDict | undefined, state: State, found: Found, depth: number): void {
    if (!(form instanceof PDFRawStream) || form.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) return;
    if (depth >= deepestForm) throw tooHeavy('its drawings lie too deep in each other');
    const states = this.#known.get(form) ?? new Map<string, Found>();
    this.#known.set(form, states);
    const key = `${this.#idOf(state.font)}/${state.mode}`;
    let inside = states.get(key);
    if (inside === undefined) {
      // Known before it is read: a form that draws itself is not read again.
      inside = { lacking: new Set(), unseen: false };
      states.set(key, inside);
      const own = form.dict.lookup(PDFName.of('Resources'));
      this.stream(form, own instanceof PDFDict ? own : inherited, state, inside, depth + 1);
    }
    for (const name of inside.lacking) found.lacking.add(name);
    found.unseen ||= inside.unseen;
  }

  #idOf(font: PDFDict | undefined): number {
    if (font === undefined) return 0;
    const id = this.#fontIds.get(font) ?? this.#fontIds.size + 1;
    this.#fontIds.set(font, id);
    return id;
  }

  /** Who came to its turn when the time was almost over, because the machine had other things to do, says nothing of the document. */
  #outOfTime(): MailError {
    const cameLate = performance.now() - this.#began < ownTimeMs;
    return cameLate && this.meter?.isStarved ? machineBusy() : tooHeavy('its drawings are too long');
  }

  #unpacked({ dict, contents }: PDFRawStream): Buffer {
    const left = mostBytes - this.#bytes;
    if (++this.#streams > mostStreams || left <= 0) throw tooHeavy('its drawings are too long');
    if (performance.now() > this.until) throw this.#outOfTime();
    const filter = dict.lookup(PDFName.of('Filter'));
    const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
    let content = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
    if (only === PDFName.of('FlateDecode'))
      try {
        content = inflateSync(content, { maxOutputLength: left });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
          throw tooHeavy('its drawings are too long');
        // Damaged: what the last reader draws of it decides.
        content = Buffer.alloc(0);
      }
    this.#bytes += content.length;
    return content;
  }
}

function note({ font, mode }: State, found: Found): void {
  if (mode === 3 || mode === 7) found.unseen = true;
  // Text of mode 7 is not drawn but cuts what is drawn, so that its font is seen.
  if (mode !== 3 && font !== undefined && !fontIsEmbedded(font)) found.lacking.add(fontName(font));
}

function memberOf(resources: PDFDict | undefined, kind: string, name: string | undefined): PDFObject | undefined {
  const kept = resources?.lookup(PDFName.of(kind));
  return kept instanceof PDFDict && name !== undefined ? kept.lookup(PDFName.of(name)) : undefined;
}

function dictIn(resources: PDFDict | undefined, kind: string, name: string | undefined): PDFDict | undefined {
  const member = memberOf(resources, kind, name);
  return member instanceof PDFDict ? member : undefined;
}

function fontOfState(state: PDFDict | undefined): PDFDict | undefined {
  const pair = state?.lookup(PDFName.of('Font'));
  const font = pair instanceof PDFArray && pair.size() > 0 ? pair.lookup(0) : undefined;
  return font instanceof PDFDict ? font : undefined;
}

function* drawnByResources(resources: PDFDict | undefined): Generator<PDFObject | undefined> {
  for (const pattern of membersOf(resources, 'Pattern')) yield pattern;
  for (const state of membersOf(resources, 'ExtGState')) {
    const mask = state instanceof PDFDict ? state.lookup(PDFName.of('SMask')) : undefined;
    if (mask instanceof PDFDict) yield mask.lookup(PDFName.of('G'));
  }
  for (const font of membersOf(resources, 'Font')) {
    const glyphs = font instanceof PDFDict ? font.lookup(PDFName.of('CharProcs')) : undefined;
    const own = font instanceof PDFDict ? font.lookup(PDFName.of('Resources')) : undefined;
    // Glyphs are mostly bare outlines; only those with fonts of their own could need one.
    if (glyphs instanceof PDFDict && own instanceof PDFDict && own.has(PDFName.of('Font')))
      for (const glyph of glyphs.values()) yield glyph instanceof PDFRef ? glyphs.context.lookup(glyph) : glyph;
  }
}

function membersOf(resources: PDFDict | undefined, kind: string): PDFObject[] {
  const kept = resources?.lookup(PDFName.of(kind));
  if (!(kept instanceof PDFDict)) return [];
  return kept.values().flatMap((member) => (member instanceof PDFRef ? (kept.context.lookup(member) ?? []) : member));
}

function tooHeavy(why: string): MailError {
  return new MailError(
    'document_too_heavy',
    `The document was given up: ${why}. Export it again with simpler drawings.`,
    'never',
  );
}
