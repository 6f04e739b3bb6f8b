import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

/** The code with which an activity failed for good; undefined when it timed out or failed otherwise: its outcome is unknown. */
export function failureCode(failure: unknown): string | undefined {
  const cause = failure instanceof ActivityFailure ? failure.cause : undefined;
  return cause instanceof ApplicationFailure && cause.nonRetryable === true ? (cause.type ?? undefined) : undefined;
}
