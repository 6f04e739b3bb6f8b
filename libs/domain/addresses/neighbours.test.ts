import { addressFaults, addressLines, senderLine } from '../address.ts';
import { countriesByFields, countryLineOf } from './countries.ts';
import { frenchLineOf, isoCountries, overseasOfFrance } from './iso-countries.ts';
import type { PostalAddress } from './postal-address.ts';

const person = (country: string, change: Partial<PostalAddress>): PostalAddress => ({
  kind: 'person',
  name: 'Madame Anne Keller',
  postcode: '',
  town: '',
  ...change,
  country,
});
const longwy = person('LU', { streetNumber: '71', street: 'route de Longwy', postcode: '4750', town: 'Pétange' });
const berlin = person('DE', { streetNumber: '12a', street: 'Hauptstraße', postcode: '10117', town: 'Berlin' });
const pisa = person('IT', {
  streetNumber: '15',
  street: 'Via Aldo Moro',
  postcode: '56122',
  town: 'Pisa',
  region: 'PI',
});
const coslada = person('ES', {
  street: 'Calle Mayor',
  streetNumber: '25',
  deliveryPoint: '3º B',
  postcode: '28820',
  town: 'Coslada',
  region: 'Madrid',
});
const london = person('GB', {
  deliveryPoint: 'Flat 2',
  building: 'Rose House',
  streetNumber: '12',
  street: 'High Street',
  locality: 'Little Village',
  postcode: 'SW1A 1AA',
  town: 'London',
});
const springfield = person('US', { lines: ['123 Main St', 'Springfield IL 62701'] });

test.each<[string, PostalAddress, string[]]>([
  [
    'Luxembourg puts the number first and L- before the postcode',
    longwy,
    ['71 route de Longwy', 'L-4750 PÉTANGE', 'LUXEMBOURG'],
  ],
  ['Germany puts the number behind', berlin, ['Hauptstraße 12a', '10117 BERLIN', 'ALLEMAGNE']],
  ['Italy ends the town with its province', pisa, ['Via Aldo Moro 15', '56122 PISA PI', 'ITALIE']],
  [
    'Spain has floor and door behind the number, and the province below',
    coslada,
    ['Calle Mayor 25 3º B', '28820 COSLADA', 'MADRID', 'ESPAGNE'],
  ],
  [
    'the United Kingdom has the postcode on a line of its own',
    london,
    ['Flat 2 Rose House', '12 High Street', 'Little Village', 'LONDON', 'SW1A 1AA', 'ROYAUME UNI'],
  ],
  [
    'Monaco writes as France does',
    person('MC', {
      streetNumber: '3',
      street: "avenue de l'Hermitage",
      postcode: '98020',
      town: 'Monaco',
      cedex: 'CEDEX',
    }),
    ['3 AVENUE DE L HERMITAGE', '98020 MONACO CEDEX', 'MONACO'],
  ],
  [
    'Liechtenstein writes as Switzerland does',
    person('LI', { streetNumber: '4', street: 'Städtle', postcode: '9490', town: 'Vaduz' }),
    ['Städtle 4', '9490 VADUZ', 'LIECHTENSTEIN'],
  ],
  [
    'the Netherlands have letters in their postcode',
    person('NL', { streetNumber: '5', street: 'Damrak', postcode: '1012 JS', town: 'Amsterdam' }),
    ['Damrak 5', '1012 JS AMSTERDAM', 'PAYS BAS'],
  ],
  [
    'any other country takes lines as its own post wants them',
    springfield,
    ['123 Main St', 'Springfield IL 62701', 'ETATS UNIS'],
  ],
])('%s', (_what, address, lines) => {
  expect(addressLines(address)).toEqual(['Madame Anne Keller', ...lines]);
});

test('in the United Kingdom the person stands before the organisation, elsewhere behind it', () => {
  const firm = { kind: 'organisation', organisation: 'Keller Ltd' } as const;
  expect(addressLines({ ...london, ...firm, locality: undefined }).slice(0, 2)).toEqual([
    'Madame Anne Keller',
    'Keller Ltd',
  ]);
  for (const address of [longwy, berlin, pisa, coslada, springfield])
    expect(addressLines({ ...address, ...firm }).slice(0, 2)).toEqual(['Keller Ltd', 'Madame Anne Keller']);
});

