import type { ApplicationFailure } from '@temporalio/common';
import { CancelledFailure } from '@temporalio/common';
import pg from 'pg';
import { MailError } from '#domain/mail-error';
import { asFailure } from './failures.ts';

test('a mail error fails by its code, is not retried when it says never, and leaves its cause behind', () => {
  const cause = new Error('Madame Fontaine');
  const never = asFailure(
    new MailError('printer_refused', 'The printer refused.', 'never', cause),
  ) as ApplicationFailure;
  expect(never).toMatchObject({ type: 'printer_refused', message: 'The printer refused.', nonRetryable: true });
  expect(never.cause).toBeUndefined();
  expect(never.stack).toContain('failures.test.ts');
  expect(asFailure(new MailError('printer_busy', 'Busy.', 'later'))).toMatchObject({ nonRetryable: false });
});

test('a database error tells its state and rule, never the value it quotes', () => {
  const refused = Object.assign(new pg.DatabaseError('invalid input syntax: "Madame Fontaine"', 0, 'error'), {
    code: '23505',
    table: 'pieces',
    constraint: 'pieces_one_live_copy',
    detail: 'Key (x)=(Madame Fontaine)',
  });
  const failure = asFailure(refused) as ApplicationFailure;
  expect(failure.type).toBe('DatabaseError');
  expect(failure.message).toBe('The database refused with SQLSTATE 23505 (pieces, pieces_one_live_copy)');
  expect(`${failure.message} ${failure.stack}`).not.toContain('Fontaine');
});

test('what Temporal itself throws passes unchanged', () => {
  const cancelled = new CancelledFailure('the worker shuts down');
  expect(asFailure(cancelled)).toBe(cancelled);
});
