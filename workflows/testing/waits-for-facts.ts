import { onRecords } from '../activity-classes.ts';
import { listenForNudges } from '../facts-until.ts';

const { factsAreThere } = onRecords<{ factsAreThere(subject: string): Promise<boolean> }>();

/** Nothing but a wait of 15 days for facts, from its start on, that looks again by itself after `firstMs`. */
export async function waitsForFacts(subject: string, firstMs: number): Promise<boolean> {
  const factsUntil = listenForNudges();
  return factsUntil(() => factsAreThere(subject), new Date(Date.now() + 15 * 86_400_000), {
    firstMs,
    longestMs: 10 * 86_400_000,
  });
}
