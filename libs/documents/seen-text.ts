import { grow, type Rect } from '#domain/geometry';
import type { PageLine } from './page-lines.ts';
import { type GreyPage, inkIn } from './raster.ts';

/** The top of a page as it is printed, and what of it its text alone paints, drawn alike. */
export type SeenPage = { readonly page: GreyPage; readonly text: GreyPage };

/** Grey (0 black) that a line must have to be read by a machine, and how much of the line's width it must span. */
const legible = 150;
const spanned = 0.6;

/** One program drew both: text that nothing lies over, under or on is the same, but for a grey of a scanner's white. */
const same = 16;

/** From here down (part of a line's height, from its ascent to its descent) an underline stands, which changes no letter. */
const underline = 0.84;

/** How far letters reach out of the box that their font tells (mm): italics, swashes. */
const overreach = 0.9;

/** Whether a line of text may be on the paper: the page is dark where the text is painted, dark enough and over most of its width. */
export function isPainted({ page, text }: SeenPage, line: PageLine): boolean {
  return [text, page].every((look) => {
    const ink = inkIn(look, line, legible);
    return ink !== undefined && ink.width >= spanned * line.width;
  });
}

/**
 * Whether a line of text is what stands on the paper in its place: painted, and nothing but it. Text that is invisible, white or clipped away
 * paints nothing; where a picture or an area lies over it, or under it, or a line runs through it, the paper shows something else.
 */
export function isSeen(seen: SeenPage, line: PageLine): boolean {
  const below = underlineOf(line);
  return isPainted(seen, line) && !somePixel(seen.page, line, (at, y) => isOther(seen, at, y < below));
}

/** The box around the ink in a zone that is no text of these lines, nor an underline of theirs. */
export function inkBeside(seen: SeenPage, zone: Rect, lines: readonly PageLine[]): Rect | undefined {
  const pixels = Uint8Array.from(seen.page.pixels);
  for (const line of lines) {
    const below = underlineOf(line);
    somePixel(seen.page, grow(line, overreach), (at, y) => {
      if (!isOther(seen, at, y < below)) pixels[at] = 255;
      return false;
    });
  }
  return inkIn({ ...seen.page, pixels }, zone);
}

const underlineOf = ({ y, height }: PageLine): number => y + underline * height;

/** Whether a pixel is otherwise than the text alone has it; where an underline may stand, only lighter. */
function isOther({ page, text }: SeenPage, at: number, evenDarker: boolean): boolean {
  const lighter = (page.pixels[at] as number) - (text.pixels[at] ?? 255);
  return lighter > same || (evenDarker && lighter < -same);
}

/** Whether a test holds for some pixel in a box: where it is in the raster, and how far down on the page (mm). */
function somePixel({ dpi, width, height }: GreyPage, box: Rect, test: (at: number, y: number) => boolean): boolean {
  const perMm = dpi / 25.4;
  const [left, right] = [
    Math.max(0, Math.floor(box.x * perMm)),
    Math.min(width, Math.ceil((box.x + box.width) * perMm)),
  ];
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * perMm));
  for (let y = Math.max(0, Math.floor(box.y * perMm)); y < bottom; y++)
    for (let x = left; x < right; x++) if (test(y * width + x, y / perMm)) return true;
  return false;
}