test.each<[string, PostalAddress, string, string]>([
  ['L- given with the postcode', { ...longwy, postcode: 'L-4750' }, 'address_postcode', 'write "4750" alone'],
  [
    'a German postcode of four digits',
    { ...berlin, postcode: '1011' },
    'address_postcode',
    'exactly five digits, from 01001 on',
  ],
  [
    'a number before a German street',
    { ...berlin, streetNumber: '', street: '12 Hauptstraße' },
    'address_incomplete',
    'In Germany the number stands behind the street',
  ],
  ['an Italian province in words', { ...pisa, region: 'Pisa' }, 'address_region', 'by its two letters'],
  [
    'a Spanish postcode of no province',
    { ...coslada, postcode: '53000' },
    'address_postcode',
    'no province has the number 53',
  ],
  [
    'a British postcode without a space',
    { ...london, postcode: 'SW1A1AA' },
    'address_postcode',
    'in capitals with one space',
  ],
  [
    'a British county',
    { ...london, deliveryPoint: '', region: 'Kent' },
    'address_region',
    'Only Italian and Spanish addresses name a province',
  ],
  [
    'a Dutch postcode without its space',
    person('NL', { ...berlin, postcode: '1012JS' }),
    'address_postcode',
    'it is written "1012 JS"',
  ],
  [
    'a number of Monaco in France',
    person('MC', { ...longwy, postcode: '75001' }),
    'address_postcode',
    '980 and two more digits',
  ],
  ['free lines where fields are known', { ...berlin, lines: ['Hauptstraße 12a'] }, 'address_lines', 'field by field'],
  ['no lines where none are known', { ...springfield, lines: undefined }, 'address_lines', 'Give the place in "lines"'],
  ['fields beside the lines', { ...springfield, town: 'Springfield' }, 'address_lines', 'the town stands in "lines"'],
  [
    'a postcode that is not in the lines',
    { ...springfield, postcode: '99999' },
    'address_postcode',
    'does not stand in the lines',
  ],
  ['a Belgian box in Germany', { ...berlin, box: '5' }, 'address_box', 'Only Belgian addresses have a box'],
  ['CEDEX in Italy', { ...pisa, cedex: '08' }, 'address_cedex', 'Only France has CEDEX'],
  ['no postcode at all', { ...longwy, postcode: '' }, 'address_postcode', 'exactly four digits'],
])('%s is refused, and the text says how to write it', (_what, address, code, text) => {
  expect(addressFaults(address)).toMatchObject([{ code, text: expect.stringContaining(text) as string }]);
});

test('an eighth line is refused: seven fit the window', () => {
  const firm = { ...london, kind: 'organisation', organisation: 'Keller Ltd' } as const;
  expect(addressFaults(firm)).toEqual([
    {
      code: 'address_lines',
      field: 'building',
      text: expect.stringContaining('takes 8 lines, 1 too many: at most 7 fit') as string,
    },
  ]);
});

test.each(['SW1A 1AA', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX', 'EC1A 1BB', 'GIR 0AA'])(
  '%s is a British postcode',
  (postcode) => {
    expect(addressFaults({ ...london, postcode })).toEqual([]);
  },
);

test('every country of ISO 3166 has a line in French capitals that fits, and no two have the same', () => {
  const lines = [...isoCountries].map(frenchLineOf);
  expect(isoCountries.size).toBe(250);
  expect(lines.filter((line) => !/^[A-Z][A-Z ]{2,37}$/.test(line))).toEqual([]);
  expect(new Set(lines).size).toBe(lines.length);
});

test('every country can be written to, France’s overseas parts as France', () => {
  const abroad = [...isoCountries].filter((code) => code !== 'FR' && !overseasOfFrance.has(code));
  for (const country of abroad) {
    expect([country, countryLineOf(country)]).toEqual([country, frenchLineOf(country)]);
    if (!countriesByFields.includes(country)) expect(addressFaults({ ...springfield, country })).toEqual([]);
  }
});

test("a sender abroad is told with its country's line, in free lines too", () => {
  expect(senderLine(berlin)).toBe('Exp. Madame Anne Keller - Hauptstraße 12a - 10117 BERLIN - ALLEMAGNE');
  expect(senderLine(springfield)).toBe('Exp. Madame Anne Keller - 123 Main St - Springfield IL 62701 - ETATS UNIS');
});
