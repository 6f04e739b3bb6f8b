import { usualMistakes } from '../countries.ts';
import { home, overseasOfFrance } from '../iso-countries.ts';
import type { PostalAddress } from '../postal-address.ts';
import { countryNamed } from '../reading/read-country.ts';
import type { Suggestion } from './suggestion.ts';

/** The country that was meant: by its name, by letters that people use, or by the postcode's own place. */
export function countrySuggestions({ country, postcode }: PostalAddress): Suggestion[] {
  const meant = (value: string, why: string): Suggestion[] => [{ code: 'country_meant', field: 'country', value, why }];
  if (overseasOfFrance.has(country)) return meant(home, 'The post takes it as France, with a postcode of 97 or 98.');
  const named = usualMistakes[country] ?? (country.length > 2 ? countryNamed(country) : undefined);
  if (named !== undefined && named !== country) return meant(named, 'ISO 3166 has these letters for it.');
  if (country === home && /^980\d\d$/.test(postcode)) return meant('MC', 'Postcodes of 980 are Monaco’s.');
  if (country === 'MC' && /^(?!980)\d{5}$/.test(postcode)) return meant(home, 'Monaco’s postcodes begin with 980.');
  const isOfLiechtenstein = /^\d{4}$/.test(postcode) && postcode >= '9485' && postcode <= '9498';
  if (country === 'CH' && isOfLiechtenstein) return meant('LI', 'Postcodes from 9485 to 9498 are Liechtenstein’s.');
  if (country === 'LI' && /^[1-9]\d{3}$/.test(postcode) && !isOfLiechtenstein)
    return meant('CH', 'Liechtenstein’s postcodes run from 9485 to 9498.');
  return [];
}
