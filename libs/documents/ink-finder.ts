import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeometryProfile } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import { type PageInk, zonesOf } from './clear-zones.ts';
import type { Limits } from './confined.ts';
import { mergePdfs } from './merge.ts';
import { type GreyPage, inkIn, rasterPages } from './raster.ts';
import type { DocumentTools } from './tools.ts';
import type { Turns } from './turns.ts';

const dpi = 36; // a pixel is 0.7 mm; drawing costs little more than reading the file
const uploadLimits: Limits = { seconds: 10, memoryMb: 512, outputMb: 256 };

type Source = { file: string; pages: number | undefined; geometry: GeometryProfile; ink: PageInk[]; error?: unknown };

/**
 * Looks where a chunk's pages have ink: what the browser drew all at once in one raster run (the cost is in reading fonts, and in
 * starting a program), what customers uploaded one by one under limits of its own, each upload once however many letters use it.
 */
export class InkFinder {
  readonly #folder: string;
  readonly #tools: DocumentTools;
  readonly #turns: Turns;
  readonly #sources: Source[] = [];
  readonly #uploads = new Map<string, number>();

  constructor(folder: string, tools: DocumentTools, turns: Turns) {
    this.#folder = folder;
    this.#turns = turns;
    this.#tools = tools;
  }

  /** Registers a file of ours; gives its number for `seen`. */
  ofPrint(file: string, pages: number, geometry: GeometryProfile): number {
    return this.#sources.push({ file, pages, geometry, ink: [] }) - 1;
  }

  /** Registers an uploaded PDF, written down once. */
  async ofUpload(pdf: Uint8Array, geometry: GeometryProfile): Promise<number> {
    const key = `${createHash('sha256').update(pdf).digest('hex')}/${geometry.name}`;
    const known = this.#uploads.get(key);
    if (known !== undefined) return known;
    const file = join(this.#folder, `upload-${this.#uploads.size}.pdf`);
    const id = this.#sources.push({ file, pages: undefined, geometry, ink: [] }) - 1;
    this.#uploads.set(key, id);
    await writeFile(file, pdf);
    return id;
  }

  /** Where a registered source lies. */
  fileOf(id: number): string {
    return this.#sources[id]?.file ?? '';
  }

  /** Looks at everything registered. Never throws: what could not be drawn is told by `seen`. */
  async look(): Promise<void> {
    const prints = this.#sources.filter(({ pages }) => pages !== undefined);
    const uploads = this.#sources.filter(({ pages }) => pages === undefined);
    await Promise.all([
      this.#lookTogether(prints),
      ...uploads.map((upload) => this.#turns.take(() => this.#lookAt(upload, uploadLimits))),
    ]);
  }

  /** The ink of each page of a source. Error: `raster_failed`. */
  seen(id: number): PageInk[] {
    const source = this.#sources[id];
    if (!source || source.error !== undefined)
      throw source?.error ?? new MailError('raster_failed', 'This page was not looked at.');
    return source.ink;
  }

  async #lookTogether(prints: Source[]): Promise<void> {
    if (prints.length === 0) return;
    const owners = prints.flatMap((source) =>
      Array.from({ length: source.pages ?? 0 }, (_, i) => ({ source, page: i + 1 })),
    );
    try {
      const merged = join(this.#folder, 'look.pdf');
      await mergePdfs(
        prints.map(({ file }) => ({ file })),
        merged,
        this.#folder,
        this.#tools,
      );
      await rasterPages(merged, this.#tools, { dpi, crude: true }, (grey) => {
        const owner = owners[grey.page - 1];
        if (owner) owner.source.ink.push(inkOf(grey, owner.source.geometry, owner.page));
      });
    } catch {
      // One of them cannot be drawn: alone, only that one fails.
      for (const source of prints) await this.#lookAt(source, uploadLimits);
    }
  }

  async #lookAt(source: Source, limits: Limits): Promise<void> {
    source.ink = [];
    try {
      await rasterPages(source.file, this.#tools, { dpi, limits, crude: true }, (grey) => {
        source.ink.push(inkOf(grey, source.geometry, grey.page));
      });
    } catch (cause) {
      source.error = cause;
    }
  }
}

function inkOf(grey: GreyPage, geometry: GeometryProfile, page: number): PageInk {
  return zonesOf(geometry, page).map((zone) => inkIn(grey, zone));
}
