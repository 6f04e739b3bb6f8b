import type { CountryRules } from './address-line.ts';
import { belgium } from './belgium.ts';
import { france } from './france.ts';
import { switzerland } from './switzerland.ts';

const countries: ReadonlyMap<string, CountryRules> = new Map(
  [france, belgium, switzerland].map((rules) => [rules.code, rules]),
);

/** The rules of a country to which Pli sends (ISO 3166, two capitals), or the reason why it does not. */
export function rulesOf(code: string): CountryRules | { reason: string } {
  const rules = countries.get(code);
  if (rules) return rules;
  const name = countryName(code);
  // ISO 3166 gives them letters of their own; to the French post they are France with a postcode of 97 or 98.
  if (overseasOfFrance.has(code))
    return { reason: `${name} is written as France: country FR, with its postcode of 97 or 98.` };
  return {
    reason: `Mail to ${name} is not executed yet; France is (FR, with its overseas departments and collectivities), Belgium (BE) and Switzerland (CH).`,
  };
}

/** The country as French papers and address lines have it; undefined at home, where it is not said. */
export function countryLineOf(code: string): string | undefined {
  return code === home ? undefined : countries.get(code)?.countryLine;
}

/** Where mail is posted. */
export const home = 'FR';

const overseasOfFrance = new Set(['GP', 'MQ', 'GF', 'RE', 'PM', 'YT', 'BL', 'MF', 'TF', 'WF', 'PF', 'NC']);

function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return 'that country (give two capital letters, ISO 3166)';
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(code);
  return name && name !== code ? `${name} (${code})` : code;
}
