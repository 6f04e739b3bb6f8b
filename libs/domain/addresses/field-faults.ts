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

/** A postcode of four digits; with letters before it, the text says what to leave out. */
export function fourDigitFaults(postcode: string, nationality: string): AddressFault[] {
  if (/^[1-9][0-9]{3}$/.test(postcode)) return [];
  const [, digits] = /^[A-Z]{1,2}[- ]?([1-9][0-9]{3})$/i.exec(postcode) ?? [];
  const why = digits
    ? `write "${digits}" alone: the country stands in the last line`
    : `a ${nationality} postcode has exactly four digits, from 1000 on`;
  return [
    {
      code: 'address_postcode',
      field: 'postcode',
      text: `The postcode is not a ${nationality} one as it is printed: ${why}.`,
    },
  ];
}
