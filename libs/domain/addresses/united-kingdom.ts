import { free, local, localCapitals } from './address-line.ts';
import type { CountryRules } from './address-line.ts';
import { boxElsewhereFaults, cedexAbroadFaults, postcodeFault, whoFaults } from './field-faults.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * The United Kingdom, by Royal Mail: the person before the organisation, flat and house, number and street, locality, the post town
 * in capitals, and the postcode on a line of its own, the last before the country. Counties are not written.
 */
export const unitedKingdom: CountryRules = {
  code: 'GB',
  countryLine: 'ROYAUME UNI',
  lines(address) {
    const { kind, name, organisation, deliveryPoint, building, streetNumber, street, locality } = address;
    return [
      free('name', name),
      ...(kind === 'organisation' ? [free('organisation', organisation)] : []),
      free('building', deliveryPoint, building),
      local('street', streetNumber, street),
      local('locality', locality),
      localCapitals('town', address.town),
      localCapitals('postcode', address.postcode),
    ];
  },
  faults: (address) => [
    ...whoFaults(address),
    ...somewhereFaults(address),
    ...boxElsewhereFaults(address, 'Name a PO Box as the locality, a flat as the delivery point.'),
    ...postcodeFaults(address),
    ...cedexAbroadFaults(address, 'Name a PO Box as the locality.'),
  ],
  shorten: {
    street: 'Abbreviate the kind of street (St, Rd, Ave).',
    locality: 'Leave out what the post town says already.',
  },
};

/** As Royal Mail publishes its postcodes (BS 7666): outward and inward code, one space between. */
export const britishPostcode =
  /^(?:GIR 0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRV-Y]) [0-9][ABD-HJLNP-UW-Z]{2})$/;

function postcodeFaults({ postcode }: PostalAddress): AddressFault[] {
  if (britishPostcode.test(postcode)) return [];
  return [
    postcodeFault(
      'The postcode is not a British one as it is printed: it is written in capitals with one space, such as "SW1A 1AA".',
    ),
  ];
}

/** Many houses have a name and stand in no street. */
function somewhereFaults({ street, locality, building, deliveryPoint }: PostalAddress): AddressFault[] {
  if ([street, locality, building, deliveryPoint].some((field) => field?.trim())) return [];
  return [{ code: 'address_incomplete', field: 'street', text: 'A street, a house or a PO Box is missing.' }];
}
