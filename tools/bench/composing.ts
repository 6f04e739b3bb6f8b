import { availableParallelism } from 'node:os';
import { PagePool } from '#documents/page-pool';
import { launchSealed, openContext, openSealedPage, printSealed } from '#documents/sealed-browser';
import { parseTemplate, renderTemplate } from '#documents/template';
import { tool } from '../toolbox.ts';
import { ratioOf, type Bench } from './measure.ts';
import { sampleInvoice } from './sample-letter.ts';

/** As many as a portion of an order has. */
const LETTERS = 100;
const ROUNDS = 5;
const TIMEOUT_MS = 60_000;

/**
 * Two-page template letters by the pool against a new page per letter, both under the same seals, with as many pages at once as
 * cores. The new page is what one would write first: a context and a page of its own, filled and printed. A second figure, for
 * the curious, gives that page the pool's way of drawing too, so that only the reuse of pages is left between them.
 */
export const composing: Bench = async (say) => {
  const { html, numbered } = await sampleInvoice();
  const template = parseTemplate(html);
  const letters = Array.from({ length: LETTERS }, (_, i) => renderTemplate(template, numbered(i)));
  const chromium = tool('CHROMIUM');
  const pool = new PagePool({ chromium });
  const browser = await launchSealed(chromium);
  try {
    const pooled = () => pool.forChunk(LETTERS, (print) => Promise.all(letters.map((letter) => print(letter))));
    const anew = (hidesScreen: boolean) => () =>
      eachInParallel(letters, async (letter) => {
        const context = await openContext(browser);
        const page = await openSealedPage(context);
        page.hidesScreen = hidesScreen;
        await printSealed(page, letter, TIMEOUT_MS);
        await context.close();
      });
    await pooled();
    say(`composing: ${ROUNDS} rounds of ${LETTERS} two-page letters, pool and new page in turn`);
    const ratio = await ratioOf(ROUNDS, pooled, anew(false));
    const reuse = await ratioOf(2, pooled, anew(true));
    return [
      {
        name: 'composing: pool against a new page per letter',
        unit: '×',
        budget: '≥ 5',
        holds: ratio.value >= 5,
        ...ratio,
      },
      { name: 'composing: pool against a new page per letter that hides its screen too', unit: '×', ...reuse },
    ];
  } finally {
    await pool.close();
    await browser.close();
  }
};

async function eachInParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const hand = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, hand));
}
