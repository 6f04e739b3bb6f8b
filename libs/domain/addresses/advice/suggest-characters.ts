import { unprintableIn } from '../../address-text.ts';
import { rulesOf } from '../countries.ts';
import type { PostalAddress } from '../postal-address.ts';
import { textOf, type Suggestion, type TextField } from './suggestion.ts';

const fields = [
  'organisation',
  'name',
  'deliveryPoint',
  'building',
  'street',
  'locality',
  'town',
] as const satisfies readonly TextField[];

/** Text that was read in the wrong encoding, and signs that a line may not hold and that lose nothing when left out. */
export function characterSuggestions(address: PostalAddress): Suggestion[] {
  return fields.flatMap((field): Suggestion[] => {
    const text = textOf(address, field);
    const decoded = utf8Of(text);
    if (decoded !== undefined) {
      const why = 'The text was written in UTF-8 and read in another encoding.';
      return [{ code: 'encoding', field, value: decoded, why }];
    }
    const value = text
      .replace(/[\u2010\u2011\u2012\u2014]/gu, '-')
      .replace(/[()[\]#*_"“”«»;:!?|<>{}\\~^]/gu, ' ')
      .replace(/ +/g, ' ')
      .trim();
    if (value === text || value === '' || !isWrong(address, field)) return [];
    const why = 'The line holds signs that its machines do not read; it says the same without them.';
    return [{ code: 'characters', field, value, why }];
  });
}

/** `CafÃ©` as `Café`: bytes of UTF-8 taken for single letters; undefined when they are not. */
function utf8Of(text: string): string | undefined {
  if (!/[ÂÃÅ][\u0080-\u00bf]/u.test(text) || [...text].some((letter) => letter > '\u00ff')) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function isWrong(address: PostalAddress, field: TextField): boolean {
  const rules = rulesOf(address.country);
  if ('reason' in rules) return false;
  return rules.lines(address).some((line) => line.field === field && unprintableIn(line.text, line.rule) !== undefined);
}
