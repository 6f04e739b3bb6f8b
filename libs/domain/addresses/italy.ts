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
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * Italy, by Poste Italiane: who, what tells it nearer, the building (scala, piano, interno), street and number or Casella Postale,
 * then CAP, town, and the two letters of the province. Example: `Via Aldo Moro 15`, `56122 PISA PI`, `ITALIE`.
 */
export const italy: CountryRules = {
  code: 'IT',
  countryLine: 'ITALIE',
  has: ['region'],
  lines(address) {
    const { streetNumber, street, locality, postcode, town, region } = address;
    return [
      ...whoLines(address),
      local('street', street, streetNumber),
      local('locality', locality),
      localCapitals('town', postcode, town, region),
    ];
  },
  faults: (address) => [
    ...whoFaults(address),
    ...placeFaults(address),
    ...numberOrderFaults(address, 'Italy'),
    ...boxElsewhereFaults(address, 'Name a Casella Postale as the locality, scala and interno as the delivery point.'),
    ...digitFaults(address.postcode, { nationality: 'Italian', digits: 5, from: '00010' }),
    ...provinceFaults(address),
    ...cedexAbroadFaults(address, 'Name a Casella Postale as the locality.'),
  ],
  shorten: { street: 'Abbreviate the kind of street (V.le, P.za, C.so).', locality: 'Keep the frazione or C.P. only.' },
};

/** In provincial capitals the letters may be left out; elsewhere several towns may bear one name. */
function provinceFaults({ region }: PostalAddress): AddressFault[] {
  if (!region?.trim() || /^[A-Z]{2}$/i.test(region.trim())) return [];
  const text = 'An Italian province is given by its two letters, such as "PI", without brackets.';
  return [{ code: 'address_region', field: 'region', text }];
}
