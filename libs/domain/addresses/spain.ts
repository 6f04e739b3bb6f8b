import { free, local, localCapitals } from './address-line.ts';
import type { AddressLine, CountryRules } from './address-line.ts';
import {
  boxElsewhereFaults,
  cedexAbroadFaults,
  digitFaults,
  numberOrderFaults,
  placeFaults,
  postcodeFault,
  whoFaults,
} from './field-faults.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * Spain, by Correos as the UPU has it: street, number, and floor and door behind it (`Calle Mayor 25 3º B`); five digits, of which two
 * are the province, and the town; the province on a line of its own where the town is not its capital.
 */
export const spain: CountryRules = {
  code: 'ES',
  countryLine: 'ESPAGNE',
  has: ['region'],
  lines(address) {
    const { kind, organisation, name, building, deliveryPoint, street, streetNumber } = address;
    const inStreet = street?.trim() ? deliveryPoint : undefined;
    const apart = inStreet === undefined ? deliveryPoint : undefined;
    return [
      ...(kind === 'organisation' ? [free('organisation', organisation)] : []),
      free('name', name),
      free('building', apart, building),
      local('street', street, streetNumber, inStreet),
      ...townLines(address),
    ];
  },
  faults: (address) => [
    ...whoFaults(address),
    ...placeFaults(address),
    ...numberOrderFaults(address, 'Spain'),
    ...boxElsewhereFaults(address, 'Name an Apartado as the locality, floor and door as the delivery point.'),
    ...postcodeFaults(address),
    ...cedexAbroadFaults(address, 'Name an Apartado as the locality.'),
  ],
  shorten: {
    street: 'Abbreviate the kind of street (C/, Avda., Pza.) and leave out Piso and Puerta (3º B).',
    locality: 'Keep the Apartado with its number only.',
  },
};

const townLines = ({ locality, postcode, town, region }: PostalAddress): AddressLine[] => [
  local('locality', locality),
  localCapitals('town', postcode, town),
  localCapitals('region', region),
];

/** Spain has 52 provinces, Ceuta and Melilla counted. */
function postcodeFaults({ postcode }: PostalAddress): AddressFault[] {
  const shape = digitFaults(postcode, { nationality: 'Spanish', digits: 5, from: '01001' });
  if (shape.length > 0 || Number(postcode.slice(0, 2)) <= 52) return shape;
  return [postcodeFault(`The postcode is not one of Spain: no province has the number ${postcode.slice(0, 2)}.`)];
}
