import { postalAreaOf } from '../postcodes.ts';
import { sorted, whoLines } from './address-line.ts';
import type { CountryRules } from './address-line.ts';
import { boxElsewhereFaults, postcodeFault, whoFaults } from './field-faults.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * France with its overseas departments and collectivities, by NF Z 10-011: who, where inside, building, then number and street,
 * locality, and postcode and town as the last of at most six lines; an organisation stands before the person or service in it.
 */
const frenchForm = (
  code: string,
  countryLine: string,
  postcodeFaults: (address: PostalAddress) => AddressFault[],
): CountryRules => ({
  code,
  countryLine,
  lines(address) {
    const { streetNumber, street, locality, postcode, town, cedex } = address;
    return [
      ...whoLines(address),
      sorted('street', streetNumber, street),
      sorted('locality', locality),
      sorted('town', postcode, town, cedexWords(cedex)),
    ];
  },
  faults: (address) => [
    ...whoFaults(address),
    ...somewhereFaults(address),
    ...boxElsewhereFaults(address, 'Name a letter box as the delivery point, a BP or CS as the locality.'),
    ...postcodeFaults(address),
    ...cedexFaults(address),
  ],
});

export const france = frenchForm('FR', 'FRANCE', ({ postcode }) => {
  const area = postalAreaOf(postcode);
  return 'reason' in area ? [postcodeFault(`The postcode is not one of France: ${area.reason}.`)] : [];
});

/** Monaco writes as France does, with 980 and CEDEX, and its own name below. */
export const monaco = frenchForm('MC', 'MONACO', ({ postcode }) =>
  /^980\d{2}$/.test(postcode)
    ? []
    : [postcodeFault('The postcode is not one of Monaco: it is 980 and two more digits.')],
);

function cedexWords(cedex: string | undefined): string {
  const number = (cedex ?? '')
    .trim()
    .toUpperCase()
    .replace(/^CEDEX\s*/, '');
  return cedex?.trim() ? `CEDEX ${number}`.trim() : '';
}

function somewhereFaults({ kind, street, locality, building, deliveryPoint, cedex }: PostalAddress): AddressFault[] {
  if ([street, locality, building, deliveryPoint].some((field) => field?.trim())) return [];
  // A large organisation is found by its own CEDEX postcode alone.
  if (kind === 'organisation' && cedex?.trim()) return [];
  const text = 'A street, a locality (hamlet, BP, CS) or a building is missing.';
  return [{ code: 'address_incomplete', field: 'street', text }];
}

function cedexFaults({ cedex }: PostalAddress): AddressFault[] {
  if (!cedex?.trim() || /^CEDEX( [0-9]{1,2})?$/.test(cedexWords(cedex))) return [];
  return [
    {
      code: 'address_cedex',
      field: 'cedex',
      text: 'CEDEX is followed by nothing or by a number of one or two digits.',
    },
  ];
}
