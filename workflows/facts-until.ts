import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import { NUDGE } from '#contracts/processes';

/** Without content: whoever gets it reads the facts again. */
export const nudge = defineSignal(NUDGE);

/** How long a quiet wait sleeps before it reads again unasked: a lost nudge costs this time and nothing else. */
const FIRST_LOOK_MS = 10_000;
const LONGEST_LOOK_MS = 5 * 60_000;

/** Listens for nudges from now on. Made once, first thing in a workflow, so that none that comes early is lost. */
export function listenForNudges(): FactsUntil {
  let nudged = false;
  setHandler(nudge, () => {
    nudged = true;
  });

  return async (areThere, deadline, looks = {}) => {
    let pause = looks.firstMs ?? FIRST_LOOK_MS;
    const longest = looks.longestMs ?? LONGEST_LOOK_MS;
    for (;;) {
      nudged = false;
      const late = Date.now() >= deadline.getTime();
      if (await areThere()) return true;
      if (late) return false;
      const left = deadline.getTime() - Date.now();
      if (left > 0) {
        const wait = Math.min(left, pause);
        await (looks.summary === undefined
          ? condition(() => nudged, wait)
          : condition(() => nudged, wait, { summary: looks.summary }));
      }
      pause = Math.min(pause * 2, longest);
    }
  };
}

/**
 * Waits until `areThere` says that the facts are in the database, or until `deadline` (an absolute instant of the
 * workflow's clock). A nudge only makes it read sooner. At the deadline it reads once more: what was recorded in time counts.
 * @param looks how long it sleeps before it reads unasked, at first and at most; `summary` names its timers in the history
 * @returns false when the deadline passed without the facts
 */
export type FactsUntil = (
  areThere: () => Promise<boolean>,
  deadline: Date,
  looks?: { firstMs?: number; longestMs?: number; summary?: string },
) => Promise<boolean>;
