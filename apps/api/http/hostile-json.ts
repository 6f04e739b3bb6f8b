import { MailError } from '#domain/mail-error';

const MOST_DEPTH = 32;
const MOST_VALUES = 500_000;

/**
 * Refuses JSON values that would break something further in: nesting that overflows a stack, numbers that are none (1e400), NUL and
 * lone surrogates (PostgreSQL stores neither), keys that name a prototype. Walks without recursion.
 * @throws MailError `json_too_deep`, `json_too_large`, `json_value_refused`
 */
export function refuseHostileJson(root: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (++seen > MOST_VALUES)
      throw new MailError(
        'json_too_large',
        `The body has more than ${MOST_VALUES} values. Send fewer letters in a call.`,
      );
    if (depth > MOST_DEPTH)
      throw new MailError('json_too_deep', `The body is nested deeper than ${MOST_DEPTH} levels.`);
    if (typeof value === 'string') refuseText(value);
    else if (typeof value === 'number' && !Number.isFinite(value)) throw refused('a number that is too large');
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw refused(`the key "${key}"`);
        refuseText(key);
        open.push({ value: inner, depth: depth + 1 });
      }
    }
  }
}

// With the u flag a surrogate matches only when it stands alone.
const loneSurrogate = /[\ud800-\udfff]/u;

function refuseText(text: string): void {
  if (text.includes('\0') || loneSurrogate.test(text)) throw refused('a NUL or half a character (a lone surrogate)');
}

const refused = (what: string) =>
  new MailError('json_value_refused', `The body holds ${what}, which cannot be stored.`);
