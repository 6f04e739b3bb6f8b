import { addressFaults } from '../../address.ts';
import type { PostalAddress } from '../postal-address.ts';
import { checkAddress, checkAddressLines } from './check-address.ts';
import { withSuggestions } from './suggestion.ts';

const claire: PostalAddress = {
  kind: 'person',
  name: 'Madame Claire Fontaine',
  streetNumber: '12',
  street: 'rue des Lilas',
  postcode: '75011',
  town: 'Paris',
  country: 'FR',
};
const inBelgium = { ...claire, country: 'BE', postcode: '1050', town: 'Ixelles' };

const suggested = (address: PostalAddress) =>
  checkAddress(address).suggestions.map(({ code, field, value }) => [code, field, value]);

test('an address without faults is left as it is, and nothing is suggested', () => {
  expect(checkAddress(claire)).toEqual({
    address: claire,
    lines: ['Madame Claire Fontaine', '12 RUE DES LILAS', '75011 PARIS'],
    unsure: [],
    suggestions: [],
    faults: [],
  });
});

test.each<[string, PostalAddress, string[][]]>([
  [
    'a CEDEX in the town',
    { ...claire, town: 'Paris Cedex 08' },
    [
      ['cedex_in_town', 'town', 'Paris'],
      ['cedex_in_town', 'cedex', 'CEDEX 08'],
    ],
  ],
  ['an arrondissement', { ...claire, town: 'Paris 11e' }, [['district_in_town', 'town', 'Paris']]],
  [
    'a zero lost by a spreadsheet',
    { ...claire, postcode: '1000', town: 'Bourg-en-Bresse' },
    [['postcode_shape', 'postcode', '01000']],
  ],
  ['spaces in a postcode', { ...claire, postcode: '75 011' }, [['postcode_shape', 'postcode', '75011']]],
  ['letters for digits', { ...claire, postcode: '75O1l' }, [['postcode_shape', 'postcode', '75011']]],
  [
    'a postcode in the town',
    { ...claire, postcode: '', town: '75011 Paris' },
    [
      ['postcode_in_town', 'postcode', '75011'],
      ['postcode_in_town', 'town', 'Paris'],
    ],
  ],
  ["a country's letters", { ...inBelgium, postcode: 'B-1050' }, [['postcode_shape', 'postcode', '1050']]],
  [
    'a British postcode without its space',
    { ...claire, country: 'GB', postcode: 'sw1a1aa', town: 'London' },
    [['postcode_shape', 'postcode', 'SW1A 1AA']],
  ],
  [
    'a box behind a slash',
    { ...inBelgium, streetNumber: '7/5' },
    [
      ['box_apart', 'streetNumber', '7'],
      ['box_apart', 'box', '5'],
    ],
  ],
  [
    'a number before a Belgian street',
    { ...inBelgium, streetNumber: undefined, street: '12 rue des Lilas' },
    [
      ['number_apart', 'street', 'rue des Lilas'],
      ['number_apart', 'streetNumber', '12'],
    ],
  ],
  [
    'number and box behind it',
    { ...inBelgium, streetNumber: undefined, street: 'Rue du Vivier 7C bte 5' },
    [
      ['number_apart', 'street', 'Rue du Vivier'],
      ['number_apart', 'streetNumber', '7C'],
      ['number_apart', 'box', 'bte 5'],
    ],
  ],
  ['two languages', { ...inBelgium, town: 'Ixelles/Elsene' }, [['one_language', 'town', 'Ixelles']]],
  [
    'a BP as the street',
    { ...claire, streetNumber: undefined, street: 'BP 12' },
    [
      ['post_box_apart', 'street', ''],
      ['post_box_apart', 'locality', 'BP 12'],
    ],
  ],
  [
    'a flat in the street',
    { ...claire, street: 'rue des Lilas, apt 4' },
    [
      ['flat_apart', 'street', 'rue des Lilas'],
      ['flat_apart', 'deliveryPoint', 'apt 4'],
    ],
  ],
  ['two numbers', { ...claire, streetNumber: '52/54' }, [['first_number', 'streetNumber', '52']]],
  [
    'a street that is too long',
    { ...claire, street: 'boulevard du Général Charles de Gaulle' },
    [['shorter_line', 'street', 'BD DU GENERAL CHARLES DE GAULLE']],
  ],
  [
    'an organisation for a person',
    { ...claire, name: 'Acme SARL' },
    [
      ['is_organisation', 'kind', 'organisation'],
      ['is_organisation', 'organisation', 'Acme SARL'],
      ['is_organisation', 'name', ''],
    ],
  ],
  ['a person for an organisation', { ...claire, kind: 'organisation' }, [['is_person', 'kind', 'person']]],
  ['a wrong encoding', { ...claire, name: 'Madame ZoÃ© LefÃ¨vre' }, [['encoding', 'name', 'Madame Zoé Lefèvre']]],
  [
    'signs that no machine reads',
    { ...claire, street: 'rue des Lilas (fond de cour)' },
    [['characters', 'street', 'rue des Lilas fond de cour']],
  ],
  ['UK', { ...claire, country: 'UK', postcode: 'SW1A 1AA', town: 'London' }, [['country_meant', 'country', 'GB']]],
  [
    'an overseas part of France',
    { ...claire, country: 'RE', postcode: '97400', town: 'Saint-Denis' },
    [['country_meant', 'country', 'FR']],
  ],
  ['Monaco', { ...claire, postcode: '98000', town: 'Monaco' }, [['country_meant', 'country', 'MC']]],
  [
    'Liechtenstein',
    { ...inBelgium, country: 'CH', postcode: '9490', town: 'Vaduz' },
    [['country_meant', 'country', 'LI']],
  ],
  [
    'a Spanish province',
    { ...inBelgium, country: 'ES', postcode: '28820', town: 'Coslada' },
    [['province_of_postcode', 'region', 'Madrid']],
  ],
  [
    'an Italian province in the town',
    { ...inBelgium, country: 'IT', postcode: '20090', town: 'Buccinasco (MI)' },
    [
      ['province_in_town', 'town', 'Buccinasco'],
      ['province_in_town', 'region', 'MI'],
    ],
  ],
])('%s is noticed, and what is suggested can be printed', (_what, address, suggestions) => {
  const before = structuredClone(address);
  expect(suggested(address)).toEqual(suggestions);
  expect(address).toEqual(before);
  expect(addressFaults(withSuggestions(address, checkAddress(address).suggestions))).toEqual([]);
});

