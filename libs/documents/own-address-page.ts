import type { Rect } from '#domain/geometry';
import { grow } from '#domain/geometry';
import type { AddressPageReason } from '#domain/letter-warnings';
import type { MarksBeside } from '#domain/window-marks';
import { judgeWindowText, otherAddressIn, windowOf, type WindowRecord } from '#domain/window-text';
import type { PageLine } from './page-lines.ts';
import { type GreyPage, inkIn } from './raster.ts';

/** The first page of a document as it is printed: what it says and how it looks. */
export type FirstPage = {
  readonly lines: readonly PageLine[];
  /** Of its top; undefined when it says nothing. */
  readonly look: GreyPage | undefined;
  /** It holds text that is never painted, as the text a scanner's reader lays over its picture: what it says is not what is seen. */
  readonly unseenText: boolean;
};

/** What a first page is good for: to carry the address itself, or why not; and whose address it shows instead. */
export type OwnPage = {
  readonly serves:
    | { readonly senderShown: boolean; readonly marks: MarksBeside | undefined }
    | { readonly why: AddressPageReason; readonly area?: Rect };
  readonly otherAddress?: Rect;
};

/** Fine enough for a hairline and for the dot of an i. */
export const ownPageDpi = 100;

/** How far letters reach out of the box that their font tells (mm): italics, swashes. */
const overreach = 0.9;
/** Grey (0 black) that a line must have to be read by a machine, and how much of the line's width it must span. */
const legible = 150;
const spanned = 0.6;

/**
 * Judges a customer's page from its bytes: by its text (#domain/window-text), and by its ink: each line of the address must be seen
 * where the text says it is, and the window must show nothing else at any play.
 */
export function judgeOwnPage({ look, lines: said, unseenText }: FirstPage, record: WindowRecord): OwnPage {
  const lines = look === undefined || unseenText ? [] : said.filter((line) => isSeen(look, line));
  const other = otherAddressIn(lines, record);
  const judged = (serves: OwnPage['serves']): OwnPage => ({ serves, ...(other && { otherAddress: other }) });
  const verdict = judgeWindowText(lines, record);
  if (!verdict.serves) return judged({ why: verdict.why, ...(verdict.area && { area: verdict.area }) });
  const shown = [...verdict.recipient, ...verdict.sender];
  const more = look && inkBeside(look, windowOf(record).ever, shown);
  return judged(
    more ? { why: 'shows_more', area: more } : { senderShown: verdict.sender.length > 0, marks: verdict.marks },
  );
}

/** Whether a line of text is on paper: dark enough, and over most of its width. */
function isSeen(look: GreyPage, line: PageLine): boolean {
  const ink = inkIn(look, line, legible);
  return ink !== undefined && ink.width >= spanned * line.width;
}

/** Ink in a zone that belongs to none of the lines. */
function inkBeside(look: GreyPage, zone: Rect, lines: readonly PageLine[]): Rect | undefined {
  const { dpi, width, height } = look;
  const pixels = Uint8Array.from(look.pixels);
  const perMm = dpi / 25.4;
  for (const line of lines) {
    const box = grow(line, overreach);
    const [left, right] = [
      Math.max(0, Math.floor(box.x * perMm)),
      Math.min(width, Math.ceil((box.x + box.width) * perMm)),
    ];
    const bottom = Math.min(height, Math.ceil((box.y + box.height) * perMm));
    for (let y = Math.max(0, Math.floor(box.y * perMm)); y < bottom; y++)
      pixels.fill(255, y * width + left, y * width + right);
  }
  return inkIn({ ...look, pixels }, zone);
}
