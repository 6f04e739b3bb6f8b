import {
  alwaysVisible,
  everVisible,
  grow,
  intersection,
  overhang,
  overlaps,
  union,
  type EnvelopeFormat,
  type GeometryProfile,
  type Rect,
  type WindowBlock,
} from './geometry.ts';
import { blockBeside, type MarksBeside } from './window-marks.ts';
import type { AddressPageReason } from './letter-warnings.ts';

/** A line of text on a page, its box in mm from the page's top left. */
export type TextLine = Rect & { readonly text: string };

/** What a page is judged by: the record's lines as they would be printed, and the windows it may lie behind. */
export type WindowRecord = {
  readonly recipientLines: readonly string[];
  /** The sender's one line; '' when there is none. */
  readonly senderLine: string;
  readonly geometry: GeometryProfile;
  /** Whether a registered number will stand beside the address; yes when not said. */
  readonly registered?: boolean;
  /** Formats that the letter may go into; all of the profile when not said. */
  readonly formats?: readonly EnvelopeFormat[] | undefined;
};

export type WindowVerdict =
  | {
      readonly serves: true;
      /** The lines of the page that are the recipient's address, and those that name the sender: all that may show. */
      readonly recipient: readonly TextLine[];
      readonly sender: readonly TextLine[];
      /** How our marks stand beside the address; undefined: in their usual places. */
      readonly marks: MarksBeside | undefined;
    }
  | { readonly serves: false; readonly why: AddressPageReason; readonly area?: Rect };

/**
 * Whether a customer's page can serve as address page by its text (trade rule, print-room §2): what its window shows, at both
 * extremes of play, equals the record's lines after normalising; all of them always show; nothing else ever does; and the places
 * of our marks beside the address are free. The sender's line may stand there too; without it, its place must be free for ours.
 * Text alone: who decides for good also looks for ink that is no text.
 */
export function judgeWindowText(lines: readonly TextLine[], record: WindowRecord): WindowVerdict {
  const { always, ever } = windowOf(record);
  const showing = lines.filter((line) => normal(line.text) !== '' && overlaps(line, ever));
  if (showing.length === 0) return { serves: false, why: 'no_text' };
  const recipient = findAddress(lines, record.recipientLines);
  if (recipient === undefined || !recipient.some((line) => overlaps(line, ever)))
    return { serves: false, why: 'differs', area: boxAround(showing) };
  const others = showing.filter((line) => !recipient.includes(line));
  const sender = others.length > 0 && isSender(others, record.senderLine) ? others : [];
  const cut = [...recipient, ...sender].filter((line) => always === undefined || sticksOut(line, always));
  if (cut.length > 0) return { serves: false, why: 'cut', area: boxAround(cut) };
  if (sender.length < others.length) return { serves: false, why: 'shows_more', area: boxAround(others) };
  const drawsSender = record.senderLine !== '' && sender.length === 0;
  const marks = marksBeside([...recipient, ...sender], recipient, record, drawsSender);
  if (marks === 'no_room') return { serves: false, why: 'no_room', area: boxAround(recipient) };
  return { serves: true, recipient, sender, marks };
}

/** How the marks find room beside the lines that show: as usual, narrower, or with the registered number below. */
function marksBeside(
  shown: readonly TextLine[],
  recipient: readonly TextLine[],
  { geometry: { windowBlock }, registered = true }: WindowRecord,
  drawsSender: boolean,
): MarksBeside | undefined | 'no_room' {
  const free = (block: WindowBlock) => {
    const ours = [block.windowCode, block.testWord, block.franking];
    if (registered) ours.push(block.registered);
    if (drawsSender) ours.push(block.sender);
    return !shown.some((line) => ours.some((place) => overlaps(line, place)));
  };
  if (free(windowBlock)) return undefined;
  const until = Math.floor(10 * (Math.min(...recipient.map(({ x }) => x)) - gap)) / 10;
  const found = [false, true].find((registeredBelow) => {
    const block = blockBeside(windowBlock, { until, registeredBelow });
    return block !== undefined && free(block);
  });
  return found === undefined ? 'no_room' : { until, registeredBelow: found };
}

/** Between our marks and an address beside them (mm). */
const gap = 1.5;

/**
 * Where a page shows, in the window's place, a full address that is neither the recipient's nor the sender's: at least who and a
 * line with postcode and town. An address that only leaves out lines of the record, or adds some, but names the same person in the
 * same town is not another one. Undefined when there is none.
 */
export function otherAddressIn(lines: readonly TextLine[], record: WindowRecord): Rect | undefined {
  return blocksIn(lines, record)
    .find((block) => {
      const shown = block.map(({ text }) => normal(text));
      return !isSameAddress(shown, record.recipientLines.map(normal)) && !isOfSender(shown, record.senderLine);
    })
    ?.reduce<Rect | undefined>((box, line) => (box ? union(box, rectOf(line)) : rectOf(line)), undefined);
}

/** Whether a page shows any full address in the window's place: what must be compared with the record. */
export function showsAddress(lines: readonly TextLine[], geometry: GeometryProfile): boolean {
  return blocksIn(lines, { geometry }).length > 0;
}

/** Case, accents, spaces and punctuation aside: letters and digits are left, and a space between two numbers: 1-2 is not 12. */
export function normal(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .replaceAll('Ø', 'O')
    .normalize('NFKD')
    .replace(/(?<=\p{N})([^\p{L}\p{N}]+)(?=\p{N})|[^\p{L}\p{N}]+/gu, (_mark, between) => (between ? ' ' : ''));
}

