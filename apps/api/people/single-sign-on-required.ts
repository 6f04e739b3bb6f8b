import { MailError } from '#domain/mail-error';

/** All desks of somebody are of organisations that let people in by their identity provider alone. */
export const singleSignOnRequired = (): MailError =>
  new MailError(
    'single_sign_on_required',
    'Your organisation lets people in by its own sign-in alone. Choose “Sign in with your organisation”.',
  );