test.each<[string, PostalAddress, string]>([
  ['a street without a number', { ...claire, streetNumber: undefined }, 'streetNumber'],
  ["another department than the town's", { ...claire, postcode: '69001' }, 'postcode'],
  ["a CEDEX's postcode without CEDEX", { ...claire, postcode: '75379' }, 'cedex'],
  [
    'an Italian town without its province',
    { ...inBelgium, country: 'IT', postcode: '20090', town: 'Buccinasco' },
    'region',
  ],
])('%s is printed, and told as unsure', (_what, address, field) => {
  const { faults, unsure } = checkAddress(address);
  expect([faults, unsure.map((doubt) => doubt.field)]).toEqual([[], [field]]);
});

test('free lines are read, judged and shown as they would be printed', () => {
  const { address, lines, unsure, suggestions, faults } = checkAddressLines([
    'Acme',
    '12 rue des Lilas',
    '1000 Bourg-en-Bresse',
  ]);
  expect(lines).toEqual(['Acme', '12 RUE DES LILAS', '1000 BOURG EN BRESSE']);
  expect(address).toMatchObject({ postcode: '1000', town: 'Bourg-en-Bresse' });
  expect(unsure.map(({ field }) => field)).toEqual(['kind', 'country', 'postcode']);
  expect(suggestions).toMatchObject([{ code: 'postcode_shape', value: '01000' }]);
  expect(faults.map(({ field }) => field)).toEqual(['postcode']);
});
