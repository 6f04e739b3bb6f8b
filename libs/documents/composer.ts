import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import type { ComposeRequest, ComposeResult } from './compose-request.ts';
import { compositionKey } from './composition-key.ts';
import { chooseSheetCodeZones, requireEmptyZones } from './clear-zones.ts';
import { houseFonts, type HouseFonts } from './fonts/house-fonts.ts';
import { InkFinder } from './ink-finder.ts';
import { bindLetter, requireA4 } from './letter-pages.ts';
import { PagePool, type PoolOptions, type PrintHtml } from './page-pool.ts';
import { withScratch } from './scratch.ts';
import { countPages, layOut } from './sheets.ts';
import { type ParsedTemplate, parseTemplate, renderTemplate } from './template.ts';
import type { DocumentTools } from './tools.ts';
import { windowBlockInk } from './window-block.ts';

export type ComposerOptions = { readonly tools: DocumentTools } & Omit<PoolOptions, 'chromium'>;

/**
 * Makes letters: template and data, or a customer's PDF, into pages that are ready for the marks of a lot. Template letters are
 * drawn by the sealed pool; the window block is then laid over page 1, which the template must have left empty.
 */
export class Composer {
  readonly #pool: PagePool;
  readonly #tools: DocumentTools;
  readonly #fonts: HouseFonts;
  readonly #templates = new Map<string, ParsedTemplate>();

  /** Errors: `fonts_missing` (later). The browser starts with the first template letter. */
  constructor({ tools, ...pool }: ComposerOptions) {
    this.#tools = tools;
    this.#fonts = houseFonts(tools.fonts);
    this.#pool = new PagePool({ chromium: tools.chromium, ...pool });
  }

  /** Same key, same letter: what the store has under it need not be composed again. */
  key(request: ComposeRequest): string {
    return compositionKey(request, this.#fonts.fingerprint);
  }

  /**
   * Composes the letters of one account; results in the order of the requests. A letter that cannot be printed is a result, not
   * an exception. Throws `browser_unavailable` (later) when nothing could be composed at all. At most some hundred letters a
   * chunk: they are held in memory.
   */
  async compose(chunk: { accountId: string; letters: readonly ComposeRequest[] }): Promise<ComposeResult[]> {
    return withScratch(async (folder) => {
      const ink = new InkFinder(folder, this.#tools);
      const drawn = await this.#pool.forChunk(chunk.letters.length, (print) =>
        this.#drawAll(chunk.letters, print, folder, ink),
      );
      await ink.look();
      const results: ComposeResult[] = [];
      for (const [i, request] of chunk.letters.entries()) {
        const source = drawn[i] as PromiseSettledResult<Drawn>;
        results.push(
          await asResult(request, async () => {
            if (source.status === 'rejected') throw source.reason;
            return this.#finish(request, source.value, ink);
          }),
        );
      }
      return results;
    });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** Draws every template letter, and registers every source PDF where ink must be looked for. */
  #drawAll(
    letters: readonly ComposeRequest[],
    print: PrintHtml,
    folder: string,
    ink: InkFinder,
  ): Promise<PromiseSettledResult<Drawn>[]> {
    return Promise.allSettled(
      letters.map(async ({ content, attachments, geometry }, i): Promise<Drawn> => {
        const attached = await Promise.all(attachments.map((pdf) => ink.ofUpload(pdf, geometry)));
        if (content.kind === 'document')
          return { pdf: content.pdf, source: await ink.ofUpload(content.pdf, geometry), attached };
        const html = renderTemplate(this.#parsed(content.template), content.data);
        const pdf = await print(html);
        const doc = await PDFDocument.load(pdf, { updateMetadata: false });
        requireA4(doc);
        const file = join(folder, `${i}.pdf`);
        await writeFile(file, pdf);
        return { pdf, doc, source: ink.ofPrint(file, doc.getPageCount(), geometry), attached };
      }),
    );
  }

  async #finish(
    request: ComposeRequest,
    { pdf, doc, source, attached }: Drawn,
    ink: InkFinder,
  ): Promise<ComposeResult> {
    const { letterId, content, geometry, sides, maxPages } = request;
    const block = windowBlockInk(this.#fonts, request.recipientLines, request.senderLine, geometry);
    if (content.kind === 'template') requireEmptyZones(ink.seen(source), geometry);
    const letter = await bindLetter({
      own: doc ?? (await PDFDocument.load(pdf, { updateMetadata: false })),
      addressPage: content.kind === 'document',
      attachments: request.attachments,
      block,
      geometry,
      fonts: this.#fonts,
      maxPages,
    });
    const sheets = layOut(letter.parts, sides);
    const pagesInk = [source, ...attached].flatMap((id) => ink.seen(id));
    const sheetCodeZones = chooseSheetCodeZones(
      sheets,
      content.kind === 'document' ? [undefined, ...pagesInk] : pagesInk,
    );
    if (pagesInk.length + (content.kind === 'document' ? 1 : 0) !== countPages(letter.parts))
      throw new MailError('compose_failed', 'Two programs count other pages in this letter. Export its PDF again.');
    return { letterId, ok: true, pdf: letter.pdf, parts: letter.parts, sheets: sheets.length, sheetCodeZones };
  }

  #parsed({ version, html }: { version: string; html: string }): ParsedTemplate {
    const known = this.#templates.get(version);
    if (known) return known;
    const parsed = parseTemplate(html);
    // Few templates are in use at once; the oldest goes.
    const [oldest] = this.#templates.keys();
    if (this.#templates.size >= 50 && oldest !== undefined) this.#templates.delete(oldest);
    this.#templates.set(version, parsed);
    return parsed;
  }
}

type Drawn = { pdf: Uint8Array; doc?: PDFDocument; source: number; attached: number[] };

async function asResult({ letterId }: ComposeRequest, work: () => Promise<ComposeResult>): Promise<ComposeResult> {
  try {
    return await work();
  } catch (cause) {
    // Nothing of this letter: the whole chunk is tried again.
    if (cause instanceof MailError && cause.retry === 'later') throw cause;
    const error =
      cause instanceof MailError
        ? cause
        : new MailError(
            'compose_failed',
            'The letter could not be composed. Check its template and documents.',
            'never',
            cause,
          );
    return { letterId, ok: false, error };
  }
}
