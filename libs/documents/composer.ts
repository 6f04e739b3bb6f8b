import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import { chooseAddressPage } from './address-page.ts';
import type { ComposeRequest, ComposeResult, DrawnPages } from './compose-request.ts';
import { compositionKey } from './composition-key.ts';
import { chooseSheetCodeZones, type PageInk, requireEmptyZones } from './clear-zones.ts';
import { FirstPages } from './first-pages.ts';
import { houseFonts, type HouseFonts } from './fonts/house-fonts.ts';
import { InkFinder } from './ink-finder.ts';
import { bindLetter, requireA4 } from './letter-pages.ts';
import { inkWith } from './letterhead.ts';
import type { FirstPage } from './own-address-page.ts';
import { PagePool, type PoolOptions, type PrintHtml } from './page-pool.ts';
import { withScratch } from './scratch.ts';
import { countPages, layOut } from './sheets.ts';
import type { GreyPage } from './raster.ts';
import { SourcePdfs } from './source-pages.ts';
import { type ParsedTemplate, parseTemplate, renderTemplate } from './template.ts';
import type { DocumentTools } from './tools.ts';
import { Turns } from './turns.ts';
import { senderInk, windowBlockInk } from './window-block.ts';

export type ComposerOptions = { readonly tools: DocumentTools } & Omit<PoolOptions, 'chromium'>;

/** Programs that look at a chunk's uploads at once: each takes a core while it runs. */
const looksAtOnce = 4;

/**
 * Makes letters: template and data, or pages of a customer's PDF, into pages that are ready for the marks of a lot. Template letters
 * are drawn by the sealed pool; the window block is then laid over page 1, which the template must have left empty. A customer's
 * first page carries the address itself when its window shows the record and nothing else; otherwise a page of ours goes before it.
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
      const turns = new Turns(looksAtOnce);
      const ink = new InkFinder(folder, this.#tools, turns);
      const work = { folder, ink, sources: new SourcePdfs(), firsts: new FirstPages(this.#tools, turns) };
      const drawn = await this.#pool.forChunk(chunk.letters.length, (print) =>
        this.#drawAll(chunk.letters, print, work),
      );
      await ink.look();
      const results: ComposeResult[] = [];
      for (const [i, request] of chunk.letters.entries()) {
        const source = drawn[i] as PromiseSettledResult<Drawn>;
        const seen: Seen = {};
        results.push(
          await asResult(request, seen, async () => {
            if (source.status === 'rejected') throw source.reason;
            return this.#finish(request, source.value, ink, seen);
          }),
        );
      }
      return results;
    });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** Draws every template letter, takes the pages of every upload, and registers both where ink must be looked for. */
  #drawAll(letters: readonly ComposeRequest[], print: PrintHtml, work: Work): Promise<PromiseSettledResult<Drawn>[]> {
    const { folder, ink, sources, firsts } = work;
    return Promise.allSettled(
      letters.map(async ({ content, attachments, background, geometry }, i): Promise<Drawn> => {
        const pdfs = await Promise.all(attachments.map((attachment) => sources.take(attachment)));
        const below = {
          pdfs,
          attached: await Promise.all(pdfs.map((pdf) => ink.ofUpload(pdf, geometry))),
          letterhead: background && (await ink.ofUpload(background, geometry)),
        };
        if (content.kind === 'document') {
          const pdf = await sources.take(content);
          const source = await ink.ofUpload(pdf, geometry);
          const first = await firsts.look(ink.fileOf(source), pdf);
          const { letterhead } = below;
          if (background === undefined || letterhead === undefined) return { pdf, source, first, ...below };
          return { pdf, source, first, paper: await firsts.paper(ink.fileOf(letterhead)), ...below };
        }
        const html = renderTemplate(this.#parsed(content.template), content.data);
        const pdf = await print(html);
        const doc = await PDFDocument.load(pdf, { updateMetadata: false });
        requireA4(doc);
        const file = join(folder, `${i}.pdf`);
        await writeFile(file, pdf);
        return { pdf, doc, source: ink.ofPrint(file, doc.getPageCount(), geometry), ...below };
      }),
    );
  }

  async #finish(request: ComposeRequest, drawn: Drawn, ink: InkFinder, seen: Seen): Promise<ComposeResult> {
    const { letterId, content, geometry, sides, maxPages, recipientLines, senderLine, background } = request;
    const { doc, pdf, pdfs, source, attached, letterhead, first, paper } = drawn;
    if (doc) seen.drawn = { pdf, pages: doc.getPageCount() };
    const written = ink.seen(source);
    const below = letterhead === undefined ? undefined : ink.seen(letterhead);
    if (content.kind === 'template') {
      requireEmptyZones(written, geometry);
      if (below) requireEmptyZones(inkWith(written, below), geometry, 'letterhead');
    }
    const own = below ? inkWith(written, below) : written;
    const others = attached.flatMap((id) => ink.seen(id));
    const { addressPage, drawsSender, marks, warnings } = chooseAddressPage(request, {
      first,
      pages: [own.length, ...attached.map((id) => ink.seen(id).length)],
      below: paper,
    });
    const block =
      first === undefined || addressPage
        ? windowBlockInk(this.#fonts, recipientLines, senderLine, geometry)
        : drawsSender
          ? senderInk(this.#fonts, senderLine, geometry)
          : undefined;
    const letter = await bindLetter({
      own: doc ?? (await PDFDocument.load(pdf, { updateMetadata: false })),
      addressPage,
      marks,
      letterhead: background && (await PDFDocument.load(background, { updateMetadata: false })),
      attachments: pdfs,
      block,
      geometry,
      fonts: this.#fonts,
      maxPages,
    });
    seen.drawn = { pdf: letter.pdf, pages: countPages(letter.parts) };
    const sheets = layOut(letter.parts, sides);
    const pagesInk: (PageInk | undefined)[] = [...(addressPage ? [undefined] : []), ...own, ...others];
    const sheetCodeZones = chooseSheetCodeZones(sheets, pagesInk);
    if (pagesInk.length !== countPages(letter.parts))
      throw new MailError('compose_failed', 'Two programs count other pages in this letter. Export its PDF again.');
    return {
      letterId,
      ok: true,
      pdf: letter.pdf,
      parts: letter.parts,
      sheets: sheets.length,
      sheetCodeZones,
      warnings,
    };
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

/** What the letters of a chunk share while it is worked on. */
type Work = { folder: string; ink: InkFinder; sources: SourcePdfs; firsts: FirstPages };
/** `source`, `attached`, `letterhead`: numbers by which their ink is seen. `first`: of a document's pages; `paper`: of its letterhead's. */
type Drawn = {
  pdf: Uint8Array;
  doc?: PDFDocument;
  source: number;
  first?: FirstPage;
  paper?: GreyPage;
  pdfs: Uint8Array[];
  attached: number[];
  letterhead: number | undefined;
};

/** What of a letter can be looked at by the time that something stands in its way: pages are counted as that tells of them. */
type Seen = { drawn?: DrawnPages };

async function asResult(
  { letterId }: ComposeRequest,
  seen: Seen,
  work: () => Promise<ComposeResult>,
): Promise<ComposeResult> {
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
    return { letterId, ok: false, error, drawn: seen.drawn };
  }
}
