import { freeLine } from '../../address-text.ts';
import { is } from './line-kinds.ts';

const numberAlone = /^\d{1,5} ?(?:bis|ter|quater|[a-z])?$/iu;
const postcodeAlone = /^\d{4,5}$/;

/** Lines as written, without empty ones; an address written in one line is cut at its commas. */
export function splitLines(given: readonly string[]): string[] {
  const lines = given.flatMap((text) => text.split(/[\r\n]+/)).map((text) => freeLine([text]));
  const written = lines.map((line) => line.replace(/[,;]+$/, '').trim()).filter((line) => line !== '');
  const [only, ...more] = written;
  if (only === undefined || more.length > 0) return written;
  return joinNumbers(only.split(/\s*[,;|]\s*/).filter((part) => part !== ''));
}

/** A comma between a number and its street, or a postcode and its town, parts nothing. */
function joinNumbers(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const next = parts[i + 1];
    const previous = joined.at(-1);
    if (!numberAlone.test(part)) joined.push(part);
    else if (next !== undefined && (postcodeAlone.test(part) || is.street(next) || !previous || !is.street(previous))) {
      joined.push(`${part} ${next}`);
      i++;
    } else if (previous !== undefined)
      joined[joined.length - 1] = postcodeAlone.test(part) ? `${part} ${previous}` : `${previous} ${part}`;
    else joined.push(part);
  }
  return joined;
}
