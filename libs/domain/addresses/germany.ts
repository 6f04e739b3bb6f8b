import { local, localCapitals, whoLines } from './address-line.ts';
import type { CountryRules } from './address-line.ts';
import {
  boxElsewhereFaults,
  cedexAbroadFaults,
  digitFaults,
  numberOrderFaults,
  placeFaults,
  whoFaults,
} from './field-faults.ts';

/**
 * Germany, by DIN 5008 and Deutsche Post: the organisation before the person in it, a Postfach in place of the street, the number
 * behind the street, five digits and the town. Example: `Hauptstraße 12a`, `10117 BERLIN`, `ALLEMAGNE`.
 */
export const germany: CountryRules = {
  code: 'DE',
  countryLine: 'ALLEMAGNE',
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
    ...numberOrderFaults(address, 'Germany'),
    ...boxElsewhereFaults(address, 'Name a Postfach as the locality, a flat as the delivery point.'),
    ...digitFaults(address.postcode, { nationality: 'German', digits: 5, from: '01001' }),
    ...cedexAbroadFaults(address, 'A large customer has a postcode of its own.'),
  ],
  shorten: { street: 'Abbreviate Straße to Str., Platz to Pl.', locality: 'Keep the Postfach with its number only.' },
};
