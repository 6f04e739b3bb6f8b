import { ActivityFailure, ApplicationFailure, condition } from '@temporalio/workflow';

/** After a failure that no retry mends, how long it waits for a person before it tries again. */
const MENDING_MS = 60_000;

/** What keeps a process from going on as it should. */
export interface Trouble {
  late: boolean;
  /** The code of a failure that only a person can mend. */
  code: string | undefined;
}

/** Takes a step until it succeeds: what fails for good waits for a person and is tried again. `tell` is called when `trouble` has a new code. */
export async function untilMended<T>(step: () => Promise<T>, trouble: Trouble, tell: () => void): Promise<T> {
  for (;;) {
    try {
      const result = await step();
      trouble.code = undefined;
      return result;
    } catch (error) {
      if (!(error instanceof ActivityFailure) || !(error.cause instanceof ApplicationFailure)) throw error;
      trouble.code = error.cause.type ?? 'unknown';
      tell();
      await condition(() => false, MENDING_MS);
    }
  }
}
