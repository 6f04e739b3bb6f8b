import { setTimeout as delay } from 'node:timers/promises';
import type { Rate } from './settings.ts';

/** Waits `ms`, or less when the simulator stops; gives false once it stops. */
export async function rest(ms: number, stop: AbortSignal): Promise<boolean> {
  if (stop.aborted) return false;
  try {
    await delay(ms, undefined, { signal: stop });
    return true;
  } catch {
    return false;
  }
}

/**
 * How many things a machine makes before it looks up again, and how long they take it. `perMinute` 'infinite' makes fifty at no
 * time; slower machines wake at most ten times a second.
 */
export function stride(perMinute: Rate): { count: number; ms: number } {
  if (perMinute === 'infinite') return { count: 50, ms: 0 };
  const count = Math.max(1, Math.floor(perMinute / 600));
  return { count, ms: (count * 60_000) / perMinute };
}

/** A bell that a machine sleeps by: rung when there is work, so that nobody polls memory. */
export class Bell {
  #wake: () => void = () => undefined;
  #rung = false;

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  /** Resolves when the bell was or is rung, or when the simulator stops. */
  async wait(stop: AbortSignal): Promise<void> {
    if (!this.#rung && !stop.aborted)
      await new Promise<void>((woken) => {
        // Taken off again when the bell rings: a printer waits as often as it has jobs, and would gather listeners for ever.
        const wake = (): void => {
          stop.removeEventListener('abort', wake);
          woken();
        };
        this.#wake = wake;
        stop.addEventListener('abort', wake, { once: true });
      });
    this.#rung = false;
  }
}
