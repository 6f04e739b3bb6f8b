import type { Rect } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import { type Limits, machineBusy, runConfined } from './confined.ts';
import type { DocumentTools } from './tools.ts';

/** A page seen in grey: one byte a pixel, 0 black, 255 white. */
export type GreyPage = { page: number; dpi: number; width: number; height: number; pixels: Uint8Array };

export type RasterOptions = {
  dpi: number;
  first?: number;
  last?: number;
  limits?: Limits;
  /** Only this part of each page, in mm from its top left: faster, and less to hold. */
  zone?: Rect;
  /** Lines and areas blacken every pixel they touch: faster, and no hairline is too thin to be seen. */
  crude?: boolean;
};

/** Enough for a print file's worth of low-resolution pages; far less than a bomb wants. */
const usualLimits: Limits = { seconds: 120, memoryMb: 1024, outputMb: 2048 };

/**
 * The pages of a PDF as poppler draws them, one after the other to `onPage`; only one is held. Gives what poppler complained of
 * while it drew (it leaves out what it cannot draw and goes on). Errors: `raster_failed`
 * (the file cannot be drawn, or takes more time or memory than any honest letter), `machine_busy` (later).
 */
export async function rasterPages(
  file: string,
  tools: DocumentTools,
  { dpi, first, last, limits = usualLimits, zone, crude = false }: RasterOptions,
  onPage: (page: GreyPage) => void,
): Promise<string> {
  const range = [
    ...(first === undefined ? [] : ['-f', String(first)]),
    ...(last === undefined ? [] : ['-l', String(last)]),
  ];
  const dots = (mm: number) => String(Math.round((mm * dpi) / 25.4));
  const part = zone ? ['-x', dots(zone.x), '-y', dots(zone.y), '-W', dots(zone.width), '-H', dots(zone.height)] : [];
  const reader = new PgmReader(dpi, first ?? 1, onPage);
  const ended = await runConfined(
    tools.pdftoppm,
    ['-gray', '-cropbox', ...(crude ? ['-aaVector', 'no'] : []), '-r', String(dpi), ...part, ...range, file],
    limits,
    (chunk) => reader.take(chunk),
  );
  if (ended.by === 'busy') throw machineBusy();
  if (ended.by !== 'exit' || ended.code !== 0)
    throw new MailError(
      'raster_failed',
      `The document could not be drawn (${ended.by === 'exit' ? 'it is damaged' : `it takes too much ${ended.by}`}). Export it again from the program that made it.`,
      'never',
      ended.stderr,
    );
  return ended.stderr;
}

/** All pages at once; for single letters and tests. */
export async function rasterOf(file: string, tools: DocumentTools, options: RasterOptions): Promise<GreyPage[]> {
  const pages: GreyPage[] = [];
  await rasterPages(file, tools, options, (page) => pages.push(page));
  return pages;
}

/** Paper is at least this light; anything darker is ink, be it a hairline smeared over a pixel. */
const paper = 250;

/** The box (mm) around the ink, darker than `lightest`, within `zone` (mm from the page's top left), or undefined when the zone is empty. */
export function inkIn({ dpi, width, height, pixels }: GreyPage, zone: Rect, lightest = paper): Rect | undefined {
  const perMm = dpi / 25.4;
  // Only pixels that lie wholly inside: what stops at the zone's edge may smear into the pixel on the edge.
  const left = Math.max(0, Math.ceil(zone.x * perMm));
  const top = Math.max(0, Math.ceil(zone.y * perMm));
  const right = Math.min(width, Math.floor((zone.x + zone.width) * perMm));
  const bottom = Math.min(height, Math.floor((zone.y + zone.height) * perMm));
  let [x1, y1, x2, y2] = [Infinity, Infinity, -1, -1];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if ((pixels[y * width + x] ?? 255) >= lightest) continue;
      x1 = Math.min(x1, x);
      y1 = Math.min(y1, y);
      x2 = Math.max(x2, x + 1);
      y2 = Math.max(y2, y + 1);
    }
  }
  return x2 < 0 ? undefined : { x: x1 / perMm, y: y1 / perMm, width: (x2 - x1) / perMm, height: (y2 - y1) / perMm };
}

/** Reads a stream of binary PGM images (netpbm P5, 8 bits) as it comes; joins the pieces of a page once. */
class PgmReader {
  #pieces: Buffer[] = [];
  #length = 0;
  #wanted = 1;
  #page: number;
  constructor(
    readonly dpi: number,
    first: number,
    readonly onPage: (page: GreyPage) => void,
  ) {
    this.#page = first;
  }

  take(chunk: Buffer): void {
    this.#pieces.push(chunk);
    this.#length += chunk.length;
    while (this.#length >= this.#wanted) {
      const pending = Buffer.concat(this.#pieces);
      const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pending.toString('latin1', 0, 40));
      const [start, width, height] = header ? [header[0].length, Number(header[1]), Number(header[2])] : [0, 0, 0];
      const end = start + width * height;
      const whole = header !== null && pending.length >= end;
      const rest = whole ? pending.subarray(end) : pending;
      this.#pieces = [rest];
      this.#length = rest.length;
      this.#wanted = whole ? 1 : header ? end : pending.length + 1;
      if (whole)
        this.onPage({
          page: this.#page++,
          dpi: this.dpi,
          width,
          height,
          pixels: new Uint8Array(pending.subarray(start, end)),
        });
    }
  }
}
