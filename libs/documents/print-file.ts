import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GeometryProfile } from '#domain/geometry';
import type { Mode } from '#domain/marks';
import { MailError } from '#domain/mail-error';
import { geometryWithMarks } from '#domain/window-marks';
import { bannerSheets } from './banner-sheets.ts';
import { houseFonts, type HouseFonts } from './fonts/house-fonts.ts';
import { Ink } from './ink.ts';
import { inkDocument } from './ink-in-pdf.ts';
import { fillSlots } from './mark-slots.ts';
import { markPages, type PieceMarks } from './marks/piece-marks.ts';
import { mergePdfs, type Pages } from './merge.ts';
import { withScratch } from './scratch.ts';
import { countPages, layOut, type Part, type Sheet, type Sides } from './sheets.ts';
import type { DocumentTools } from './tools.ts';

export type PieceToPrint = {
  readonly piece: number;
  readonly copy: number;
  /** The composed letter; see ComposedLetter. */
  readonly pdf: Uint8Array;
  readonly parts: readonly Part[];
  readonly sheetCodeZones: readonly number[];
} & Pick<PieceMarks, 'franking' | 'registered'>;

/** A lot as the print file needs it. */
export type PrintLot = {
  readonly site: string;
  readonly lot: number;
  readonly mode: Mode;
  readonly sides: Sides;
  readonly geometry: GeometryProfile;
};

export type PrintFileJob = PrintLot & {
  /** Where the print file is written; it appears there whole or not at all. */
  readonly file: string;
  /** Read one by one, in the lot's order. */
  readonly pieces: Iterable<PieceToPrint> | AsyncIterable<PieceToPrint>;
  /** Lines for people on the header and trailer sheets. */
  readonly banner?: readonly string[];
};

export type PrintFile = {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Printed sides, blank backs included. */
  readonly pages: number;
  /** Header and trailer included. */
  readonly sheets: number;
  readonly pieces: number;
};

/**
 * Letters merged by one qpdf run: a lot of ordinary size, for what is merged in groups is merged a second time; few enough to stay small
 * in memory and open files.
 */
const group = 1000;

/**
 * Writes the print file of a lot: header sheet, the pieces in their order with their marks, trailer sheet. In duplex every sheet
 * has two pages, a blank one where there is nothing, so that letters never share a sheet. Letters pass one by one through disk;
 * while qpdf merges one group, the marks of the next are drawn. Errors: `merge_failed` (later), `page_count_differs`,
 * `mark_invalid` (never).
 */
export async function assemblePrintFile(job: PrintFileJob, tools: DocumentTools): Promise<PrintFile> {
  const folder = dirname(job.file);
  await mkdir(folder, { recursive: true });
  return withScratch(async (scratch) => {
    const press = new Press(job, houseFonts(tools.fonts), scratch, tools);
    await press.start(job.banner ?? []);
    for await (const piece of job.pieces) await press.add(piece);
    const merged = await press.finish();
    // On the same disk as its place, so that the rename is one step.
    const file = createHash('sha256');
    for await (const chunk of createReadStream(merged)) file.update(chunk as Buffer);
    const { size } = await stat(merged);
    await rename(merged, job.file);
    const { pages, sheets, pieces } = press;
    return { file: job.file, sha256: file.digest('hex'), bytes: size, pages, sheets, pieces };
  }, folder);
}

/** One piece alone, exactly as it is in its lot's print file (without header and trailer). */
export function onePiecePdf(piece: PieceToPrint, lot: PrintLot, tools: DocumentTools): Promise<Uint8Array> {
  return withScratch(async (scratch) => {
    const press = new Press(lot, houseFonts(tools.fonts), scratch, tools);
    await press.add(piece);
    return new Uint8Array(await readFile(await press.finish()));
  });
}

/** Draws marks piece by piece and merges group by group. */
class Press {
  pages = 0;
  sheets = 0;
  pieces = 0;
  readonly #lot: PrintLot;
  readonly #fonts: HouseFonts;
  readonly #scratch: string;
  readonly #tools: DocumentTools;
  readonly #blank: string;
  readonly #merged: string[] = [];
  #inputs: Pages[] = [];
  #files: string[] = [];
  #trailer: Pages[] = [];
  #merging: Promise<void> = Promise.resolve();

