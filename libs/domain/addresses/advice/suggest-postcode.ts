import { rulesOf } from '../countries.ts';
import type { PostalAddress } from '../postal-address.ts';
import { britishPostcodeIn, postcodeInShape, withoutPrefix } from '../reading/read-town.ts';
import type { Suggestion } from './suggestion.ts';

/** A postcode that is wrong as it is written, and right when written as the country does: the first way that is right. */
export function postcodeSuggestions(address: PostalAddress): Suggestion[] {
  const { postcode, country } = address;
  const given = postcode.trim();
  if (given === '' || isRight(address, given)) return [];
  for (const { value, why } of ways(given, country))
    if (value !== given && isRight(address, value)) return [{ code: 'postcode_shape', field: 'postcode', value, why }];
  return [];
}

function isRight(address: PostalAddress, postcode: string): boolean {
  const rules = rulesOf(address.country);
  return 'lines' in rules && !rules.faults({ ...address, postcode }).some(({ field }) => field === 'postcode');
}

function ways(given: string, country: string): { value: string; why: string }[] {
  const joined = given.replace(/[\s.\u00a0-]/gu, '').toUpperCase();
  const digits = joined.replaceAll('O', '0').replace(/[IL]/g, '1');
  const { bare } = withoutPrefix(given.toUpperCase());
  const british = britishPostcodeIn(given)?.postcode;
  return [
    { value: bare.trim(), why: 'The country’s letters stand in the last line, not before the postcode.' },
    { value: joined, why: 'It is written without spaces or points.' },
    ...(country === 'GB' && british ? [{ value: british, why: 'It is written in capitals with one space.' }] : []),
    { value: postcodeInShape(joined, country), why: 'It is written as the country’s post does.' },
    { value: digits, why: 'It is made of digits; letters that look like them were written.' },
    // Spreadsheets take it for a number.
    { value: joined.padStart(5, '0'), why: 'Its leading zero was lost.' },
  ];
}
