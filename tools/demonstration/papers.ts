import { cp, mkdir, rm, writeFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Demonstration } from './demonstration.ts';
import type { SentLetter } from './send-samples.ts';
import { sampleOrders } from './sample-orders.ts';

/**
 * Leaves what a run made in a folder, to be looked at: of each lot its print file, ticket and tray labels, of each deposit its slip, and of
 * one letter an order its composed pages and the customer's extract. What was in the folder before is removed.
 * @returns the files' names
 */
export async function leavePapers({ folder, customers }: Demonstration, sent: readonly SentLetter[], to: string): Promise<string[]> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  await cp(join(folder, 'work'), to, { recursive: true });
  for (const order of sampleOrders) {
    const letter = sent.find((one) => one.order === order.name);
    if (letter === undefined) continue;
    const api = customers[letter.customer];
    await writeFile(join(to, `letter-${order.name}.pdf`), await api.bytes(`/v1/letters/${letter.id}/composed.pdf`));
  }
  return (await readdir(to, { recursive: true })).sort();
}
