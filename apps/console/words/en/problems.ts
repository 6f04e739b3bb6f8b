import type french from '../fr/problems.ts';
import type { WordsOf } from '../words-of.ts';

/** Titles that say it shorter than the server's own; what is not here is told in its words, which are English. */
const words: Partial<WordsOf<typeof french>> = {
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
  single_sign_on_missing: {
    title: 'No organisation signs in here with this address',
    mend: 'Sign in with your password, or ask your administrator which address to use.',
  },
  single_sign_on_required: {
    title: 'Your organisation has a sign-in of its own',
    mend: 'Choose “Sign in with my organisation”.',
  },
  single_sign_on_refused: {
    title: 'The sign-in at your organisation was not completed',
    mend: 'It was broken off, took too long or was used already. Begin again.',
  },
  single_sign_on_unknown: {
    title: 'You are not invited here',
    mend: 'Your organisation knows you, but nobody has invited you. Ask your administrator for an invitation.',
  },
  mail_not_verified: {
    title: 'Your address is not verified',
    mend: 'Your organisation does not vouch for your e-mail address. Ask who keeps its accounts to verify it.',
  },
  subject_differs: {
    title: 'This address belonged to somebody else',
    mend: 'Ask your administrator to remove the former person and to invite you.',
  },
  single_sign_on_untried: {
    title: 'Nobody has come in by it yet',
    mend: 'Save without demanding it, sign in with your organisation, and demand it then.',
  },
  proofs_elsewhere: {
    title: 'Your organisation signs you in',
    mend: 'Settle this there, or sign in with a proof of your own first.',
  },
  identity_provider_unreachable: {
    title: 'The identity provider does not answer',
    mend: 'Check the address of the issuer, or try again later.',
  },
  issuer_unreadable: {
    title: 'The identity provider could not be read',
    mend: 'Take its issuer to the letter: its discovery document is not there, or names another one.',
  },
  issuer_refused: {
    title: 'This address cannot be used',
    mend: 'A public https:// address is needed, or a network that the provider has allowed.',
  },
  client_secret_missing: {
    title: 'The client secret is missing',
    mend: 'Give the one that the identity provider made for Pli.',
  },
  mail_domain_refused: {
    title: 'This domain cannot be used',
    mend: 'Name a domain of your organisation alone, where somebody of the account has an address already, and that no other account uses.',
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
  state_conflict: { title: 'Its state has changed meanwhile', mend: 'Read it again and decide anew.' },
  tray_not_complete: {
    title: 'The tray is not complete',
    mend: 'Pieces are still to come or to be resolved: see to them, then seal it.',
  },
  tray_holds_unmarked: { title: 'A piece of the tray has no mark', mend: 'Take it out or have it franked, then seal.' },
  tray_not_open: { title: 'The tray is not open', mend: 'Take an open tray of its kind, or break the seal.' },
  tray_left: {
    title: 'The tray leaves, or has left',
    mend: 'Keep the piece; once the carrier counts it as missing, scan it into a tray.',
  },
  tray_of_other_mail: { title: 'The tray holds other mail', mend: 'Take a tray of its kind, or open one.' },
  piece_unknown: { title: 'There is no such piece here', mend: 'Scan the window code again.' },
  piece_reappeared: { title: 'This piece was counted as dead', mend: 'Put it aside, open it and spoil it.' },
  letter_ended: { title: 'The letter has ended', mend: 'This piece must not leave: spoil it.' },
  finding_not_possible: {
    title: 'Not possible at this point',
    mend: 'The lot has left that machine: tell what is true of the piece now.',
  },
  mark_unreadable: { title: 'This is not a code of Pli', mend: 'Scan the code of the window, the sheet or the label.' },
  mark_check_wrong: { title: 'The code was misread', mend: 'Scan it again.' },
  code_of_another_site: { title: 'Code of another print room', mend: 'Send it there.' },
  window_code_needed: {
    title: 'The window code is needed',
    mend: 'Scan the window: only what is closed goes into a tray.',
  },
  spoiled_sheets_too_many: { title: 'More sheets than were printed', mend: 'Count again.' },
  case_closed: { title: 'This case is closed already', mend: 'Read it to see how.' },
  outcome_not_possible: { title: 'This outcome is not possible', mend: 'Choose one of those that are offered.' },
  reveal_needed: { title: 'The letter is masked', mend: 'Lift the mask with a reason.' },
  reveal_over: { title: 'The time is over', mend: 'Lift the mask again, with a reason, if you still need to.' },
  first_off_of_other_lot: { title: 'The envelope is of another lot', mend: 'Scan the first closed piece of this lot.' },
  first_off_not_possible: {
    title: 'There is no closed piece to check',
    mend: 'Sign once the first piece of the lot is closed.',
  },
  day_not_come: { title: 'That day has not come', mend: 'Sign it when it ends.' },
  day_closed: { title: 'The day is signed already', mend: 'What came after belongs to the next day.' },
  day_not_explained: {
    title: 'Something open is not explained',
    mend: 'Settle it, or give a reason, a later day and an owner.',
  },
  acknowledgement_known: {
    title: 'The carrier has counted already',
    mend: 'What differs from the paper is settled case by case.',
  },
  deposit_not_with_carrier: {
    title: 'The deposit is not with the carrier',
    mend: 'The slip is stamped once the carrier has the trays.',
  },
  acceptance_out_of_time: { title: 'This hour cannot be', mend: 'Read the stamp again: after it left, and not ahead.' },
  slip_code_unknown: { title: 'This code is not of this deposit', mend: 'Read the code on the slip again.' },
  slip_count_impossible: { title: 'This count is not possible', mend: 'Read the counts of the slip again.' },
  order_not_refusable: {
    title: 'This order cannot be refused any more',
    mend: 'Settle what is still in the print room piece by piece.',
  },
  slip_not_written: { title: 'There is no slip yet', mend: 'It is written when the deposit closes.' },
};
export default words;
