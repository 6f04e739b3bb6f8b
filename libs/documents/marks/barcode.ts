import bwip from 'bwip-js/node';
import type { Rect } from '#domain/geometry';
import type { Ink } from '../ink.ts';

/** Printed module sizes (mm): 0.5 was read in all of the skewed, blurred scans it was tried on, at 150 to 300 dpi. */
export const moduleSize = { dataMatrix: 0.5, code128: 0.33 } as const;

/**
 * Draws a DataMatrix (ISO/IEC 16022, ECC 200) with its quiet zone of one module in the top left corner of `zone`, as vector
 * rectangles. Gives the rectangle it takes, quiet zone included; modules shrink only if the zone is too small.
 */
export function drawDataMatrix(ink: Ink, text: string, zone: Rect, size: number = moduleSize.dataMatrix): Rect {
  const { pixs, pixx, pixy } = bwip.raw({ bcid: 'datamatrix', text })[0] as Matrix;
  const module = Math.min(size, zone.width / (pixx + 2), zone.height / (pixy + 2));
  ink.boxes(runs(pixs, pixx, pixy, zone.x + module, zone.y + module, module));
  return { x: zone.x, y: zone.y, width: (pixx + 2) * module, height: (pixy + 2) * module };
}

/**
 * Draws a Code 128 (ISO/IEC 15417) whose bars fill the height of `zone`, centred. The quiet zones are what is left and right of it:
 * the caller sees to it that they are ten modules at least. Gives the rectangle of the bars.
 */
export function drawCode128(ink: Ink, text: string, zone: Rect, size: number = moduleSize.code128): Rect {
  const { sbs } = bwip.raw({ bcid: 'code128', text })[0] as Bars;
  const modules = sbs.reduce((sum, width) => sum + width, 0);
  const module = Math.min(size, zone.width / modules);
  const drawn = { ...zone, x: zone.x + (zone.width - modules * module) / 2, width: modules * module };
  let { x } = drawn;
  const bars: Rect[] = [];
  sbs.forEach((width, i) => {
    if (i % 2 === 0) bars.push({ x, y: zone.y, width: width * module, height: zone.height });
    x += width * module;
  });
  ink.boxes(bars);
  return drawn;
}

type Matrix = { pixs: ArrayLike<number>; pixx: number; pixy: number };
type Bars = { sbs: number[] };

/** Dark modules joined along their row, so that no hairline shows between neighbours. */
function* runs(
  pixs: ArrayLike<number>,
  columns: number,
  rows: number,
  x: number,
  y: number,
  module: number,
): Generator<Rect> {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const start = column;
      while (column < columns && pixs[row * columns + column] === 1) column++;
      if (column > start)
        yield { x: x + start * module, y: y + row * module, width: (column - start) * module, height: module };
    }
  }
}
