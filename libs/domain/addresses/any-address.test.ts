import { addressFaults, addressLines, senderLine } from '../address.ts';
import { addressLimits } from './address-line.ts';
import { frenchLineOf } from './iso-countries.ts';
import { is } from './reading/line-kinds.ts';
import { parseAddressLines } from './reading/parse-address-lines.ts';
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
const postcodes: Readonly<Record<string, string>> = {
  FR: '75011',
  BE: '2018',
  CH: '1204',
  LI: '9490',
  MC: '98000',
  LU: '4750',
  DE: '10117',
  IT: '56122',
  ES: '28820',
  GB: 'SW1A 1AA',
  AT: '1010',
  NL: '1012 JS',
  US: '',
};
const countries = [...Object.keys(postcodes), 'FR', 'BE', 'CH', 'RE'];
const wrongPostcodes = ['97400', '9999', 'CH-1204', '00100', ''];

function anyAddress(): PostalAddress {
  const country = pick(countries);
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
    region: roll(8) === 0 || country === 'IT' ? pick(['PI', 'Madrid', '']) : undefined,
    postcode: roll(4) === 0 ? pick(wrongPostcodes) : (postcodes[country] ?? ''),
    town: pick(['Lyon', 'Ixelles/Elsene', 'Biel/Bienne', "Braine-l'Alleud", '']),
    cedex: roll(6) === 0 ? pick(['08', 'CEDEX', 'CEDEX 123']) : undefined,
    lines: roll(8) === 0 || country === 'US' ? [pick(words), pick(['Springfield, IL 62701', '#4'])] : undefined,
    country,
    ...(country === 'US' && roll(2) === 0 ? nothingElse : {}),
  };
}

const nothingElse = {
  deliveryPoint: undefined,
  building: undefined,
  streetNumber: undefined,
  street: undefined,
  box: undefined,
  locality: undefined,
  town: '',
  cedex: undefined,
  region: undefined,
};

/** Letters and digits, as every line prints them in one way or another. */
const bare = (text: string) =>
  text
    .normalize('NFD')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replace(/[^A-Z0-9]/g, '');

const many = Array.from({ length: 30_000 }, anyAddress);
const accepted = many.filter((address) => addressFaults(address).length === 0);

test('among any addresses there are good ones of each country', () => {
  for (const code of Object.keys(postcodes))
    expect([code, accepted.filter(({ country }) => country === code).length > 20]).toEqual([code, true]);
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
  'region',
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
    if (country !== 'FR') expect(printed.endsWith(bare(frenchLineOf(country)))).toBe(true);
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

test('the lines of any address are read back as an address that prints the same lines', () => {
  // An organisation below the person is moved to its place, a street that is a flat is asked for again, and no flat is a name.
  const asTheirPostWants = accepted.filter(
    ({ deliveryPoint = '', building = '', name = '', organisation = '', street = '', lines = [] }) =>
      ![deliveryPoint, building, name, street, ...lines].some(is.organisation) &&
      ![name, organisation, street].some((text) => is.inside(text) || is.building(text)),
  );
  expect(asTheirPostWants.length).toBeGreaterThan(400);
  for (const address of asTheirPostWants) {
    const lines = addressLines(address);
    const { address: read } = parseAddressLines(lines);
    expect([address, lines, read, addressFaults(read)]).toEqual([address, lines, read, []]);
    expect([address, addressLines(read)]).toEqual([address, lines]);
  }
});
