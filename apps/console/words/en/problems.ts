import type french from '../fr/problems.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  key_missing: { title: 'You are not signed in', mend: 'Sign in, then try again.' },
  key_unknown: { title: 'Your access has ended', mend: 'Sign in again.' },
  role_not_allowed: { title: 'This desk does not open this page', mend: 'Change desk at the top of the page.' },
  scope_missing: { title: 'You lack this right', mend: 'Ask the administrator of your account for it.' },
  not_found: { title: 'Not found', mend: 'It does not exist, was erased, or belongs to another desk.' },
  too_many_requests: { title: 'Too many requests at once', mend: 'Wait a few seconds, then try again.' },
  busy: { title: 'The server is busy', mend: 'Try again in a moment.' },
  database_away: { title: 'The database does not answer', mend: 'Try again in a moment.' },
  internal_error: {
    title: 'Something went wrong on our side',
    mend: 'Nothing is lost. Give the request number to support.',
  },
  request_invalid: { title: 'This cannot be taken as it is', mend: 'Correct what is named below.' },
  idempotency_key_reused: { title: 'This was done already, in another way', mend: 'Close, then begin again.' },
  content_erased: { title: 'Content erased', mend: 'It was erased after hand-over, as promised; the proof stays.' },
  letter_not_composed: { title: 'Not composed yet', mend: 'Its pages can be seen in a moment.' },
  cancellation_too_late: { title: 'Too late to cancel', mend: 'The letter is in the hands of the carrier.' },
};
export default words;
