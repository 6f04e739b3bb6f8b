import { useSyncExternalStore } from 'react';

const EVERY_MS = 10_000;
const listeners = new Set<() => void>();
let now = new Date();
let clock: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  clock ??= setInterval(() => {
    now = new Date();
    for (const each of listeners) each();
  }, EVERY_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}
const never = () => () => undefined;
const read = () => now;

/** The time of this machine to ten seconds, for what is told relative to it. All who ask share one clock. */
export function useNow(ticking: boolean): Date {
  return useSyncExternalStore(ticking ? subscribe : never, read);
}
