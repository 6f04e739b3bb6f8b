import { addressFaults, linesAsPrinted } from '../../address.ts';
import { countriesByFields } from '../countries.ts';
import type { AddressFault, PostalAddress } from '../postal-address.ts';
import { parseAddressLines, type Doubt } from '../reading/parse-address-lines.ts';
import { addressDoubts } from './doubts.ts';
import { characterSuggestions } from './suggest-characters.ts';
import { countrySuggestions } from './suggest-country.ts';
import { postcodeSuggestions } from './suggest-postcode.ts';
import { streetSuggestions } from './suggest-street.ts';
import type { Suggestion } from './suggestion.ts';
import { townSuggestions } from './suggest-town.ts';
import { whoSuggestions } from './suggest-who.ts';

/** All that can be said of an address without asking anybody: nothing is changed, nothing is stored. */
export type AddressCheck = {
  address: PostalAddress;
  /** As they would be printed, faults and all; none when the country has no rules. */
  lines: string[];
  unsure: Doubt[];
  suggestions: Suggestion[];
  /** Empty when it can be printed. */
  faults: AddressFault[];
};

/** Judges an address as it is given, field by field. */
export const checkAddress = (address: PostalAddress): AddressCheck => checked(address, []);

/** Reads an address from free lines (`parseAddressLines`) and judges what was read. */
export function checkAddressLines(lines: readonly string[], country?: string): AddressCheck {
  const { address, unsure } = parseAddressLines(lines, country);
  return checked(address, unsure);
}

function checked(address: PostalAddress, unsure: readonly Doubt[]): AddressCheck {
  return {
    address,
    lines: linesAsPrinted(address),
    unsure: [...unsure, ...addressDoubts(address)],
    suggestions: addressSuggestions(address),
    faults: addressFaults(address),
  };
}

/**
 * Corrections that the sender may make, by the rules of the country; the address itself is never changed. No field has two of them:
 * the first to name it stands, and what the others would say is seen when the address is judged again.
 */
export function addressSuggestions(address: PostalAddress): Suggestion[] {
  const byFields = countriesByFields.includes(address.country);
  const taken = new Map<string, string>();
  return [...everywhere, ...(byFields ? ofFields : [])]
    .flatMap((suggest) => suggest(address))
    .filter(({ field, code }) => {
      const first = taken.get(field) ?? code;
      taken.set(field, first);
      return first === code;
    });
}

const everywhere = [countrySuggestions, whoSuggestions];
/** Where the place stands in free lines there is no street or town to mend. */
const ofFields = [streetSuggestions, postcodeSuggestions, townSuggestions, characterSuggestions];
