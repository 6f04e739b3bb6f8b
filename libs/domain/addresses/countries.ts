import type { CountryRules } from './address-line.ts';
import { belgium } from './belgium.ts';
import { continental } from './continental.ts';
import { france, monaco } from './france.ts';
import { generalForm } from './general-form.ts';
import { germany } from './germany.ts';
import { englishNameOf, home, isoCountries, overseasOfFrance } from './iso-countries.ts';
import { italy } from './italy.ts';
import { luxembourg } from './luxembourg.ts';
import { spain } from './spain.ts';
import { liechtenstein, switzerland } from './switzerland.ts';
import { unitedKingdom } from './united-kingdom.ts';

const own = [france, monaco, belgium, luxembourg, germany, switzerland, liechtenstein, italy, spain, unitedKingdom];
const countries = new Map<string, CountryRules>([...own, ...continental].map((rules) => [rules.code, rules]));

/** Countries whose posts' rules are known, field by field; all others take free lines. */
export const countriesByFields: readonly string[] = [...countries.keys()];

/** The rules of a country (ISO 3166, two capitals), or the reason why no mail can be addressed there. */
export function rulesOf(code: string): CountryRules | { reason: string } {
  const known = countries.get(code);
  if (known) return known;
  if (overseasOfFrance.has(code))
    return { reason: `${englishNameOf(code)} is written as France: country FR, with its postcode of 97 or 98.` };
  const meant = usualMistakes[code];
  if (!isoCountries.has(code))
    return {
      reason: `No country has that code: ${meant ? `${englishNameOf(meant)} is meant by it` : 'give two capital letters by ISO 3166, such as FR, BE or US'}.`,
    };
  const rules = generalForm(code);
  countries.set(code, rules);
  return rules;
}

/** Letters that people take for a country's, and the country's. */
export const usualMistakes: Readonly<Record<string, string>> = { UK: 'GB', EN: 'GB', EL: 'GR', SP: 'ES' };

/** The country as French papers and address lines have it; undefined at home, where it is not said. */
export function countryLineOf(code: string): string | undefined {
  const rules = rulesOf(code);
  return code === home || 'reason' in rules ? undefined : rules.countryLine;
}
