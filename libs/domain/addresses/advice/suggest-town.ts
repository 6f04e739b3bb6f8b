import { capitalLine, sortedLine } from '../../address-text.ts';
import { addressLimits } from '../address-line.ts';
import type { PostalAddress } from '../postal-address.ts';
import { provinceOf } from '../spanish-provinces.ts';
import { textOf, type Suggestion } from './suggestion.ts';

/** What does not belong to the town's name, what its postcode says of the province, and how a long name is shortened. */
export function townSuggestions(address: PostalAddress): Suggestion[] {
  const { country } = address;
  return [
    ...postcodeInTown(address),
    ...(country === 'FR' || country === 'MC'
      ? [...cedexInTown(address), ...districtInTown(address), ...longTown(address)]
      : []),
    ...(country === 'BE' ? oneLanguage(address) : []),
    ...(country === 'IT' ? provinceInTown(address) : []),
    ...(country === 'ES' ? provinceOfPostcode(address) : []),
  ];
}

function postcodeInTown(address: PostalAddress): Suggestion[] {
  const code = 'postcode_in_town';
  const [, postcode, town] = /^([A-Z]{0,2}-?\d{4,5}) +(\D.*)$/u.exec(address.town.trim()) ?? [];
  if (!postcode || !town) return [];
  const why = 'The postcode has a field of its own.';
  const given = address.postcode.trim();
  if (given !== '' && given !== postcode) return [];
  return [
    { code, field: 'postcode', value: postcode, why },
    { code, field: 'town', value: town, why },
  ];
}

function cedexInTown(address: PostalAddress): Suggestion[] {
  const code = 'cedex_in_town';
  const [, town, number] = /^(.+?)[ ,-]+cedex(?: +(\d{1,2}))?$/iu.exec(address.town.trim()) ?? [];
  if (!town || textOf(address, 'cedex')) return [];
  const why = 'CEDEX has a field of its own.';
  return [
    { code, field: 'town', value: town, why },
    { code, field: 'cedex', value: number ? `CEDEX ${number}` : 'CEDEX', why },
  ];
}

/** `Paris 11e` with 75011: the postcode says it. */
function districtInTown({ town, postcode }: PostalAddress): Suggestion[] {
  const [, city, number = ''] =
    /^(paris|lyon|marseille)[ ,-]+(\d{1,2})(?: ?(?:er?|ème|eme|e arr.*|arr.*))?$/iu.exec(town.trim()) ?? [];
  if (!city || !postcode.endsWith(number.padStart(2, '0'))) return [];
  const why = 'The postcode says the arrondissement; the town is written without it.';
  return [{ code: 'district_in_town', field: 'town', value: city, why }];
}

/** NF Z 10-011 shortens a town's name only when its line is too long. */
function longTown(address: PostalAddress): Suggestion[] {
  const { postcode, town } = address;
  const room =
    addressLimits.charactersPerLine - sortedLine([postcode, textOf(address, 'cedex') && 'CEDEX 00']).length - 1;
  if (sortedLine([town]).length <= room) return [];
  const value = sortedLine([town])
    .replace(/\bSAINT\b/g, 'ST')
    .replace(/\bSAINTE\b/g, 'STE')
    .replace(/\bSUR\b/g, 'S')
    .replace(/\bSOUS\b/g, 'SS');
  if (value.length > room) return [];
  return [{ code: 'shorter_line', field: 'town', value, why: 'So abbreviated it fits the line (NF Z 10-011).' }];
}

function oneLanguage({ town }: PostalAddress): Suggestion[] {
  const [first, second, ...more] = town.split('/').map((part) => part.trim());
  if (!first || !second || more.length > 0) return [];
  return [
    {
      code: 'one_language',
      field: 'town',
      value: first,
      why: 'bpost wants one language only; this is the first of two.',
    },
  ];
}

function provinceInTown(address: PostalAddress): Suggestion[] {
  const code = 'province_in_town';
  const [, town, region] = /^(.+?) *(?:\(([A-Z]{2})\)| ([A-Z]{2}))$/u.exec(address.town.trim())?.filter(Boolean) ?? [];
  if (!town || !region || textOf(address, 'region') || town === town.toUpperCase()) return [];
  const why = 'The province has a field of its own.';
  return [
    { code, field: 'town', value: town, why },
    { code, field: 'region', value: region, why },
  ];
}

function provinceOfPostcode(address: PostalAddress): Suggestion[] {
  const province = provinceOf(address.postcode);
  if (province === undefined) return [];
  const plain = capitalLine([province]);
  const region = capitalLine([textOf(address, 'region')]);
  const inCapital = capitalLine([address.town]) === plain;
  if (region === plain || (region === '' && inCapital)) return [];
  const why = `Postcodes of ${address.postcode.slice(0, 2)} lie in this province.`;
  return [{ code: 'province_of_postcode', field: 'region', value: province, why }];
}
