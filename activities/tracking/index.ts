import { numbersPerQuestion, type Tracked, type Tracking } from '#carriers/tracking';
import type { Row } from '#database/ledger';
import type { Records } from '../records.ts';
import { dueLetters, type DueLetter } from './due-letters.ts';
import { endUntracked, recordTracked, type TrackedLetter } from './record-tracked.ts';

export interface TrackingDeps {
  records: Records;
  /** The carrier's tracking service by its device row; undefined when the carrier offers none. */
  trackingFor(carrier: { address: string; settings: Row }): Tracking | undefined;
}

/** All that the tracking schedule does outside itself. */
export const trackingActivities = ({ records, trackingFor }: TrackingDeps) => ({
  /** Takes the letters whose next poll is due: asks the carrier about registered ones, ends untracked ones whose window is over. */
  async pollDueLetters(siteId: string): Promise<{ letters: number; more: boolean }> {
    const { letters, more } = await records.read(siteId, (sql) => dueLetters(sql, siteId, records.clock()));
    await endUntracked(
      records,
      siteId,
      letters.filter((l) => l.registered_number === null),
    );
    for (const [carrierId, its] of byCarrier(letters)) {
      const carrier = its[0]!.carrier;
      const tracking = trackingFor(carrier);
      const numbers = its.map((letter) => letter.registered_number);
      const answers = tracking === undefined ? [] : await askInTens(tracking, numbers);
      await recordTracked(records, siteId, carrierId, its, answers, 'asked');
    }
    return { letters: letters.length, more };
  },
});
export type TrackingActivities = ReturnType<typeof trackingActivities>;

type RegisteredLetter = DueLetter & TrackedLetter;

function byCarrier(letters: readonly DueLetter[]): Map<string, RegisteredLetter[]> {
  const groups = new Map<string, RegisteredLetter[]>();
  for (const { registered_number, ...letter } of letters)
    if (registered_number !== null)
      groups.set(letter.carrier.id, [...(groups.get(letter.carrier.id) ?? []), { ...letter, registered_number }]);
  return groups;
}

async function askInTens(tracking: Tracking, numbers: string[]): Promise<Tracked[]> {
  const answers: Tracked[] = [];
  for (let i = 0; i < numbers.length; i += numbersPerQuestion)
    answers.push(...(await tracking.track(numbers.slice(i, i + numbersPerQuestion))));
  return answers;
}
