import { setTimeout as delay } from 'node:timers/promises';
import type { Rounds } from './shift.ts';

export interface Repeated {
  /** What it is called when it fails: "The relay". */
  name: string;
  round: () => Promise<void>;
  everyMs: number;
  /** Hears when rounds begin to fail, and when they work again; not of every failure in between. */
  report: (text: string, error?: unknown) => void;
}

/** Does a round again and again until it is stopped. A failure ends nothing: the next round comes a second later. */
export function repeat({ name, round, everyMs, report }: Repeated): Rounds {
  const stopped = new AbortController();
  const running = go();

  async function go(): Promise<void> {
    let failing = false;
    while (!stopped.signal.aborted) {
      try {
        await round();
        if (failing) report(`${name} works again.`);
        failing = false;
      } catch (error) {
        if (!failing) report(`${name} cannot go on; it tries again every second or so.`, error);
        failing = true;
      }
      await delay(failing ? Math.max(1000, everyMs) : everyMs, undefined, { signal: stopped.signal }).catch(
        () => undefined,
      );
    }
  }

  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
