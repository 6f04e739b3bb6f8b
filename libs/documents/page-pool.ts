import { availableParallelism } from 'node:os';
import { type Browser, type BrowserContext, TimeoutError } from 'puppeteer-core';
import { MailError } from '#domain/mail-error';
import type { SealedPage } from './drawing.ts';
import { isStillBlank, launchSealed, openContext, openSealedPage, printSealed } from './sealed-browser.ts';
import { Turns } from './turns.ts';

export type PoolOptions = {
  readonly chromium: string;
  /** Pages drawing at once; default: as many as cores, more bring nothing. */
  readonly pages?: number;
  /** A letter that takes longer is given up. */
  readonly letterTimeoutMs?: number;
  /** The browser is replaced after so many letters: it grows. */
  readonly lettersPerBrowser?: number;
};

/** HTML of one letter → its PDF. Errors: `compose_timeout`, `compose_failed`, `template_reaches_out` (never); `browser_unavailable` (later). */
export type PrintHtml = (html: string) => Promise<Uint8Array>;

/**
 * Pages that are filled again and again, which is several times faster than a new page per letter. All chunks share the turns
 * (so many letters are drawn at once), no chunk shares a page or a browser context with another.
 */
export class PagePool {
  readonly size: number;
  readonly #chromium: string;
  readonly #timeoutMs: number;
  readonly #lettersPerBrowser: number;
  readonly #turns: Turns;
  #current: Promise<SharedBrowser> | undefined;
  #closed = false;

  constructor({ chromium, pages, letterTimeoutMs = 20_000, lettersPerBrowser = 5_000 }: PoolOptions) {
    this.size = pages ?? availableParallelism();
    this.#chromium = chromium;
    this.#timeoutMs = letterTimeoutMs;
    this.#lettersPerBrowser = lettersPerBrowser;
    this.#turns = new Turns(this.size);
  }

  /**
   * Gives `work` a way to print that is this chunk's alone; its pages and context are closed afterwards. A page costs as much to
   * open as several letters cost to draw: few letters (`letters`: at most so many) get fewer.
   */
  async forChunk<T>(letters: number, work: (print: PrintHtml) => Promise<T>): Promise<T> {
    const chunk = new ChunkPages(() => this.#browser(), this.#timeoutMs);
    const ofChunk = new Turns(Math.min(this.size, Math.max(1, Math.ceil(letters / lettersWorthAPage))));
    try {
      return await work((html) => ofChunk.take(() => this.#turns.take(() => chunk.print(html))));
    } finally {
      await chunk.close();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#current?.catch(() => undefined))?.browser.close();
  }

  /** Each call waits for the one before, so that two chunks never start two browsers. */
  #browser(): Promise<SharedBrowser> {
    this.#current = this.#usable(this.#current);
    return this.#current;
  }

  async #usable(before: Promise<SharedBrowser> | undefined): Promise<SharedBrowser> {
    const known = await before?.catch(() => undefined);
    if (this.#closed) throw new MailError('browser_unavailable', 'This worker is stopping. Try again.', 'later');
    if (known && known.browser.connected && !known.retired && known.letters < this.#lettersPerBrowser) return known;
    if (known) known.retired = true;
    await known?.closeWhenUnused();
    return new SharedBrowser(await launchSealed(this.#chromium));
  }
}

/** A browser, the letters it has drawn, and the chunks that still use it. */
class SharedBrowser {
  letters = 0;
  users = 0;
  retired = false;
  constructor(readonly browser: Browser) {}

  async closeWhenUnused(): Promise<void> {
    if (this.retired && this.users === 0) await this.browser.close().catch(() => undefined);
  }
}

const lettersWorthAPage = 8;

type Home = Promise<{ shared: SharedBrowser; context: BrowserContext }>;

/** The pages of one chunk, all in one context of one browser; opened when first needed. */
class ChunkPages {
  readonly #getBrowser: () => Promise<SharedBrowser>;
  readonly #timeoutMs: number;
  readonly #idle: SealedPage[] = [];
  #home: Home | undefined;

  constructor(getBrowser: () => Promise<SharedBrowser>, timeoutMs: number) {
    this.#getBrowser = getBrowser;
    this.#timeoutMs = timeoutMs;
  }

  /** Draws a letter; one that was cut off by a dying browser is tried again on a fresh one: it may be a neighbour's fault. */
  async print(html: string, attempts = 3): Promise<Uint8Array> {
    const home = (this.#home ??= this.#open());
    let page: SealedPage | undefined;
    try {
      const { shared, context } = await home;
      page = this.#idle.pop() ?? (await openSealedPage(context));
      const pdf = await within(printSealed(page, html, this.#timeoutMs), this.#timeoutMs);
      shared.letters++;
      if (isStillBlank(page)) this.#idle.push(page);
      else await discard(page);
      return pdf;
    } catch (cause) {
      if (cause instanceof MailError) {
        // The letter's own fault. What it set going must not be laid to the next one.
        if (page) await within(page.page.close(), 2_000).catch(() => undefined);
        else if (this.#home === home) this.#home = undefined;
        throw cause;
      }
      if (cause instanceof TimeoutError) {
        if (page) await discard(page);
        throw new MailError(
          'compose_timeout',
          `The letter was not laid out within ${this.#timeoutMs / 1000} s. Make the template simpler or the data shorter.`,
          'never',
          cause,
        );
      }
      // A crashed page takes only itself along; its neighbours go on.
      if (page && (await home).shared.browser.connected) await discard(page);
      else await this.#leave(home);
      if (attempts > 1) return this.print(html, attempts - 1);
      throw new MailError(
        'compose_failed',
        'The browser gave up on this letter three times. Make the template simpler or its images smaller.',
        'never',
        cause,
      );
    }
  }

  async close(): Promise<void> {
    if (this.#home) await this.#leave(this.#home);
  }

  async #open(): Promise<{ shared: SharedBrowser; context: BrowserContext }> {
    const shared = await this.#getBrowser();
    shared.users++;
    try {
      return { shared, context: await openContext(shared.browser) };
    } catch (cause) {
      shared.users--;
      throw cause;
    }
  }

  /** Gives up a context, once: its browser died, or the chunk is done. */
  async #leave(home: Home): Promise<void> {
    if (this.#home !== home) return;
    this.#home = undefined;
    this.#idle.length = 0;
    const opened = await home.catch(() => undefined);
    if (!opened) return;
    await within(opened.context.close(), 5_000).catch(() => (opened.shared.retired = true));
    opened.shared.users--;
    await opened.shared.closeWhenUnused();
  }
}

/** A page that hangs does not answer a polite close: its renderer is ended from outside. */
async function discard({ page, session }: SealedPage): Promise<void> {
  // Never answered: the renderer that should is gone.
  void session.send('Page.crash').catch(() => undefined);
  await within(page.close(), 2_000).catch(() => undefined);
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`not within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
