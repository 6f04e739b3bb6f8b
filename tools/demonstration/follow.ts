import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import type { eventPage } from '#contracts/api/events';
import type { PliApi } from './api-client.ts';
import type { LetterProgress } from './letter-progress.ts';

/**
 * Follows letters by the event feeds of their accounts until all have ended: each feed from its beginning, each event once, as a
 * customer's system does.
 * @param look what is done after each reading of the feeds, twice a second
 * @returns false when some had not ended after `patienceMs`
 */
export async function followToTheEnd(
  progress: LetterProgress,
  accounts: readonly PliApi[],
  look: () => void | Promise<void>,
  patienceMs: number,
): Promise<boolean> {
  const seen = new Map<PliApi, number>();
  for (const deadline = Date.now() + patienceMs; ; await delay(500)) {
    for (const api of accounts) seen.set(api, await takeNew(api, seen.get(api) ?? 0, progress));
    await look();
    if (progress.allEnded) return true;
    if (Date.now() > deadline) return false;
  }
}

/** Gives the progress what came after an event number, and answers the last number there is. */
async function takeNew(api: PliApi, after: number, progress: LetterProgress): Promise<number> {
  const { events, next } = await api.get<z.output<typeof eventPage>>(`/v1/events?limit=1000&after=${after}`);
  for (const event of events) progress.take(event);
  return events.length === 0 ? after : takeNew(api, next, progress);
}
