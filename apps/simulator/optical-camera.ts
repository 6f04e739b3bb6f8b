import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Rect } from '#domain/geometry';
import { specimenGeometry } from '#domain/geometry-profiles';
import { readMark, type MarkKind } from '#domain/marks';
import { margin, type Camera } from './camera.ts';

/** Enough for a module of half a millimetre (four dots), and a third of the time that 300 takes. */
const dpi = 200;
const run = promisify(execFile);

/** Decodes the printed matrices themselves from a raster of each sheet, as the cameras of a real floor do. */
export function opticalCamera(pdftoppm: string): Camera {
  return async (file, pagesPerSheet) => {
    const margins = await marksWithin(pdftoppm, file, margin, ['sheet', 'lot_header', 'lot_trailer']);
    const windows = await marksWithin(pdftoppm, file, specimenGeometry.windowBlock.block, ['window']);
    return margins
      .map((sheetCode, page) => ({ sheetCode, windowCode: windows[page] ?? null }))
      .filter((_, page) => page % pagesPerSheet === 0);
  };
}

/** The mark of one of these kinds that stands inside `area` (mm) on each page, or null. */
async function marksWithin(
  pdftoppm: string,
  file: string,
  area: Rect,
  kinds: readonly MarkKind[],
): Promise<(string | null)[]> {
  const dots = (mm: number): string => String(Math.round((mm * dpi) / 25.4));
  const crop = ['-x', dots(area.x), '-y', dots(area.y), '-W', dots(area.width), '-H', dots(area.height)];
  const { stdout } = await run(pdftoppm, ['-gray', '-r', String(dpi), ...crop, file], {
    encoding: 'buffer',
    maxBuffer: 2 ** 31,
  });
  const marks: (string | null)[] = [];
  for (const image of greyImages(stdout)) marks.push(await markOn(image, kinds));
  return marks;
}

interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The images of a row of binary PGM files (netpbm P5, 8 bits), as pdftoppm writes them for several pages. */
function* greyImages(bytes: Buffer): Generator<GreyImage> {
  for (let at = 0; at < bytes.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 64));
    if (!head) throw new Error('pdftoppm wrote something that is no image.');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    at = from + width * height;
    yield { width, height, pixels: bytes.subarray(from, at) };
  }
}

let ready: Promise<unknown> | undefined;

async function markOn({ width, height, pixels }: GreyImage, kinds: readonly MarkKind[]): Promise<string | null> {
  ready ??= prepareZXingModule({ overrides: { wasmBinary: readerProgram() }, fireImmediately: true });
  await ready;
  const data = new Uint8ClampedArray(width * height * 4);
  pixels.forEach((grey, i) => data.fill(grey, i * 4, i * 4 + 3).fill(255, i * 4 + 3, i * 4 + 4));
  const image = { data, width, height, colorSpace: 'srgb' } as Exclude<
    Parameters<typeof readBarcodes>[0],
    Blob | ArrayBuffer | Uint8Array
  >;
  for (const { text, isValid } of await readBarcodes(image, { formats: ['DataMatrix'], tryHarder: true })) {
    const mark = isValid ? readMark(text) : undefined;
    if (mark && kinds.includes(mark.kind)) return text;
  }
  return null;
}

/** From node_modules: by itself the reader would fetch its program from a public network. */
function readerProgram(): ArrayBuffer {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  return new Uint8Array(readFileSync(file)).buffer;
}
