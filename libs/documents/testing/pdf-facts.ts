import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rect } from '#domain/geometry';
import { rasterOf, type GreyPage } from '../raster.ts';
import { withScratch } from '../scratch.ts';
import { tools } from './letters.ts';

/** What an outsider (poppler) says of a PDF. */
export async function pdfText(pdf: Uint8Array | string, page: number, zone?: Rect): Promise<string> {
  const dots = (mm: number) => String(Math.round(mm * 10));
  const crop = zone ? ['-x', dots(zone.x), '-y', dots(zone.y), '-W', dots(zone.width), '-H', dots(zone.height)] : [];
  return onDisk(pdf, (file) =>
    execFileSync(
      tools.pdftotext,
      ['-r', '254', '-f', String(page), '-l', String(page), '-layout', ...crop, file, '-'],
      {
        encoding: 'utf8',
      },
    ).trim(),
  );
}

export async function pageCount(pdf: Uint8Array | string): Promise<number> {
  return onDisk(pdf, (file) => Number(execFileSync(tools.qpdf, ['--show-npages', file], { encoding: 'utf8' })));
}

export async function raster(pdf: Uint8Array | string, dpi: number): Promise<GreyPage[]> {
  return onDisk(pdf, (file) => rasterOf(file, tools, { dpi }));
}

export async function requireSound(pdf: Uint8Array | string): Promise<void> {
  await onDisk(pdf, (file) => execFileSync(tools.qpdf, ['--check', file]));
}

async function onDisk<T>(pdf: Uint8Array | string, look: (file: string) => T | Promise<T>): Promise<T> {
  if (typeof pdf === 'string') return look(pdf);
  return withScratch(async (folder) => {
    const file = join(folder, 'it.pdf');
    writeFileSync(file, pdf);
    return look(file);
  });
}

/** Whether two rasters are the same, pixel by pixel. */
export function looksAlike(a: readonly GreyPage[], b: readonly GreyPage[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ pixels }, i) => Buffer.from(pixels).equals(Buffer.from((b[i] as GreyPage).pixels)))
  );
}
