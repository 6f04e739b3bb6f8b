import { MailError } from '#domain/mail-error';
import type { ProblemItem } from '#contracts/api/problem';

/** A request refused for several things at once, each with its place. */
export class Refusal extends MailError {
  constructor(
    code: string,
    publicText: string,
    readonly errors: readonly ProblemItem[],
  ) {
    super(code, publicText, 'never');
  }
}

/** The answer for what does not exist, or is another's: both look the same. */
export const notFound = (what: string): MailError =>
  new MailError('not_found', `There is no such ${what}, or this key does not reach it.`);

/** At most this many items are listed; the rest would only repeat. */
const MOST_ITEMS = 100;

/** Throws when there is anything to mend. */
export function refuseWith(code: string, items: readonly ProblemItem[], what = 'the request'): void {
  if (items.length === 0) return;
  const things = items.length === 1 ? 'is one thing' : `are ${items.length} things`;
  throw new Refusal(code, `There ${things} to mend in ${what}: see errors.`, items.slice(0, MOST_ITEMS));
}
