import { readFileSync } from 'node:fs';
import { MailError } from '#domain/mail-error';
import {
  PASSWORD_CHARACTERS,
  passwordFault,
  PASSWORD_MOST_CHARACTERS,
  type PasswordFault,
} from '#domain/people/password-rules';

const common: ReadonlySet<string> = new Set(
  readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);

const texts: Record<PasswordFault, string> = {
  too_short: `A password has at least ${PASSWORD_CHARACTERS} characters. A sentence of four or five words is good and easy to keep.`,
  too_long: `A password has at most ${PASSWORD_MOST_CHARACTERS} characters.`,
  too_common:
    'This password is among those that are tried first: a common word, a row of keys, or one of them repeated. Take a sentence of your own.',
  of_the_person:
    'This password is made of your name, your e-mail or your organisation’s name. Take a sentence of your own.',
};

/**
 * Refuses a password that is too easy to guess.
 * @param own e-mail and names of the person and of the organisations they work for
 * @throws MailError `password_refused`
 */
export function mustBeGoodPassword(password: string, own: readonly string[]): void {
  const fault = passwordFault(password, common, own);
  if (fault !== undefined) throw new MailError('password_refused', texts[fault]);
}
