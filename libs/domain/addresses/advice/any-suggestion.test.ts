import { addressFaults } from '../../address.ts';
import { countriesByFields } from '../countries.ts';
import type { PostalAddress } from '../postal-address.ts';
import { parseAddressLines } from '../reading/parse-address-lines.ts';
import { addressSuggestions } from './check-address.ts';
import { withSuggestions } from './suggestion.ts';

/** The same numbers on every run: a linear congruential generator (Numerical Recipes). */
let state = 23;
const roll = (below: number) => {
  state = (state * 1664525 + 1013904223) % 2 ** 32;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = <T>(things: readonly T[]): T => things[roll(things.length)] as T;
const maybe = <T>(things: readonly T[]): T | undefined => (roll(2) === 0 ? undefined : pick(things));

const streets = [
  '12 rue des Lilas',
  'rue Haute, apt 4',
  'BP 12',
  'Rue du Vivier 7C bte 5',
  'boulevard du Général Maréchal de Lattre',
  'Via (Roma)',
];
const towns = [
  'Paris',
  'Paris 11e',
  'Lyon Cedex 03',
  '75011 Paris',
  'Ixelles/Elsene',
  'Buccinasco (MI)',
  'Zoë «sur» Mer',
  '',
];
const postcodes = [
  '75011',
  '1050',
  'B-1050',
  '1000',
  '75 011',
  'O1000',
  'sw1a1aa',
  '98000',
  '9490',
  '28820',
  '1012js',
  '',
];

function anyMistake(): PostalAddress {
  return {
    kind: pick(['person', 'organisation']),
    name: maybe(['Madame Anne Keller', 'Acme SARL', 'ZoÃ©']),
    organisation: maybe(['Keller GmbH', '']),
    deliveryPoint: maybe(['Apt 3']),
    streetNumber: maybe(['12', '7/5', '52/54']),
    street: maybe(streets),
    box: maybe(['bte 5']),
    locality: maybe(['Postfach 12']),
    postcode: pick(postcodes),
    town: pick(towns),
    cedex: maybe(['08']),
    country: pick([...countriesByFields, 'UK', 'RE', 'US', 'XX']),
  };
}

test('what is suggested leaves the address as it was, changes it when followed, and makes nothing worse', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 5000; i++) {
    const address = anyMistake();
    const before = structuredClone(address);
    const suggestions = addressSuggestions(address);
    expect(address).toEqual(before);
    for (const code of new Set(suggestions.map((suggestion) => suggestion.code))) {
      seen.add(code);
      const followed = withSuggestions(
        address,
        suggestions.filter((suggestion) => suggestion.code === code),
      );
      expect([code, followed]).not.toEqual([code, address]);
      // Faults of a country that is none are not known yet.
      if (code !== 'country_meant')
        expect([code, address, addressFaults(followed).length <= addressFaults(address).length]).toEqual([
          code,
          address,
          true,
        ]);
    }
  }
  expect(seen.size).toBeGreaterThan(12);
});

test('whatever is written is read without an error, in a moment', () => {
  const scraps = [
    '12',
    'rue',
    'Ω',
    '75011',
    'Paris',
    ',',
    'BP',
    'bte 5',
    'FRANCE',
    '\n',
    'L-',
    'CEDEX',
    '🙂',
    'a'.repeat(90),
    ' ',
    '/',
    'UK',
    'SW1A 1AA',
  ];
  const begun = performance.now();
  for (let i = 0; i < 3000; i++) {
    const lines = Array.from({ length: roll(8) }, () =>
      Array.from({ length: roll(7) }, () => pick(scraps)).join(pick([' ', ''])),
    );
    const { address } = parseAddressLines(lines, maybe(['FR', 'Allemagne', 'ZZ', '']));
    expect(Array.isArray(addressFaults(address))).toBe(true);
  }
  expect(performance.now() - begun).toBeLessThan(20_000);
});

test.each([`${'a '.repeat(2000)}1`, '1 '.repeat(2000), `12 ${'a'.repeat(5000)}`, ','.repeat(3000), 'é'.repeat(4000)])(
  'a hostile line takes no long time (%#)',
  (line) => {
    const begun = performance.now();
    for (const country of ['FR', 'BE', 'ES', 'GB', 'IT'])
      parseAddressLines(['Mme X', line.slice(0, 300), line.slice(0, 300)], country);
    expect(performance.now() - begun).toBeLessThan(1000);
  },
);
