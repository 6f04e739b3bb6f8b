import { availableParallelism } from 'node:os';
import { PagePool } from '#documents/page-pool';
import { launchSealed, openContext, openSealedPage, printSealed } from '#documents/sealed-browser';
import { parseTemplate, renderTemplate } from '#documents/template';
import { tool } from '../toolbox.ts';
import { ratioOf, type Bench } from './measure.ts';
import { sampleInvoice } from './sample-letter.ts';

const LETTERS = 60;
const ROUNDS = 5;
const TIMEOUT_MS = 60_000;

/** Two-page template letters by the pool against a new page per letter, both with as many pages at once as cores. */
export const composing: Bench = async (say) => {
  const { html, numbered } = await sampleInvoice();
  const template = parseTemplate(html);
  const letters = Array.from({ length: LETTERS }, (_, i) => renderTemplate(template, numbered(i)));
  const chromium = tool('CHROMIUM');
  const pool = new PagePool({ chromium });
  const browser = await launchSealed(chromium);
  try {
    const pooled = () => pool.forChunk((print) => Promise.all(letters.map((letter) => print(letter))));
    const anew = () =>
      eachInParallel(letters, async (letter) => {
        const context = await openContext(browser);
        const page = await openSealedPage(context);
        await printSealed(page, letter, TIMEOUT_MS);
        await context.close();
      });
    await pooled();
    say(`composing: ${ROUNDS} rounds of ${LETTERS} two-page letters, pool and new page in turn`);
    const ratio = await ratioOf(ROUNDS, pooled, anew);
    return [
      {
        name: 'composing: pool against a new page per letter',
        unit: '×',
        budget: '≥ 5',
        holds: ratio.value >= 5,
        ...ratio,
      },
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
