import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DepositView } from '#contracts/api/deposits';
import type { LotView } from '#contracts/api/lots';
import { Refused } from './api-client.ts';
import type { Demonstration } from './demonstration.ts';
import { sampleOrders } from './sample-orders.ts';
import type { SentLetter } from './send-samples.ts';

/**
 * Leaves what a run made in a folder, to be looked at: its story, of each lot its print file, ticket and tray labels, of each deposit its slip, and
 * of one letter an order its composed pages and the customer's extract. What was in the folder before is removed.
 * @returns the names of the files
 */
export async function leavePapers(
  demonstration: Demonstration,
  sent: readonly SentLetter[],
  story: readonly string[],
  to: string,
): Promise<string[]> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  await writeFile(join(to, 'story.txt'), `${story.join('\n')}\n`);
  await leaveLots(demonstration, to);
  await leaveSlips(demonstration, to);
  await leaveLetters(demonstration, sent, to);
  return (await readdir(to)).sort(byNumber);
}

/** Lots' papers lie in the work folder of the worker, where the print room takes them; no route gives them. */
async function leaveLots({ folder, operator }: Demonstration, to: string): Promise<void> {
  for (const lot of await operator.all<LotView>('/v1/site/lots')) {
    const papers = join(folder, 'work', lot.id);
    const names = await readdir(papers).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.pdf')))
      await cp(join(papers, name), join(to, `lot-${lot.number}-${name}`));
  }
}

async function leaveSlips({ operator }: Demonstration, to: string): Promise<void> {
  for (const deposit of await operator.all<DepositView>('/v1/site/deposits')) {
    if (deposit.hasSlip)
      await writeFile(
        join(to, `deposit-${deposit.number}-slip.pdf`),
        await operator.pdf(`/v1/site/deposits/${deposit.id}/slip.pdf`),
      );
  }
}

async function leaveLetters({ customers }: Demonstration, sent: readonly SentLetter[], to: string): Promise<void> {
  for (const order of sampleOrders) {
    const letter = sent.find((one) => one.order === order.name);
    if (letter === undefined) continue;
    const api = customers[letter.customer];
    await writeIfThere(join(to, `letter-${order.name}.pdf`), () => api.pdf(`/v1/letters/${letter.id}/composed.pdf`));
    await writeIfThere(join(to, `letter-${order.name}-extract.pdf`), () => api.pdf(`/v1/letters/${letter.id}/deposit`));
  }
}

/** A run that broke off leaves what it came to make. */
async function writeIfThere(file: string, fetch: () => Promise<Buffer>): Promise<void> {
  try {
    await writeFile(file, await fetch());
  } catch (error) {
    if (!(error instanceof Refused) || error.status >= 500) throw error;
  }
}

/** `lot-2` before `lot-10`. */
const byNumber = new Intl.Collator('en', { numeric: true }).compare;
