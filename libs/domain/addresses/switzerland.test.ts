import { addressFaults, addressLines, senderLine } from '../address.ts';
import type { PostalAddress } from './postal-address.ts';

const erich: PostalAddress = {
  kind: 'person',
  name: 'Herr Erich Müller',
  streetNumber: '4a/8',
  street: 'Bahnhofstrasse',
  postcode: '8001',
  town: 'Zürich',
  country: 'CH',
};
const schweizer: PostalAddress = {
  kind: 'organisation',
  organisation: 'Schweizer AG',
  name: 'Frau R. Bürki',
  locality: 'Postfach 12',
  postcode: '3000',
  town: 'Bern 8',
  country: 'CH',
};
const faults = (change: Partial<PostalAddress>, of = erich) => addressFaults({ ...of, ...change });

test('the number stands behind the street with its flat, the town in capitals with its dots, SUISSE last', () => {
  expect(addressLines(erich)).toEqual(['Herr Erich Müller', 'Bahnhofstrasse 4a/8', '8001 ZÜRICH', 'SUISSE']);
});

test('an organisation stands before the person in it, and its Postfach on the line above the town', () => {
  expect(addressLines(schweizer)).toEqual(['Schweizer AG', 'Frau R. Bürki', 'Postfach 12', '3000 BERN 8', 'SUISSE']);
});

test('a street and a Case postale go together, the fullest address takes seven lines', () => {
  const geneva: PostalAddress = {
    kind: 'person',
    name: 'Madame Sylvie Rochat',
    deliveryPoint: 'c/o Monsieur Favre',
    building: 'Immeuble Les Saules',
    streetNumber: '12',
    street: 'Chemin de la Forêt',
    locality: 'Case postale 77',
    postcode: '1211',
    town: 'Genève 3',
    country: 'CH',
  };
  expect(addressLines(geneva)).toEqual([
    'Madame Sylvie Rochat',
    'c/o Monsieur Favre',
    'Immeuble Les Saules',
    'Chemin de la Forêt 12',
    'Case postale 77',
    '1211 GENÈVE 3',
    'SUISSE',
  ]);
});

test.each([
  ['Biel/Bienne', '2502 BIEL/BIENNE'],
  ['La Chaux-de-Fonds', '2502 LA CHAUX-DE-FONDS'],
  ['Buchs SG', '2502 BUCHS SG'],
  ['S. Antonino', '2502 S. ANTONINO'],
])('the town %s is printed "%s"', (town, line) => {
  expect(addressLines({ ...erich, town, postcode: '2502' }).at(-2)).toBe(line);
});

test.each(['1000', '9658', '9484', '9499', '8238'])('%s is a postcode of Swiss Post', (postcode) => {
  expect(faults({ postcode })).toEqual([]);
});

test.each([
  ['80011', 'address_postcode', 'exactly four digits'],
  ['CH-8001', 'address_postcode', 'write "8001" alone: the country stands in the last line'],
  ['0800', 'address_postcode', 'from 1000 on'],
  ['9700', 'address_postcode', 'no Swiss town has a number above 9699'],
  ['6911', 'address_postcode', "6911 was Campione d'Italia"],
  ['9485', 'address_postcode', '9485 lies in Liechtenstein: country LI'],
  ['9498', 'address_postcode', '9498 lies in Liechtenstein'],
])('the postcode %s is refused (%s): %s', (postcode, code, reason) => {
  expect(faults({ postcode })).toEqual([{ code, field: 'postcode', text: expect.stringContaining(reason) }]);
});

test.each([
  [
    'a number before the street',
    { street: '4 Bahnhofstrasse', streetNumber: undefined },
    'address_incomplete',
    'In Switzerland the number stands behind the street',
  ],
  ['a Belgian box', { box: '5' }, 'address_box', 'Name a Postfach or Case postale as the locality.'],
  ['a CEDEX', { cedex: '8' }, 'address_cedex', 'The number of a box office is a part of the town, as in "Bern 8".'],
  [
    'no street and no Postfach',
    { street: '', streetNumber: '' },
    'address_incomplete',
    'A street, or a post office box',
  ],
] satisfies [string, Partial<PostalAddress>, string, string][])(
  '%s is refused, and the text says how to write it',
  (_what, change, code, text) => {
    expect(faults(change)).toMatchObject([{ code, text: expect.stringContaining(text) }]);
  },
);

test('a line of 39 characters is refused with what may be shortened', () => {
  const street = 'Sankt-Gallen-Appenzeller-Bahnstrasse';
  expect(addressLines({ ...erich, street, streetNumber: '4' })[1]).toHaveLength(38);
  expect(faults({ street, streetNumber: '4a' })).toMatchObject([
    {
      code: 'address_line_too_long',
      line: 2,
      text: expect.stringContaining(
        '39 characters, 1 too many: at most 38 fit. Abbreviate the kind of street (Av., Ch.',
      ),
    },
  ]);
});

test('a sender in Switzerland is found by its Postfach and its country', () => {
  expect(senderLine(schweizer)).toBe('Exp. Schweizer AG - Postfach 12 - 3000 BERN 8 - SUISSE');
});
