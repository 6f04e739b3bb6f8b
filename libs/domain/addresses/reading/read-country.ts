import { usualMistakes } from '../countries.ts';
import { frenchLineOf, isoCountries, overseasOfFrance } from '../iso-countries.ts';
import { plainOf } from './line-kinds.ts';

const languages = ['en', 'fr', 'de', 'it', 'es', 'nl', 'pt'];
/** What people write and no list of names has. */
const others: Readonly<Record<string, string>> = {
  ENGLAND: 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  'NORTHERN IRELAND': 'GB',
  'GREAT BRITAIN': 'GB',
  ANGLETERRE: 'GB',
  'GRANDE BRETAGNE': 'GB',
  HOLLANDE: 'NL',
  HOLLAND: 'NL',
  'ETATS UNIS D AMERIQUE': 'US',
  'UNITED STATES OF AMERICA': 'US',
  USA: 'US',
  UK: 'GB',
  REUNION: 'RE',
  'GRAND DUCHE DE LUXEMBOURG': 'LU',
  DANMARK: 'DK',
  SVERIGE: 'SE',
  NORGE: 'NO',
  SUOMI: 'FI',
  OSTERREICH: 'AT',
  POLSKA: 'PL',
};

let names: ReadonlyMap<string, string> | undefined;

/** Names of countries in bare capitals, in the languages that envelopes from France to its neighbours are written in. */
function countryNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const found = new Map<string, string>();
  for (const language of languages)
    for (const style of ['long', 'short'] as const) {
      const nameOf = new Intl.DisplayNames([language], { type: 'region', style });
      for (const code of isoCountries) found.set(plainOf(nameOf.of(code) ?? code), code);
    }
  for (const code of isoCountries) found.set(plainOf(frenchLineOf(code)), code);
  for (const [name, code] of Object.entries(others)) found.set(name, code);
  names = found;
  return names;
}

/** The country that a whole line names, in words or by its two capitals; France's overseas parts are FR. */
export function countryNamed(line: string): string | undefined {
  const plain = plainOf(line);
  const code = countryNames().get(plain) ?? (isoCountries.has(plain) ? plain : usualMistakes[plain]);
  return code !== undefined && overseasOfFrance.has(code) ? 'FR' : code;
}
