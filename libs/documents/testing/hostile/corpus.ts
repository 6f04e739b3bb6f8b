import { activeContent } from './active-content.ts';
import { bombs } from './bombs.ts';
import { cutOff, flipped, locked, type Sound } from './damage.ts';
import { disguises } from './disguises.ts';
import { oddFonts } from './fonts.ts';
import type { Hostile } from './hostile.ts';
import { oddContent, oddPages } from './pages.ts';
import { pictures } from './pictures.ts';
import { damagedTables, loops } from './structure.ts';

/**
 * Malformed and hostile files, all made by code; the same at every call. What tries to reach the network calls `port` on this
 * machine; `sound` files of real producers are cut off and damaged.
 */
export function hostileCorpus({
  port,
  qpdf,
  sound,
  seeds,
}: {
  port: number;
  qpdf: string;
  sound: readonly Sound[];
  /** Each damages every sound file in another way. */
  seeds: readonly number[];
}): Hostile[] {
  return [
    ...disguises(),
    ...damagedTables(),
    ...loops(),
    ...bombs(),
    ...pictures(),
    ...oddPages(),
    ...oddContent(),
    ...oddFonts(),
    ...activeContent(port),
    ...locked(qpdf),
    ...cutOff(sound),
    ...flipped(sound, seeds),
  ];
}
