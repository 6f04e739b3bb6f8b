import type { JournalEntry } from '#contracts/simulator-journal';
import { happened } from './faults.ts';
import { lotShown } from './post-counting.ts';
import type { PostParts } from './post.ts';
import type { TrackedItem } from './received.ts';
import type { Knobs } from './settings.ts';

/** The way of a registered item: taken in charge, in transit, delivered; each once, when its time after the count has come. */
export async function moveItems(parts: PostParts): Promise<void> {
  const { journal, received, knobs } = parts;
  await decideFates(parts);
  const now = Date.now();
  const due: JournalEntry[] = [];
  for (const item of received.numbers.values()) {
    const { number, deposit, events } = item;
    if (events.length >= lengthOf(item)) continue;
    const counted = received.deposits.get(deposit)?.acceptedAt;
    if (counted === undefined) continue;
    const since = Math.max(Date.parse(counted), Date.parse(item.acceptedAt));
    for (const { code, label, after } of wayOf(item, knobs).slice(events.length))
      if (now >= since + after) due.push({ type: 'tracking', number, deposit, code, label });
  }
  if (due.length > 0) await journal.append(...due);
}

function wayOf({ fate }: TrackedItem, { transitAfterMs, deliveredAfterMs }: Knobs) {
  const back = deliveredAfterMs + (fate?.ms ?? 0);
  return [
    { code: 'PC1', label: 'Votre courrier est pris en charge.', after: 0 },
    { code: 'ET1', label: 'Votre courrier est en cours d’acheminement.', after: transitAfterMs },
    { code: 'DI1', label: 'Votre courrier a été distribué.', after: deliveredAfterMs },
    { code: 'DI2', label: 'Votre courrier a été retourné à son expéditeur.', after: back },
  ].slice(0, lengthOf({ fate }));
}

function lengthOf({ fate }: Pick<TrackedItem, 'fate'>): number {
  if (fate?.fault === 'lost_on_the_way') return 2;
  return fate?.fault === 'returned_late' ? 4 : 3;
}

/** From the delivery to the return of an item that comes back late, when nobody said (ms). */
const usualReturnMs = 1000;

/** What is to befall an item is journalled before it moves on: one that was delivered cannot be lost any more. */
async function decideFates({ journal, faults, received }: PostParts): Promise<void> {
  for (const fault of ['lost_on_the_way', 'returned_late'] as const) {
    if (!faults.armed.some((armed) => armed.fault === fault)) continue;
    for (const { number, deposit, windowCode, accepted, fate, events } of received.numbers.values()) {
      const name = { site: received.deposits.get(deposit)?.site ?? '', lot: lotShown(windowCode) };
      const armed = faults.awaiting(fault, name);
      const tooLate = fault === 'lost_on_the_way' && events.some(({ code }) => code === 'DI1');
      if (!armed || fate || tooLate || (armed.lot === 'next' && accepted < armed.set)) continue;
      await journal.append(happened(armed, name, { number, ms: armed.ms ?? usualReturnMs }));
    }
  }
}
