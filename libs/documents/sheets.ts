import type { MarksBeside } from '#domain/window-marks';

export const sidesOptions = ['simplex', 'duplex'] as const;
/** Printed on the front only, or on both sides. */
export type Sides = (typeof sidesOptions)[number];

/** A stretch of a letter that begins a sheet of its own. */
export type Part = {
  readonly kind: 'address_page' | 'document' | 'attachment';
  readonly pages: number;
  /** Of a customer's page that carries the address where our marks would usually stand: how they stand beside it. */
  readonly marks?: MarksBeside;
};

/** A sheet of a letter: which of the letter's pages (from 1) is on its front and, in duplex, on its back (undefined: blank). */
export type Sheet = { readonly part: number; readonly front: number; readonly back: number | undefined };

/**
 * Lays pages on sheets: each part begins a sheet; the back of an address page stays blank (it is a part of one page); a last odd
 * page has a blank back. Letters never share a sheet, because each is laid out alone.
 */
export function layOut(parts: readonly Part[], sides: Sides): Sheet[] {
  const step = sides === 'duplex' ? 2 : 1;
  let first = 1;
  return parts.flatMap(({ pages }, part) => {
    const sheets: Sheet[] = [];
    for (let i = 0; i < pages; i += step)
      sheets.push({ part, front: first + i, back: step === 2 && i + 1 < pages ? first + i + 1 : undefined });
    first += pages;
    return sheets;
  });
}

/** Sheets of paper that a letter takes: what its weight, envelope and price are counted from. */
export function countSheets(parts: readonly Part[], sides: Sides): number {
  return layOut(parts, sides).length;
}

/** Pages of the letter's own PDF. */
export function countPages(parts: readonly Part[]): number {
  return parts.reduce((sum, { pages }) => sum + pages, 0);
}
