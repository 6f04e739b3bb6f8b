import { local, localCapitals, whoLines } from './address-line.ts';
import type { CountryRules } from './address-line.ts';
import { boxElsewhereFaults, cedexAbroadFaults, digitFaults, placeFaults, whoFaults } from './field-faults.ts';

/**
 * Luxembourg, by POST Luxembourg's rules as the UPU has them: the number before the street, and L- before the four digits of the
 * postcode. Example: `71 route de Longwy`, `L-4750 PÉTANGE`, `LUXEMBOURG`.
 */
export const luxembourg: CountryRules = {
  code: 'LU',
  countryLine: 'LUXEMBOURG',
  lines(address) {
    const { streetNumber, street, locality, postcode, town } = address;
    return [
      ...whoLines(address),
      local('street', streetNumber, street),
      local('locality', locality),
      localCapitals('town', postcode && `L-${postcode}`, town),
    ];
  },
  faults: (address) => [
    ...whoFaults(address),
    ...placeFaults(address),
    ...boxElsewhereFaults(address, 'Name a post office box (BP) as the locality.'),
    ...digitFaults(address.postcode, { nationality: 'Luxembourg', digits: 4, from: '1000' }),
    ...cedexAbroadFaults(address, 'Name a post office box (BP) as the locality.'),
  ],
  shorten: {
    street: 'Abbreviate the kind of street (av., bd, rte, pl.).',
    locality: 'Keep the BP with its number only.',
  },
};
