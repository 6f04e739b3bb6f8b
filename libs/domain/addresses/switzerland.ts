import type { CountryRules } from './address-line.ts';
import { digitFaults, postcodeFault } from './field-faults.ts';
import { numberBehindStreet } from './number-behind-street.ts';
import type { AddressFault } from './postal-address.ts';

/**
 * Switzerland, by Swiss Post's rules of addressing: at most six lines and the country; the organisation before the person in it;
 * street and number (with a flat or floor behind a slash, `4a/8`); Postfach, Case postale or Casella postale on the last line but
 * one; postcode without CH- and the full name of the town, with the number of a box office behind it (`3000 BERN 8`).
 */
const swissForm = (
  code: string,
  countryLine: string,
  postcodeFaults: (postcode: string) => AddressFault[],
): CountryRules =>
  numberBehindStreet({
    code,
    countryLine,
    inWords: 'Switzerland',
    insteadOf: {
      box: 'Name a Postfach or Case postale as the locality.',
      cedex: 'The number of a box office is a part of the town, as in "Bern 8".',
    },
    postcodeFaults,
    shorten: {
      street: 'Abbreviate the kind of street (Av., Ch., Rte, Str.).',
      locality: 'Keep the Postfach or Case postale with its number only.',
      town: 'Use the name that Swiss Post has for this postcode.',
    },
  });

const swiss = { nationality: 'Swiss', digits: 4, from: '1000' } as const;
/** Among Swiss Post's numbers are Liechtenstein's. */
const isOfLiechtenstein = (postcode: string): boolean => postcode >= '9485' && postcode <= '9498';

export const switzerland = swissForm('CH', 'SUISSE', (postcode) => {
  const shape = digitFaults(postcode, swiss);
  if (shape.length > 0) return shape;
  const fault = (why: string) => [postcodeFault(`The postcode is not one of Switzerland: ${why}.`)];
  if (isOfLiechtenstein(postcode)) return fault(`${postcode} lies in Liechtenstein: country LI`);
  if (postcode === '6911')
    return fault("6911 was Campione d'Italia, which since 2020 has an Italian postcode only (22061)");
  return postcode > '9699' ? fault(`no Swiss town has a number above 9699, and this is ${postcode}`) : [];
});

/** Liechtenstein writes as Switzerland does, with postcodes 9485 to 9498. */
export const liechtenstein = swissForm('LI', 'LIECHTENSTEIN', (postcode) => {
  if (/^\d{4}$/.test(postcode) && isOfLiechtenstein(postcode)) return [];
  return [
    postcodeFault('The postcode is not one of Liechtenstein: they run from 9485 to 9498, without letters before.'),
  ];
});
