import { local, localCapitals, whoLines } from './address-line.ts';
import type { CountryRules } from './address-line.ts';
import {
  boxElsewhereFaults,
  cedexAbroadFaults,
  fourDigitFaults,
  numberOrderFaults,
  placeFaults,
  whoFaults,
} from './field-faults.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * Switzerland, by Swiss Post's rules of addressing: at most six lines and the country; the organisation before the person in it;
 * street and number (with a flat or floor behind a slash, `4a/8`); Postfach, Case postale or Casella postale on the last line but
 * one; postcode without CH- and the full name of the town, with the number of a box office behind it (`3000 BERN 8`).
 */
export const switzerland: CountryRules = {
  code: 'CH',
  countryLine: 'SUISSE',
  lines(address) {
    const { streetNumber, street, locality, postcode, town } = address;
    return [
      ...whoLines(address),
      local('street', street, streetNumber),
      local('locality', locality),
      localCapitals('town', postcode, town),
    ];
  },
  faults: (address) => [
    ...whoFaults(address),
    ...placeFaults(address),
    ...numberOrderFaults(address, 'Switzerland'),
    ...boxElsewhereFaults(address, 'Name a Postfach or Case postale as the locality.'),
    ...postcodeFaults(address),
    ...cedexAbroadFaults(address, 'The number of a box office is a part of the town, as in "Bern 8".'),
  ],
  shorten: {
    street: 'Abbreviate the kind of street (Av., Ch., Rte, Str.).',
    locality: 'Keep the Postfach or Case postale with its number only.',
    town: 'Use the name that Swiss Post has for this postcode.',
  },
};

/** Swiss Post's numbers run to 96; among them are Liechtenstein's, and one that it has given up. */
function postcodeFaults({ postcode }: PostalAddress): AddressFault[] {
  const shape = fourDigitFaults(postcode, 'Swiss');
  if (shape.length > 0) return shape;
  const number = Number(postcode);
  if (number >= 9485 && number <= 9498)
    return [
      {
        code: 'country_not_available',
        field: 'postcode',
        text: `${postcode} lies in Liechtenstein, a country to which Pli does not send yet.`,
      },
    ];
  const unknown = (why: string): AddressFault[] => [
    { code: 'address_postcode', field: 'postcode', text: `The postcode is not one of Switzerland: ${why}.` },
  ];
  if (number === 6911)
    return unknown("6911 was Campione d'Italia, which since 2020 has an Italian postcode only (22061)");
  return number > 9699 ? unknown(`no Swiss town has a number above 9699, and this is ${postcode}`) : [];
}
