import { addressFaults, addressLines, senderLine } from '../address.ts';
import { addressLimits } from './address-line.ts';
import type { PostalAddress } from './postal-address.ts';

/** The same numbers on every run: a linear congruential generator (Numerical Recipes). */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const roll = dice(11);
const pick = <T>(things: readonly T[]): T => things[roll(things.length)] as T;
const maybe = (things: readonly string[]): string | undefined => (roll(2) === 0 ? undefined : pick(things));

const good = ['Éléonore', "d'Almeida", 'Zürich', 'Bât. 3', 'Acme SA', 'Apt 12'];
const words = [...good, ...good, ...good, 'SARL « L’Œuvre »', 'x'.repeat(39), 'Мария', 'A/B', '  ', 'N°4'];
const countries = [...Array.from({ length: 8 }, () => ['FR', 'BE', 'CH']).flat(), 'LI', 'RE'];
const postcodes = ['75011', '97400', '1000', '2018', '1204', '8001', '9490', '9999', 'CH-1204', '00100', ''];

function anyAddress(): PostalAddress {
  return {
    kind: pick(['person', 'organisation']),
    name: maybe(words),
    organisation: roll(3) === 0 ? pick(words) : undefined,
    deliveryPoint: maybe(words),
    building: maybe(words),
    streetNumber: maybe(['12', '12 bis', '7C', '4a/8', '']),
    street: maybe(['rue des Lilas', "Rue de l'Évêque,", '12 rue Haute', 'Bahnhofstrasse', ...words]),
    box: roll(4) === 0 ? pick(['5', 'bus 5', 'Bte. B3', '2e étage']) : undefined,
    locality: maybe(['BP 12', 'Postfach', 'Le Bourg']),
    postcode: pick(postcodes),
    town: pick(['Lyon', 'Ixelles/Elsene', 'Biel/Bienne', "Braine-l'Alleud", '']),
    cedex: roll(6) === 0 ? pick(['08', 'CEDEX', 'CEDEX 123']) : undefined,
    country: pick(countries),
  };
}

/** Letters and digits, as every line prints them in one way or another. */
const bare = (text: string) =>
  text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replace(/[^A-Z0-9]/g, '');

const many = Array.from({ length: 20_000 }, anyAddress);
const accepted = many.filter((address) => addressFaults(address).length === 0);

test('among any addresses there are good ones of each country', () => {
  for (const code of ['FR', 'BE', 'CH'])
    expect(accepted.filter(({ country }) => country === code).length).toBeGreaterThan(50);
});

test('whatever is accepted fits: 6 lines of 38 characters in France, 7 abroad', () => {
  for (const address of accepted) {
    const lines = addressLines(address);
    const most = address.country === 'FR' ? addressLimits.lines : addressLimits.linesAbroad;
    expect(lines.length).toBeLessThanOrEqual(most);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(addressLimits.charactersPerLine);
    expect(lines.every((line) => line.trim() === line && line !== '')).toBe(true);
  }
});

const fields = [
  'name',
  'organisation',
  'deliveryPoint',
  'building',
  'streetNumber',
  'street',
  'box',
  'locality',
  'postcode',
  'town',
  'cedex',
] as const satisfies readonly (keyof PostalAddress)[];

test('nothing that was given is left out silently: it is printed or refused', () => {
  for (const address of accepted) {
    const { country } = address;
    const printed = bare(addressLines(address).join(''));
    const left = fields.filter((field) => !printed.includes(bare(address[field] ?? '')));
    expect(left).toEqual([]);
    if (country !== 'FR') expect(printed).toMatch(/(BELGIQUE|SUISSE)$/);
  }
});

test('a refusal names a field of the address, and none of its content but single characters', () => {
  const told = many.flatMap((address) => addressFaults(address).map((fault) => ({ ...fault, address })));
  expect(told.filter(({ field, address }) => !(field in address))).toEqual([]);
  expect(told.filter(({ text }) => /Lilas|Almeida|Мария|Bahnhof|Évêque/.test(text))).toEqual([]);
});

test("a sender's line has at most 80 characters, or is refused", () => {
  for (const address of accepted) {
    try {
      expect([...senderLine(address, 'BE')].length).toBeLessThanOrEqual(addressLimits.senderLineCharacters);
    } catch (error) {
      expect(error).toMatchObject({ code: 'address_line_too_long' });
    }
  }
});
