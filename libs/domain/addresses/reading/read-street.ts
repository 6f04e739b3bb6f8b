import type { PostalAddress } from '../postal-address.ts';
import { is } from './line-kinds.ts';

export type StreetFields = Pick<PostalAddress, 'streetNumber' | 'street' | 'box' | 'deliveryPoint'>;
/** A line read as one of a street; `sure` when a number or a word for streets says so. */
export type StreetRead = StreetFields & { sure: boolean };

/** Countries that write the number before the street. */
export const numberFirst = new Set(['FR', 'MC', 'LU', 'GB']);

const before = /^(\d{1,5}(?: ?[-/] ?\d{1,5})?(?: ?(?:bis|ter|quater|quinquies)\b|[a-z]\b)?)[ ,]+(.*\p{L}.*)$/iu;
/** A letter apart from its number is one only before a word for streets: 12 B RUE X, but 5 L ESPLANADE. */
const beforeWithLetter = /^(\d{1,5} [A-H])[ ,]+(.*\p{L}.*)$/u;
const behind =
  /^(.*?\p{L}.*?)[ ,]+((?:\d{1,5} ?(?:bis\b|ter\b|[a-z]\b)?(?: ?[/-] ?(?:\d{1,5}[a-z]?|[a-z]))?)|s\/n|snc)(?:[ ,]+(bte|bus|boîte|boite|box)\.? ?([a-z0-9][a-z0-9.-]{0,7}))?$/iu;
/** In Spain what follows the number is floor and door. */
const spanish = /^(.*?\p{L}.*?)[ ,]+(\d{1,5} ?(?:bis|ter|[a-z]\b)?(?:[/-]\d{1,5})?|s\/n)(?:[ ,]+(?:- )?(\S.*))?$/iu;

/** A line as the street of a country: number, name, and what stands behind the number. */
export function readStreet(line: string, country: string): StreetRead {
  if (numberFirst.has(country)) return numberBefore(line);
  if (country === 'ES') {
    const [, street, streetNumber, deliveryPoint] = spanish.exec(line) ?? [];
    if (street) return { street, streetNumber, deliveryPoint, sure: true };
  } else {
    const [, street, streetNumber, word, box] = behind.exec(line) ?? [];
    if (street && !(word && country !== 'BE'))
      return { street, streetNumber, ...(box && { box: `${word?.toLowerCase()} ${box}` }), sure: true };
  }
  return { street: line, sure: is.street(line) };
}

function numberBefore(line: string): StreetRead {
  const [, letterNumber, letterStreet] = beforeWithLetter.exec(line) ?? [];
  if (letterNumber && letterStreet && is.street(letterStreet))
    return { streetNumber: letterNumber, street: letterStreet, sure: true };
  const [, streetNumber, street] = before.exec(line) ?? [];
  if (streetNumber && street) return { streetNumber, street, sure: true };
  return { street: line, sure: is.street(line) };
}
