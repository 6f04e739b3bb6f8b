import bwip from 'bwip-js/node';
import type { Rect } from '#domain/geometry';
import type { Ink } from '../ink.ts';
import { customerPdf, textAt } from './customer-pages.ts';

export interface PrintedPage {
  /** Lines of the address: 40 mm from the top, at the right. */
  readonly address?: readonly string[];
  /** A line at the bottom left, 280 mm from the top. */
  readonly foot?: string;
  /** 245 mm from the top, 20 mm from the left. */
  readonly code?: { readonly symbology: 'code128' | 'qrcode' | 'datamatrix' | 'code39'; readonly text: string };
}

/** One PDF of many letters, as a billing run prints it: addresses in the window, something to split by on the pages. */
export function longPrint(pages: readonly PrintedPage[]): Promise<Uint8Array> {
  return customerPdf(
    ...pages.map(({ address, foot, code }) => (ink: Ink) => {
      if (address !== undefined) textAt([...address], 115, 44)(ink);
      if (foot !== undefined) textAt([foot], 20, 283)(ink);
      if (code !== undefined) ink.boxes(boxesOf(code.symbology, code.text));
    }),
  );
}

/** The dark boxes of a barcode with modules of 0.4 mm, bars 12 mm high. */
function boxesOf(bcid: string, text: string): Rect[] {
  const [left, top, module] = [20, 245, 0.4];
  const drawn = bwip.raw({ bcid, text })[0] as { pixs: number[]; pixx: number } | { sbs: number[] } | undefined;
  if (drawn === undefined) throw new Error(`no ${bcid} was made`);
  if ('pixs' in drawn)
    return drawn.pixs.flatMap((dark, i) => {
      const [x, y] = [left + (i % drawn.pixx) * module, top + Math.floor(i / drawn.pixx) * module];
      return dark ? [{ x, y, width: module, height: module }] : [];
    });
  let x = left;
  return drawn.sbs.flatMap((modules, i) => {
    const bar = { x, y: top, width: modules * module, height: 12 };
    x += bar.width;
    return i % 2 === 0 ? [bar] : [];
  });
}
