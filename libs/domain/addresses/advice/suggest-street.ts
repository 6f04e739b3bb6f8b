import { sortedLine } from '../../address-text.ts';
import { addressLimits } from '../address-line.ts';
import type { PostalAddress } from '../postal-address.ts';
import { is } from '../reading/line-kinds.ts';
import { numberFirst, readStreet } from '../reading/read-street.ts';
import { abbreviatedStreet } from './street-abbreviations.ts';
import { textOf, type Suggestion } from './suggestion.ts';

/** What does not belong to the street's name, and how a long one is shortened. */
export function streetSuggestions(address: PostalAddress): Suggestion[] {
  const { country } = address;
  const apart = [...postBoxApart(address), ...flatApart(address), ...numberApart(address)];
  return [
    ...apart,
    ...(country === 'BE' ? boxBehindSlash(address) : []),
    ...(country === 'FR' || country === 'MC'
      ? [...firstNumber(address), ...(apart.length > 0 ? [] : longStreet(address))]
      : []),
  ];
}

function postBoxApart(address: PostalAddress): Suggestion[] {
  const code = 'post_box_apart';
  const street = textOf(address, 'street');
  if (!is.postBox(street) || textOf(address, 'locality') || textOf(address, 'streetNumber')) return [];
  const why = 'A post office box is a locality, not a street.';
  return [
    { code, field: 'street', value: '', why },
    { code, field: 'locality', value: street, why },
  ];
}

/** `12 rue X Apt 4`, `12 rue X, bât B`: where inside has a line of its own, above the street. */
function flatApart(address: PostalAddress): Suggestion[] {
  const code = 'flat_apart';
  if (address.country === 'ES') return [];
  const [, street, inside] =
    /^(.*?\p{L}.*?)(?: *, *| +- +| +)((?:app?t|appartement|étage|etage|esc|escalier|porte|bât|bat|bâtiment|batiment|résidence|residence|flat|scala|interno|wohnung)\b.+)$/iu.exec(
      textOf(address, 'street'),
    ) ?? [];
  if (!street || !inside || textOf(address, 'deliveryPoint')) return [];
  const why = 'Where inside the building stands on a line of its own, above the street.';
  return [
    { code, field: 'street', value: street, why },
    { code, field: 'deliveryPoint', value: inside, why },
  ];
}

/** A number (and a Belgian box) written with its street, where the country puts it behind. */
function numberApart(address: PostalAddress): Suggestion[] {
  const code = 'number_apart';
  const { country } = address;
  const street = textOf(address, 'street');
  if (numberFirst.has(country) || textOf(address, 'streetNumber') || textOf(address, 'box') || is.postBox(street))
    return [];
  const why = 'The number has a field of its own; this country writes it behind the street.';
  const asInFrance = readStreet(street, 'FR');
  const read = asInFrance.streetNumber === undefined ? readStreet(street, country) : asInFrance;
  if (read.streetNumber === undefined || read.street === undefined) return [];
  const { box, deliveryPoint } = read;
  if (deliveryPoint !== undefined && textOf(address, 'deliveryPoint')) return [];
  return [
    { code, field: 'street', value: read.street, why },
    { code, field: 'streetNumber', value: read.streetNumber, why },
    ...(box === undefined ? [] : [{ code, field: 'box', value: box, why } as const]),
    ...(deliveryPoint === undefined ? [] : [{ code, field: 'deliveryPoint', value: deliveryPoint, why } as const]),
  ];
}

function boxBehindSlash(address: PostalAddress): Suggestion[] {
  const code = 'box_apart';
  const [, number, box] =
    /^(\d+ ?[a-z]?) ?\/ ?([a-z0-9][a-z0-9.-]{0,7})$/iu.exec(textOf(address, 'streetNumber')) ?? [];
  if (!number || !box || textOf(address, 'box')) return [];
  const why = 'What stands behind the slash is a box in Belgium, and is printed behind its word.';
  return [
    { code, field: 'streetNumber', value: number, why },
    { code, field: 'box', value: box, why },
  ];
}

/** The French post reads one number only. */
function firstNumber(address: PostalAddress): Suggestion[] {
  const [, first] = /^(\d+)(?: ?[a-z])? ?\/ ?\d/iu.exec(textOf(address, 'streetNumber')) ?? [];
  if (!first) return [];
  const why = 'La Poste wants one number, the first of them.';
  return [{ code: 'first_number', field: 'streetNumber', value: first, why }];
}

function longStreet(address: PostalAddress): Suggestion[] {
  const number = sortedLine([textOf(address, 'streetNumber')]);
  const room = addressLimits.charactersPerLine - (number === '' ? 0 : number.length + 1);
  const street = sortedLine([textOf(address, 'street')]);
  const value = street.length > room ? abbreviatedStreet(street, room) : undefined;
  if (value === undefined) return [];
  return [{ code: 'shorter_line', field: 'street', value, why: 'So abbreviated it fits the line (NF Z 10-011).' }];
}
