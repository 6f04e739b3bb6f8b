import sharp from 'sharp';
import type { Rect } from '#domain/geometry';
import type { GreyPage } from '../raster.ts';

/** What a worn scanner makes of a page: skewed, blurred, of low contrast, squeezed into a JPEG. */
export async function scanned(page: GreyPage, degrees: number): Promise<GreyPage> {
  const { data, info } = await sharp(Buffer.from(page.pixels), {
    raw: { width: page.width, height: page.height, channels: 1 },
  })
    .rotate(degrees, { background: '#ffffff' })
    .linear(0.62, 60)
    .blur(page.dpi / 300)
    .jpeg({ quality: 45 })
    .toBuffer()
    .then((jpeg) => sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true }));
  return { ...page, pixels: new Uint8Array(data), width: info.width, height: info.height };
}

/** The page with everything outside `zone` (mm) covered by a grey envelope. */
export function through(page: GreyPage, zone: Rect): GreyPage {
  const perMm = page.dpi / 25.4;
  const pixels = new Uint8Array(page.pixels.length).fill(190);
  const left = Math.ceil(zone.x * perMm);
  const right = Math.floor((zone.x + zone.width) * perMm);
  for (let y = Math.ceil(zone.y * perMm); y < Math.min(page.height, Math.floor((zone.y + zone.height) * perMm)); y++)
    pixels.set(page.pixels.subarray(y * page.width + left, y * page.width + right), y * page.width + left);
  return { ...page, pixels };
}
