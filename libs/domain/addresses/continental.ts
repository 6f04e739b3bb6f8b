import type { CountryRules } from './address-line.ts';
import { postcodeFault } from './field-faults.ts';
import { frenchLineOf } from './iso-countries.ts';
import { numberBehindStreet } from './number-behind-street.ts';

/** Each with its postcode as the UPU's list of addressing systems has it, and an example for whoever wrote another. */
const postcodes: Readonly<Record<string, readonly [shape: RegExp, example: string]>> = {
  AT: [/^[1-9]\d{3}$/, '1010'],
  CZ: [/^\d{3} \d{2}$/, '110 00'],
  DK: [/^\d{4}$/, '1560'],
  EE: [/^\d{5}$/, '10111'],
  FI: [/^\d{5}$/, '00100'],
  GR: [/^\d{3} \d{2}$/, '104 31'],
  HR: [/^\d{5}$/, '10000'],
  IS: [/^\d{3}$/, '101'],
  NL: [/^[1-9]\d{3} [A-Z]{2}$/, '1012 JS'],
  NO: [/^\d{4}$/, '0150'],
  PL: [/^\d{2}-\d{3}$/, '00-950'],
  PT: [/^\d{4}-\d{3}$/, '1000-205'],
  SE: [/^\d{3} \d{2}$/, '111 22'],
  SI: [/^\d{4}$/, '1000'],
  SK: [/^\d{3} \d{2}$/, '811 01'],
};

/**
 * Countries of the continent that write as Germany does: number behind the street, postcode before the town on one line; they differ
 * in their postcodes alone. By the UPU's list of addressing systems.
 */
export const continental: readonly CountryRules[] = Object.entries(postcodes).map(([code, [shape, example]]) =>
  numberBehindStreet({
    code,
    countryLine: frenchLineOf(code),
    inWords: 'this country',
    insteadOf: {
      box: 'Name a post office box as the locality, a flat as the delivery point.',
      cedex: 'Name a post office box as the locality.',
    },
    postcodeFaults: (postcode) =>
      shape.test(postcode)
        ? []
        : [
            postcodeFault(
              `The postcode is not one of this country as it is printed there: it is written "${example}".`,
            ),
          ],
  }),
);
