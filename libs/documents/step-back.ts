import { writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** The kernel takes one such wish each 100 ms from who is not root. */
const TRIES = 10;

/**
 * Lets the whole session of a process step back when the processor is short, as far as this process does (`nice`, 0 to 19). Linux shares the
 * processor among sessions before it looks at niceness (sched(7), autogroup): a browser in a session of its own would else compose letters at
 * the cost of those whom the API answers. Where the kernel does not group by session, niceness alone counts and nothing is done.
 */
export async function stepBackAsWeDo(pid: number, niceness = getPriority()): Promise<void> {
  if (niceness <= 0) return;
  for (let tries = 0; tries < TRIES; tries++)
    try {
      writeFileSync(`/proc/${pid}/autogroup`, String(niceness));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      await delay(150);
    }
}
