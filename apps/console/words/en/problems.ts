import type french from '../fr/problems.ts';
import type { WordsOf } from '../words-of.ts';

const words: WordsOf<typeof french> = {
  key_missing: { title: 'You are not signed in', mend: 'Sign in, then try again.' },
  key_unknown: { title: 'Your access has ended', mend: 'Sign in again.' },
  role_not_allowed: { title: 'This desk does not open this page', mend: 'Change desk at the top of the page.' },
  scope_missing: { title: 'You lack this right', mend: 'Ask the administrator of your account for it.' },
  sign_in_refused: { title: 'E-mail and password do not fit', mend: 'Try again, or recover your access by e-mail.' },
  too_many_tries: { title: 'Too many tries', mend: 'Wait a minute, then try again.' },
  session_ended: { title: 'Your session is over', mend: 'Sign in again.' },
  second_factor_refused: {
    title: 'This code does not fit',
    mend: 'It is wrong, too old or was used before. Wait for the next one and check the clock of the device.',
  },
  second_factor_last: {
    title: 'This is your last second factor',
    mend: 'A desk of yours asks for one: add another one first.',
  },
  passkey_refused: { title: 'Passkey not recognised', mend: 'Try again, or sign in with your password.' },
  link_over: {
    title: 'This link is over',
    mend: 'It was used already, is too old, or another one was sent. Ask for a new one.',
  },
  confirmation_sent: {
    title: 'A link was sent to this address just now',
    mend: 'Look for the mail, in the spam folder too; another one can be sent ten minutes later.',
  },
  confirmations_full: {
    title: 'Too many addresses were asked today',
    mend: 'Set the others tomorrow, or give the address of a list of your mail server.',
  },
  password_missing: { title: 'A password is missing', mend: 'Choose a sentence of at least 15 characters.' },
  password_refused: {
    title: 'This password is too easy to guess',
    mend: 'Take a sentence of at least 15 characters, without your name or that of your organisation.',
  },
  password_wrong: { title: 'The present password is another one', mend: 'Try again.' },
  right_not_held: { title: 'You cannot give this right', mend: 'Nobody gives a right that they do not hold.' },
  person_known: { title: 'This person is here already', mend: 'Find them in the list, or send the invitation again.' },
  last_administrator: {
    title: 'This is the last person who may invite others',
    mend: 'Give somebody else that right first.',
  },
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
  template_invalid: { title: 'The template cannot be read', mend: 'Mend it at the line that is named.' },
  template_schema_invalid: { title: 'The schema of the data cannot be used', mend: 'Mend the JSON Schema.' },
  template_sample_invalid: { title: 'The sample does not follow the schema', mend: 'Mend the sample or the schema.' },
  letters_invalid: { title: 'The letter is to be mended', mend: 'See what is named below.' },
  order_not_makeable: { title: 'This cannot be sent yet', mend: 'Settle what is named below.' },
  order_not_draft: { title: 'This is no longer a draft', mend: 'It was submitted or deleted.' },
  previews_too_many: { title: 'Too many previews at once', mend: 'Wait until one is ready, then try again.' },
  document_infected: { title: 'A virus was found in this file', mend: 'Do not send this file.' },
  document_unreadable: { title: 'This PDF cannot be read', mend: 'Export it again, best as PDF/A.' },
  document_encrypted: { title: 'This PDF is protected', mend: 'Save it without password or restriction.' },
  import_columns_unknown: { title: 'Some columns are still to be named', mend: 'Say what each column holds.' },
  import_file_differs: { title: 'This is not the same file', mend: 'Choose the one of which the reading began.' },
};
export default words;
