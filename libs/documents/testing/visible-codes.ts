import { type CodeFormat, readCodes } from '../reading.ts';
import type { GreyPage } from '../raster.ts';
import { raster } from './pdf-facts.ts';
import { scanned } from './scan.ts';

/** The codes on page 1 of a paper, read from a bad scan. */
export async function visibleCodes(pdf: Uint8Array, format: CodeFormat): Promise<string[]> {
  const [page] = await raster(pdf, 200);
  const codes = await readCodes(await scanned(page as GreyPage, 1.2), [format]);
  return codes.map(({ text }) => text);
}