/** What always shows of page 1 in the windows of these envelopes, and what may ever show, with the profile's tolerance kept in hand. */
export function windowOf({ geometry, formats }: Pick<WindowRecord, 'geometry' | 'formats'>): {
  always: Rect | undefined;
  ever: Rect;
} {
  const all = Object.values(geometry.envelopes);
  const asked = formats ? all.filter(({ format }) => formats.includes(format)) : all;
  const envelopes = asked.length > 0 ? asked : all;
  const always = envelopes.map(alwaysVisible).reduce((common, seen) => common && seen && intersection(common, seen));
  const ever = grow(envelopes.map(everVisible).reduce(union), geometry.tolerance);
  const shrunk = always && grow(always, -geometry.tolerance);
  return { always: shrunk, ever: intersection(ever, { x: 0, y: 0, ...geometry.page }) ?? ever };
}

/** The record's lines on the page: each once, from top to bottom, beginning at the left as one block. */
function findAddress(lines: readonly TextLine[], wanted: readonly string[]): TextLine[] | undefined {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const texts = sorted.map(({ text }) => normal(text));
  const asked = wanted.map(normal).filter((text) => text !== '');
  if (asked.length === 0) return undefined;
  for (let start = 0; start < sorted.length; start++) {
    if (texts[start] !== asked[0]) continue;
    const found: TextLine[] = [];
    for (let i = start; i < sorted.length && found.length < asked.length; i++) {
      const [line, before] = [sorted[i] as TextLine, found.at(-1)];
      if (texts[i] !== asked[found.length]) continue;
      if (before === undefined || (Math.abs(line.x - before.x) <= alignment && line.y - before.y <= mostPitch))
        found.push(line);
    }
    if (found.length === asked.length) return found;
  }
  return undefined;
}

/** Lines of one address begin at the same x within this (mm) and follow each other at most this far. */
const alignment = 3;
const mostPitch = 9;
const mostLines = 8;

/** A town's line: a postcode of 4 or 5 digits (a letter or two of the country before it) and a name, or a British postcode. */
const townLine =
  /^([A-Z]{1,2}[ -])?\d{4,5}\s+\p{L}[\p{L}' .-]+|^\d{3}\s\d{2}\s+\p{L}{2}|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/u;

/** The full addresses in the window's place: runs of aligned lines, of which the last or the last but one is a town's. */
function blocksIn(lines: readonly TextLine[], window: Pick<WindowRecord, 'geometry' | 'formats'>): TextLine[][] {
  const { ever } = windowOf(window);
  // A line of the letter's body only runs through the window; an address begins in it.
  const inside = lines.filter((line) => overlaps(line, ever) && line.x >= ever.x).sort((a, b) => a.y - b.y);
  const blocks: TextLine[][] = [];
  for (const line of inside) {
    const block = blocks.find((one) => {
      const last = one.at(-1) as TextLine;
      return Math.abs(last.x - line.x) <= alignment && line.y - last.y <= mostPitch;
    });
    if (block) block.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) => {
    const town = block.findIndex((_, i) => endsAddress(block.slice(0, i + 1).map(({ text }) => text.trim())));
    return town < 0 ? [] : [block.slice(Math.max(0, town + 1 - mostLines), town + 1)];
  });
}

/** Whether lines are an address down to its town: who, where, and the town; at a large customer of the post, who and the town. */
function endsAddress(lines: readonly string[]): boolean {
  const [town = '', ...above] = [...lines].reverse();
  if (!townLine.test(town)) return false;
  if (/\bCEDEX\b/i.test(town)) return above.length > 0;
  // A heading over a year and a word is no address: a street or a box has a number.
  return above.length > 1 && above.some((line) => /\d/.test(line));
}

/** The same lines, or fewer or more of them between the same first (who) and the same town. */
function isSameAddress(shown: readonly string[], record: readonly string[]): boolean {
  const [fewer, more] = shown.length <= record.length ? [shown, record] : [record, shown];
  return (
    shown.some((line) => line === record[0]) &&
    record.includes(shown.at(-1) ?? '') &&
    fewer.every((line) => more.includes(line))
  );
}

/** Whether lines, read one after the other, are the sender's line; its `Exp.` or `Exp. :` may be left out. */
function isSender(lines: readonly TextLine[], senderLine: string): boolean {
  const bare = (text: string) => normal(text).replace(/^EXP(EDITEUR)?/, '');
  const said = bare(
    [...lines]
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .map(({ text }) => text)
      .join(' '),
  );
  return said !== '' && said === bare(senderLine);
}

/** A sender's own block, with more or fewer lines than its one line for the window: the same town, and the name or the street. */
function isOfSender(shown: readonly string[], senderLine: string): boolean {
  const said = normal(senderLine);
  const town = shown.at(-1) ?? '';
  return said.includes(town) && shown.slice(0, -1).some((line) => line.length >= 4 && said.includes(line));
}

function rectOf({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}
function boxAround(lines: readonly TextLine[]): Rect {
  return lines.map(rectOf).reduce(union);
}
function sticksOut(inner: Rect, outer: Rect): boolean {
  return Object.values(overhang(inner, outer)).some((by) => by > 0);
}
