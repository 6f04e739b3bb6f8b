import { addressLimits } from './address-line.ts';
import type { AddressLine, CountryRules } from './address-line.ts';
import { home } from './iso-countries.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

const incomplete = (field: string, text: string): AddressFault => ({ code: 'address_incomplete', field, text });
const given = (field: string | undefined): boolean => Boolean(field?.trim());

/** Who it goes to and the town: compulsory in every country. */
export function whoFaults(address: PostalAddress): AddressFault[] {
  const { kind, name, organisation, town, streetNumber, street } = address;
  const faults: AddressFault[] = [];
  if (kind === 'person' && !given(name)) faults.push(incomplete('name', 'The name of the person is missing.'));
  if (kind === 'person' && given(organisation))
    faults.push(
      incomplete(
        'organisation',
        'A person has no organisation line: make the address one of an organisation, with the person as its name.',
      ),
    );
  if (kind === 'organisation' && !given(organisation))
    faults.push(incomplete('organisation', 'The name of the organisation is missing.'));
  if (!given(town)) faults.push(incomplete('town', 'The town is missing.'));
  if (given(streetNumber) && !given(street))
    faults.push(incomplete('street', 'There is a street number without a street.'));
  return faults;
}

/** A place to go to, in a country where every address has a street or a post office box. */
export function placeFaults({ street, locality }: PostalAddress): AddressFault[] {
  if (given(street) || given(locality)) return [];
  return [incomplete('street', 'A street, or a post office box as the locality, is missing.')];
}

/** `12 rue X` where the number stands behind the street: printed so, machines would take the number for a part of the name. */
export function numberOrderFaults({ street, streetNumber }: PostalAddress, country: string): AddressFault[] {
  if (given(streetNumber) || !/^\d+\s?(bis|ter|[a-z])?[\s,]+\p{L}/iu.test(street?.trim() ?? '')) return [];
  return [
    incomplete(
      'streetNumber',
      `In ${country} the number stands behind the street: give it as streetNumber, apart from the street.`,
    ),
  ];
}

/** CEDEX is France's alone. */
export function cedexAbroadFaults({ cedex }: PostalAddress, instead: string): AddressFault[] {
  if (!given(cedex)) return [];
  return [{ code: 'address_cedex', field: 'cedex', text: `Only France has CEDEX. ${instead}` }];
}

/** A box behind the street number is Belgium's alone. */
export function boxElsewhereFaults({ box }: PostalAddress, instead: string): AddressFault[] {
  if (!given(box)) return [];
  return [{ code: 'address_box', field: 'box', text: `Only Belgian addresses have a box. ${instead}` }];
}

/** How a country's postcode of digits alone is told: "Belgian", four digits, from 1000 on. */
export type DigitPostcode = { nationality: string; digits: 4 | 5; from: string };
const numbers = { 4: 'four', 5: 'five' } as const;

/** A postcode of so many digits; with a country's letters before it, the text says what to leave out. */
export function digitFaults(postcode: string, { nationality, digits, from }: DigitPostcode): AddressFault[] {
  const right = (text: string) => /^[0-9]+$/.test(text) && text.length === digits && text >= from;
  if (right(postcode)) return [];
  const [, alone = ''] = /^[A-Z]{1,2}[- ]?([0-9]+)$/i.exec(postcode) ?? [];
  const why = right(alone)
    ? `write "${alone}" alone: the country stands in the last line`
    : `a ${nationality} postcode has exactly ${numbers[digits]} digits, from ${from} on`;
  return [postcodeFault(`The postcode is not a ${nationality} one as it is printed: ${why}.`)];
}

export const postcodeFault = (text: string): AddressFault => ({ code: 'address_postcode', field: 'postcode', text });

/** A field that few countries have, in an address of one that does not. */
export function elsewhereFaults({ region, lines }: PostalAddress, has: CountryRules['has'] = []): AddressFault[] {
  const faults: AddressFault[] = [];
  if (given(region) && !has.includes('region'))
    faults.push({
      code: 'address_region',
      field: 'region',
      text: 'Only Italian and Spanish addresses name a province. Leave it out: the postcode says it.',
    });
  if (lines && !has.includes('lines'))
    faults.push({
      code: 'address_lines',
      field: 'lines',
      text: "This country's addresses are given field by field (street, postcode, town …), not in free lines.",
    });
  return faults;
}

/** More lines than the window holds and machines read. */
export function tooManyLinesFaults(lines: readonly AddressLine[], country: string): AddressFault[] {
  const most = country === home ? addressLimits.lines : addressLimits.linesAbroad;
  if (lines.length <= most) return [];
  const field = spareFields.find((name) => lines.some((line) => line.field === name)) ?? 'name';
  const text = `The address takes ${lines.length} lines, ${lines.length - most} too many: at most ${most} fit. Leave out or join what the carrier does not need to find the place.`;
  return [{ code: 'address_lines', field, text }];
}
const spareFields = ['lines', 'building', 'locality', 'region', 'deliveryPoint'];
