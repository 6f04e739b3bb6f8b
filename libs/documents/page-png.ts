import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MailError } from '#domain/mail-error';
import { runConfined, type Limits } from './confined.ts';
import { withScratch } from './scratch.ts';
import type { DocumentTools } from './tools.ts';

/** For one page of a letter that was drawn before, when it was composed. */
const limits: Limits = { seconds: 10, memoryMb: 512, outputMb: 32 };

/** One page (from 1) of a letter as a picture, as poppler draws it. Error: `raster_failed`. */
export function pagePng(
  pdf: Uint8Array,
  { page, dpi, grey }: { page: number; dpi: number; grey: boolean },
  tools: Pick<DocumentTools, 'pdftoppm'>,
): Promise<Buffer> {
  return withScratch(async (folder) => {
    const file = join(folder, 'letter.pdf');
    await writeFile(file, pdf);
    const chunks: Buffer[] = [];
    const which = ['-f', String(page), '-l', String(page)];
    const ended = await runConfined(
      tools.pdftoppm,
      ['-png', ...(grey ? ['-gray'] : []), '-cropbox', '-r', String(dpi), ...which, file],
      limits,
      (chunk) => chunks.push(chunk),
    );
    if (ended.by !== 'exit' || ended.code !== 0 || chunks.length === 0)
      throw new MailError(
        'raster_failed',
        `Page ${page} could not be drawn at ${dpi} dpi. Ask for fewer, or look at the PDF.`,
        'never',
        ended.stderr,
      );
    return Buffer.concat(chunks);
  });
}
