import { writeFile } from 'node:fs/promises';
import { MailError } from '#domain/mail-error';
import type { Limits } from './confined.ts';
import { type FirstPage, ownPageDpi } from './own-address-page.ts';
import { linesOfPages } from './page-lines.ts';
import { type GreyPage, rasterOf } from './raster.ts';
import { isPainted, isSeen } from './seen-text.ts';
import { textAlone } from './text-alone.ts';
import type { DocumentTools } from './tools.ts';
import type { Turns } from './turns.ts';

const limits: Limits = { seconds: 10, memoryMb: 512, outputMb: 256 };

/** No window shows more of a page (mm), and a chunk holds hundreds of looks. */
const zone = { x: 0, y: 0, width: 300, height: 130 };

/** Looks at the first pages of uploaded PDFs, each file once however many letters of a chunk use it. */
export class FirstPages {
  readonly #known = new Map<string, Promise<FirstPage>>();

  constructor(
    readonly tools: DocumentTools,
    readonly turns: Turns,
  ) {}

  /** What a page says and how it looks. Errors: `raster_failed`, `document_too_heavy`. */
  look(file: string, pdf: Uint8Array): Promise<FirstPage> {
    const looking = this.#known.get(file) ?? this.turns.take(() => this.#lookAt(file, pdf));
    this.#known.set(file, looking);
    return looking;
  }

  /** How the first page of a letterhead looks. Errors: `raster_failed`. */
  paper(file: string): Promise<GreyPage> {
    return this.turns.take(() => this.#draw(file));
  }

  async #lookAt(file: string, pdf: Uint8Array): Promise<FirstPage> {
    const [said = []] = await linesOfPages(file, this.tools, limits);
    // Nothing to compare an eye's look with.
    const alone = said.length === 0 ? undefined : await textAlone(pdf);
    if (alone === undefined) return { said, painted: [], seen: [], look: undefined };
    const fileOfText = `${file}.text`;
    await writeFile(fileOfText, alone);
    const look = { page: await this.#draw(file), text: await this.#draw(fileOfText) };
    const painted = said.filter((line) => isPainted(look, line));
    return { said, painted, seen: painted.filter((line) => isSeen(look, line)), look };
  }

  async #draw(file: string): Promise<GreyPage> {
    // Not crude: letters must look as they are printed, to be told from what is too pale to read.
    const [page] = await rasterOf(file, this.tools, { dpi: ownPageDpi, first: 1, last: 1, limits, zone });
    if (page === undefined) throw new MailError('raster_failed', 'The first page of the document was not drawn.');
    return page;
  }
}
