import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { CompleteAsyncError, Context } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import pg from 'pg';
import { MailError } from '#domain/mail-error';

/**
 * An error as Temporal keeps it. A MailError fails by its code and is not retried when it says 'never'; its cause stays
 * behind, for a history may hold no personal data. Of a database error only the state and the rule that was broken are told:
 * its text may quote a value.
 */
export function asFailure(error: unknown): unknown {
  if (error instanceof TemporalFailure || error instanceof CompleteAsyncError) return error;
  if (!(error instanceof Error) || error.name === 'AbortError') return error;
  const failure =
    error instanceof MailError
      ? ApplicationFailure.create({ message: error.message, type: error.code, nonRetryable: error.retry === 'never' })
      : ApplicationFailure.create({ message: wordsOf(error), type: error.constructor.name });
  const frames = error.stack?.slice(error.stack.indexOf('\n    at ') + 1);
  failure.stack = `${failure.name}: ${failure.message}\n${frames ?? ''}`;
  return failure;
}

function wordsOf(error: Error): string {
  if (!(error instanceof pg.DatabaseError)) return error.message;
  const rule = [error.table, error.constraint].filter((name) => name !== undefined).join(', ');
  return `The database refused with SQLSTATE ${error.code}${rule === '' ? '' : ` (${rule})`}`;
}

/** What may succeed another time failed by a machine, not by a letter: its cause goes to the log, or nobody could mend it. */
function tellCause(error: unknown): void {
  if (error instanceof MailError && error.retry === 'later' && error.cause instanceof Error)
    Context.current().log.warn(error.code, { cause: `${error.cause.name}: ${error.cause.message}` });
}

/** The edge of every worker: what an activity throws becomes a failure with a code. */
export const failureEdge: ActivityInterceptorsFactory = () => ({
  inbound: {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        tellCause(error);
        throw asFailure(error);
      }
    },
  },
});
