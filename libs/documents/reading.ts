import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReadInputBarcodeFormat } from 'zxing-wasm/reader';
import type { Rect } from '#domain/geometry';
import type { GreyPage } from './raster.ts';

/** We print the first two; the others stand on letters of customers. */
export type CodeFormat = 'DataMatrix' | 'Code128' | 'Code39' | 'QRCode' | 'PDF417';
export type CodeRead = { readonly text: string; readonly format: CodeFormat };

type Image = Exclude<Parameters<typeof readBarcodes>[0], Blob | ArrayBuffer | Uint8Array>;
let ready: Promise<unknown> | undefined;

/**
 * Reads the codes on a raster; `zone` (mm from the page's top left) is what the camera looks at, which is much faster than the
 * whole page. Codes that cannot be read are not in the answer. The reader's program comes from node_modules: by itself it
 * would fetch it from a public network.
 */
export async function readCodes(page: GreyPage, formats: readonly CodeFormat[], zone?: Rect): Promise<CodeRead[]> {
  ready ??= prepareZXingModule({
    overrides: { wasmBinary: wasm().buffer as ArrayBuffer },
    fireImmediately: true,
  });
  await ready;
  const { width, height, pixels } = zone ? cropped(page, zone) : page;
  if (width === 0 || height === 0) return [];
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, at = 0; i < width * height; i++) {
    const grey = pixels[i] ?? 255;
    rgba[at++] = grey;
    rgba[at++] = grey;
    rgba[at++] = grey;
    rgba[at++] = 255;
  }
  const found = await readBarcodes({ data: rgba, width, height, colorSpace: 'srgb' } as Image, {
    formats: formats as ReadInputBarcodeFormat[],
    tryHarder: true,
    tryInvert: false,
  });
  return found.filter(({ isValid }) => isValid).map(({ text, format }) => ({ text, format: format as CodeFormat }));
}

/** The part of a page that lies in `zone`. */
export function cropped(page: GreyPage, zone: Rect): GreyPage {
  const perMm = page.dpi / 25.4;
  const left = Math.max(0, Math.round(zone.x * perMm));
  const top = Math.max(0, Math.round(zone.y * perMm));
  const width = Math.max(0, Math.min(page.width, Math.round((zone.x + zone.width) * perMm)) - left);
  const height = Math.max(0, Math.min(page.height, Math.round((zone.y + zone.height) * perMm)) - top);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * page.width + left;
    pixels.set(page.pixels.subarray(from, from + width), y * width);
  }
  return { ...page, width, height, pixels };
}

function wasm(): Uint8Array<ArrayBuffer> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  return new Uint8Array(readFileSync(file));
}
