import type { Demonstration } from '../demonstration/demonstration.ts';
import { followToTheEnd } from '../demonstration/follow.ts';
import { LetterProgress } from '../demonstration/letter-progress.ts';
import { progressWords } from '../demonstration/letter-progress.ts';
import type { Report } from '../setup/progress.mjs';
import type { FloorPerson } from '../floor-person/floor-person.ts';

/** Between two walks of the person through the print room. */
const WALK_MS = 3000;

/** Waits until all letters have ended, with somebody on the floor who comes when called. */
export async function toTheEnd(
  { customers }: Demonstration,
  letterIds: readonly string[],
  person: FloorPerson,
  report: Report,
  patienceMs: number,
): Promise<{ ends: string; open: string[] }> {
  let walked = 0;
  const progress = new LetterProgress(letterIds);
  const look = async () => {
    report(progress.fraction, progressWords(progress));
    if (Date.now() - walked < WALK_MS) return;
    walked = Date.now();
    await person.walk();
  };
  await followToTheEnd(progress, Object.values(customers), look, patienceMs);
  return { ends: progress.ends, open: progress.open };
}
