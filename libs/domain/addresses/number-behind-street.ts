import { local, localCapitals, whoLines } from './address-line.ts';
import type { CountryRules } from './address-line.ts';
import { boxElsewhereFaults, cedexAbroadFaults, numberOrderFaults, placeFaults, whoFaults } from './field-faults.ts';
import type { AddressFault } from './postal-address.ts';

/** What such countries differ in. */
type Differences = Pick<CountryRules, 'code' | 'countryLine' | 'shorten'> & {
  /** As a sentence names it: "Germany". */
  readonly inWords: string;
  /** What to do instead of a Belgian box, or of a CEDEX. */
  readonly insteadOf: { readonly box: string; readonly cedex: string };
  readonly postcodeFaults: (postcode: string) => AddressFault[];
};

/**
 * The form that most of the continent shares: the organisation before the person in it, the number behind the street, a post office box
 * as the locality, postcode and town in capitals on one line.
 */
export const numberBehindStreet = ({ inWords, insteadOf, postcodeFaults, ...country }: Differences): CountryRules => ({
  ...country,
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
    ...numberOrderFaults(address, inWords),
    ...boxElsewhereFaults(address, insteadOf.box),
    ...postcodeFaults(address.postcode),
    ...cedexAbroadFaults(address, insteadOf.cedex),
  ],
});