  constructor(lot: PrintLot, fonts: HouseFonts, scratch: string, tools: DocumentTools) {
    this.#lot = lot;
    this.#fonts = fonts;
    this.#scratch = scratch;
    this.#tools = tools;
    this.#blank = join(scratch, 'blank.pdf');
  }

  async start(lines: readonly string[]): Promise<void> {
    const { geometry } = this.#lot;
    const banners = join(this.#scratch, 'banners.pdf');
    await writeFile(banners, await bannerSheets({ ...this.#lot, lines }, geometry, this.#fonts));
    await this.#haveBlank();
    const back = this.#lot.sides === 'duplex' ? [{ file: this.#blank }] : [];
    this.#inputs.push({ file: banners, pages: '1' }, ...back);
    this.#trailer = [{ file: banners, pages: '2' }, ...back];
    this.sheets += 2;
    this.pages += 2 + 2 * back.length;
  }

  async add({ piece, copy, pdf, parts, sheetCodeZones, franking, registered }: PieceToPrint): Promise<void> {
    const { site, lot, mode, sides, geometry } = this.#lot;
    // Only when one more comes: the trailer alone must not make a second group.
    if (this.#files.length >= group) await this.#mergeGroup();
    await this.#haveBlank();
    const sheets = layOut(parts, sides);
    const marks: PieceMarks = {
      site,
      lot,
      piece,
      copy,
      mode,
      ...(franking && { franking }),
      ...(registered && { registered }),
    };
    const placed = geometryWithMarks(geometry, parts[0]?.marks);
    const drawn = markPages(marks, sheets, sheetCodeZones, countPages(parts), placed, this.#fonts);
    const file = join(this.#scratch, `${this.pieces}.pdf`);
    await writeFile(file, await fillSlots(pdf, drawn, this.#fonts));
    this.#files.push(file);
    const inputs = this.#pagesOf(file, sheets);
    this.#inputs.push(...inputs);
    this.pieces++;
    this.sheets += sheets.length;
    this.pages += sheets.length * (sides === 'duplex' ? 2 : 1);
  }

  /** The merged file, in the scratch folder. */
  async finish(): Promise<string> {
    this.#inputs.push(...this.#trailer);
    await this.#mergeGroup();
    await this.#merging;
    const [only, second] = this.#merged;
    if (only === undefined) throw new MailError('lot_empty', 'A print file needs at least one page.');
    if (second === undefined) return only;
    const whole = join(this.#scratch, 'whole.pdf');
    await mergePdfs(
      this.#merged.map((file) => ({ file })),
      whole,
      this.#scratch,
      this.#tools,
    );
    return whole;
  }

  /** The letter's pages as they lie on sheets; a run of pages without a blank back between them is one range. */
  #pagesOf(file: string, sheets: readonly Sheet[]): Pages[] {
    const inputs: Pages[] = [];
    let run: number[] = [];
    const endRun = () => {
      if (run.length > 0) inputs.push({ file, pages: `${run[0]}-${run.at(-1)}` });
      run = [];
    };
    for (const { front, back } of sheets) {
      run.push(front);
      if (back !== undefined) run.push(back);
      else if (this.#lot.sides === 'duplex') {
        endRun();
        inputs.push({ file: this.#blank });
      }
    }
    endRun();
    return inputs;
  }

  /** Starts merging the group; waits for the group before, so that at most two are on disk unmerged. */
  async #mergeGroup(): Promise<void> {
    await this.#merging;
    const [inputs, files] = [this.#inputs, this.#files];
    [this.#inputs, this.#files] = [[], []];
    if (inputs.length === 0) return;
    const output = join(this.#scratch, `group-${this.#merged.length}.pdf`);
    this.#merged.push(output);
    this.#merging = mergePdfs(inputs, output, this.#scratch, this.#tools).then(async () => {
      await Promise.all(files.map((file) => rm(file)));
    });
    // Told when it is awaited; not as an unhandled rejection meanwhile.
    this.#merging.catch(() => undefined);
  }

  async #haveBlank(): Promise<void> {
    if (this.#made) return;
    this.#made = true;
    await writeFile(this.#blank, await inkDocument([new Ink(this.#fonts)], this.#lot.geometry.page, 'Verso blanc'));
  }
  #made = false;
}
