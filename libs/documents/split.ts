import { setImmediate } from 'node:timers/promises';
import type { Rect } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import { type Limits, runConfined } from './confined.ts';
import { linesOfPages } from './page-lines.ts';
import { type GreyPage, rasterPages } from './raster.ts';
import { type CodeFormat, readCodes } from './reading.ts';
import { type Beginning, byMarks, everyPages, hasForm, type PagePart, type Split } from './split-rule.ts';
import type { DocumentTools } from './tools.ts';

/** How one long PDF is cut into letters; zones in mm from the page's top left. */
export type SplitBy =
  | { readonly kind: 'pages'; readonly every: number }
  | {
      readonly kind: 'text';
      readonly zone: Rect;
      readonly startsWith?: string | undefined;
      readonly pattern?: string | undefined;
      readonly begins?: Beginning | undefined;
      readonly separators: boolean;
    }
  | {
      readonly kind: 'barcode';
      readonly zone?: Rect | undefined;
      readonly format?: CodeFormat | undefined;
      readonly startsWith?: string | undefined;
      readonly begins: Beginning;
      readonly separators: boolean;
    };

export type LetterPart = PagePart & { readonly addressLines: readonly string[] };

/** A minute by the clock for the whole document, all children together. */
const usualSeconds = 60;
/** Fine enough for a code of the usual module width (0.33 mm), scanned. */
const codeDpi = 150;
/** Rasters held at once, in pages: a whole page is 2 MB. */
const pagesAtOnce = 20;
const longestMark = 300;

/**
 * Where letters begin in a PDF that `acceptUploadedPdf` wrote, and what stands in `addressZone` of each one's first page.
 * Nothing is cut: the parts are page ranges. Errors: `split_nothing_found`, `split_takes_too_long`, `raster_failed`.
 */
export async function splitPdf(
  file: string,
  pages: number,
  by: SplitBy,
  addressZone: Rect,
  tools: DocumentTools,
  seconds = usualSeconds,
): Promise<{ readonly parts: readonly LetterPart[]; readonly before: number }> {
  const until = performance.now() + seconds * 1000;
  const limits: Limits = { seconds, memoryMb: 512, outputMb: 256, until };
  const { parts, before } = await inTime(until, () => cut(file, pages, by, tools, limits));
  if (parts.length === 0)
    throw new MailError(
      'split_nothing_found',
      by.kind === 'barcode'
        ? 'No page shows such a barcode. Look at the zone (mm from the top left), the format and startsWith.'
        : 'No page has such text in the zone. Look at the zone (mm from the top left) and at startsWith or pattern; a scan has no text.',
    );
  const lines = await inTime(until, () => linesOfPages(file, tools, limits));
  const addressed = parts.map((part) => ({
    ...part,
    addressLines: (lines[part.first - 1] ?? []).filter((line) => centreIn(line, addressZone)).map(({ text }) => text),
  }));
  return { parts: addressed, before };
}

async function cut(file: string, pages: number, by: SplitBy, tools: DocumentTools, limits: Limits): Promise<Split> {
  if (by.kind === 'pages') return everyPages(pages, by.every);
  if (by.kind === 'barcode')
    return byMarks(await codesOfPages(file, pages, by, tools, limits), by.begins, by.separators);
  const { startsWith, pattern, separators } = by;
  const chosen = startsWith !== undefined || pattern !== undefined;
  const texts = await textOfZone(file, by.zone, tools, limits);
  const marks = Array.from({ length: pages }, (_, i) => {
    const text = texts[i] ?? '';
    const low = text.toLowerCase();
    const counts =
      text !== '' &&
      (startsWith === undefined || low.startsWith(startsWith.toLowerCase())) &&
      (pattern === undefined || hasForm(low, pattern.toLowerCase()));
    return counts ? text : null;
  });
  return byMarks(marks, by.begins ?? (chosen ? 'wherever_it_shows' : 'where_it_changes'), separators);
}

/** The text in a zone of each page, on one line; empty where there is none. */
async function textOfZone(file: string, zone: Rect, tools: DocumentTools, limits: Limits): Promise<string[]> {
  const dots = (mm: number) => String(Math.round(mm * 10)); // at 254 dots an inch
  const area = ['-x', dots(zone.x), '-y', dots(zone.y), '-W', dots(zone.width), '-H', dots(zone.height)];
  const decoder = new TextDecoder();
  let said = '';
  const ended = await runConfined(tools.pdftotext, ['-r', '254', ...area, file, '-'], limits, (chunk) => {
    said += decoder.decode(chunk, { stream: true });
  });
  if (ended.by !== 'exit') throw tooLong();
  return said.split('\f').map((text) =>
    text
      .replace(/[\p{Cc}\p{Surrogate}\s]+/gu, ' ')
      .trim()
      .slice(0, longestMark),
  );
}

async function codesOfPages(
  file: string,
  pages: number,
  { zone, format, startsWith = '' }: SplitBy & { kind: 'barcode' },
  tools: DocumentTools,
  limits: Limits,
): Promise<(string | null)[]> {
  const formats: CodeFormat[] = format ? [format] : ['Code128', 'Code39', 'DataMatrix', 'QRCode', 'PDF417'];
  const marks: (string | null)[] = [];
  for (let first = 1; first <= pages; first += pagesAtOnce) {
    const seen: GreyPage[] = [];
    const last = Math.min(pages, first + pagesAtOnce - 1);
    await rasterPages(file, tools, { dpi: codeDpi, first, last, limits, ...(zone && { zone }) }, (page) => {
      seen.push(page);
    });
    for (const page of seen) {
      if (performance.now() > (limits.until ?? Infinity)) throw tooLong();
      const codes = await readCodes(page, formats);
      marks.push(codes.find(({ text }) => text.startsWith(startsWith))?.text.slice(0, longestMark) ?? null);
      await setImmediate(); // reading holds this thread: let others have their turn after each page
    }
  }
  return marks;
}

/** A child stopped by the clock tells so in words of its own; here it means that the document is too long for the work asked. */
async function inTime<T>(until: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw performance.now() > until ? tooLong(cause) : cause;
  }
}

function tooLong(cause?: unknown): MailError {
  return new MailError(
    'split_takes_too_long',
    'Looking through the document took too long. Name a smaller zone and one barcode format, or upload it in smaller parts.',
    'never',
    cause,
  );
}

function centreIn({ x, y, width, height }: Rect, zone: Rect): boolean {
  const [across, down] = [x + width / 2 - zone.x, y + height / 2 - zone.y];
  return across >= 0 && across <= zone.width && down >= 0 && down <= zone.height;
}
