import { addressFaults, addressLines, senderLine } from '../address.ts';
import type { PostalAddress } from './postal-address.ts';

const pierre: PostalAddress = {
  kind: 'person',
  name: 'Monsieur Pierre Boulanger',
  streetNumber: '7C',
  street: 'Rue du Vivier',
  box: '5',
  postcode: '1050',
  town: 'Ixelles',
  country: 'BE',
};
const acme: PostalAddress = {
  kind: 'organisation',
  organisation: 'Acme SA',
  name: 'Madame Anne Lambert',
  building: 'Bloc A - Étage 4',
  streetNumber: '26',
  street: "Rue de l'Évêque",
  postcode: '1000',
  town: 'Bruxelles',
  country: 'BE',
};
const faults = (change: Partial<PostalAddress>, of = pierre) => addressFaults({ ...of, ...change });
const refusal = (change: Partial<PostalAddress>) => faults(change).map(({ text }) => text);

test('number and box stand behind the street, the town is in capitals, the country in French is the last line', () => {
  expect(addressLines(pierre)).toEqual([
    'Monsieur Pierre Boulanger',
    'Rue du Vivier 7C bte 5',
    '1050 IXELLES',
    'BELGIQUE',
  ]);
});

test('a person stands before the organisation, as bpost has it, and names keep their accents', () => {
  expect(addressLines(acme)).toEqual([
    'Madame Anne Lambert',
    'Acme SA',
    'Bloc A - Étage 4',
    "Rue de l'Évêque 26",
    '1000 BRUXELLES',
    'BELGIQUE',
  ]);
});

test('the fullest address takes seven lines', () => {
  const full = { ...pierre, deliveryPoint: 'Chez Madame Dubois', building: 'Résidence du Lac', locality: 'BP 12' };
  expect(addressLines(full)).toEqual([
    'Monsieur Pierre Boulanger',
    'Chez Madame Dubois',
    'Résidence du Lac',
    'Rue du Vivier 7C bte 5',
    'BP 12',
    '1050 IXELLES',
    'BELGIQUE',
  ]);
});

test.each([
  ['5', '1050', 'bte 5'],
  ['bte 5', '1050', 'bte 5'],
  ['Bte. 5', '1050', 'bte 5'],
  ['Boîte 5', '4000', 'boîte 5'],
  ['bus 5', '1050', 'bus 5'],
  ['5', '4000', 'bte 5'],
  ['5', '9000', 'bus 5'],
  ['B003', '2018', 'bus B003'],
  ['5', '3000', 'bus 5'],
  ['5', '1500', 'bus 5'],
])('box "%s" at %s is printed "%s": its own word, or that of the language spoken there', (box, postcode, words) => {
  expect(addressLines({ ...pierre, box, postcode })[1]).toBe(`Rue du Vivier 7C ${words}`);
});

test('a comma between street and number is left out', () => {
  expect(addressLines({ ...pierre, street: 'Rue du Vivier,' })[1]).toBe('Rue du Vivier 7C bte 5');
});

test('a post office box takes the place of the street', () => {
  const box = { ...pierre, street: undefined, streetNumber: undefined, box: undefined, locality: 'BP 12' };
  expect(addressLines(box)).toEqual(['Monsieur Pierre Boulanger', 'BP 12', '1050 IXELLES', 'BELGIQUE']);
});

test.each([
  ['999', 'a Belgian postcode has exactly four digits, from 1000 on'],
  ['0999', 'from 1000 on'],
  ['10500', 'exactly four digits'],
  ['B-1050', 'write "1050" alone: the country stands in the last line'],
  ['BE 1050', 'write "1050" alone'],
])('the postcode %s is refused: %s', (postcode, reason) => {
  expect(faults({ postcode })).toEqual([
    { code: 'address_postcode', field: 'postcode', text: expect.stringContaining(reason) },
  ]);
});

test('the lowest and the highest postcode are Belgian', () => {
  expect([...refusal({ postcode: '1000' }), ...refusal({ postcode: '9999' })]).toEqual([]);
});

test.each([
  [
    'a box behind a slash',
    { streetNumber: '7/5', box: undefined },
    'address_character',
    'The street number holds "/": a Belgian box stands behind its word. Give it as the box.',
  ],
  [
    'a street in two languages',
    { street: 'Rue Haute/Hoogstraat' },
    'address_character',
    'The street holds "/": write a Belgian address in one language only.',
  ],
  [
    'a town in two languages',
    { town: 'Ixelles/Elsene' },
    'address_character',
    'The town holds "/": write a Belgian address in one language only.',
  ],
  [
    'a number before the street',
    { street: '7C rue du Vivier', streetNumber: undefined, box: undefined },
    'address_incomplete',
    'In Belgium the number stands behind the street: give it as streetNumber, apart from the street.',
  ],
  [
    'a box without a number',
    { streetNumber: undefined },
    'address_box',
    'The box stands behind a street and its number: give both, or name a post office box as the locality.',
  ],
  ['a box of words', { box: '2e étage' }, 'address_box', 'The box is one number or letter of at most 8 characters'],
  [
    'a CEDEX',
    { cedex: 'CEDEX 2' },
    'address_cedex',
    'Only France has CEDEX. Name a post office box (BP, postbus) as the locality.',
  ],
  [
    'no place to go to',
    { street: undefined, streetNumber: undefined, box: undefined, building: 'Tour Nord' },
    'address_incomplete',
    'A street, or a post office box as the locality, is missing.',
  ],
  [
    'a bracket in the town',
    { town: 'Ixelles (Boondael)' },
    'address_character',
    'Line 3 (town) holds "(" (U+0028) at character 14. This line takes Latin letters, digits, spaces and what joins names',
  ],
] satisfies [string, Partial<PostalAddress>, string, string][])(
  '%s is refused, and the text says how to write it',
  (_what, change, code, text) => {
    expect(faults(change)).toMatchObject([{ code, text: expect.stringContaining(text) }]);
  },
);

test('a line of 39 characters is refused, counted with its number and box', () => {
  const street = 'Chaussée de Notre-Dame au Bois';
  expect(addressLines({ ...pierre, street, streetNumber: '7', box: '5' })[1]).toHaveLength(38);
  expect(faults({ street, streetNumber: '7C', box: '5' })).toEqual([
    {
      code: 'address_line_too_long',
      line: 2,
      field: 'street',
      text: 'Line 2 (street) has 39 characters, 1 too many: at most 38 fit. Abbreviate the kind of street as bpost does (Av., Bd, Chée, Pl.).',
    },
  ]);
});

test('a sender in Belgium ends with its country: there the post brings the letter back', () => {
  expect(senderLine(acme)).toBe("Exp. Acme SA - Rue de l'Évêque 26 - 1000 BRUXELLES - BELGIQUE");
});
