import { addressFaults, addressLines, senderLine } from './address.ts';
import type { PostalAddress } from './address.ts';
import { postalAddressSchema } from './address-schema.ts';
import { destinationZoneOf } from './destinations.ts';

const claire: PostalAddress = {
  kind: 'person',
  name: 'Madame Claire Fontaine',
  deliveryPoint: 'Apt 12, 3e étage',
  building: 'Résidence Les Tilleuls',
  streetNumber: '12 bis',
  street: "rue de l'Église",
  locality: 'Le Bourg',
  postcode: '69001',
  town: 'Lyon',
  country: 'FR',
};
const mairie: PostalAddress = {
  kind: 'organisation',
  organisation: "Caisse d'allocations familiales",
  name: 'Service du courrier',
  building: 'Tour Ouest',
  streetNumber: '50',
  street: 'avenue du Docteur Schweitzer',
  locality: 'CS 70812',
  postcode: '75379',
  town: 'Paris',
  cedex: '08',
  country: 'FR',
};
const refusal = (change: Partial<PostalAddress>, of = claire) =>
  addressFaults({ ...of, ...change }).map(({ text }) => text);

test('a person at a flat takes six lines, the last three in capitals without punctuation or accents', () => {
  expect(addressLines(claire)).toEqual([
    'Madame Claire Fontaine',
    'Apt 12, 3e étage',
    'Résidence Les Tilleuls',
    '12 BIS RUE DE L EGLISE',
    'LE BOURG',
    '69001 LYON',
  ]);
});

test('an organisation comes before the person or service, and its CEDEX ends the last line', () => {
  expect(addressLines(mairie)).toEqual([
    "Caisse d'allocations familiales",
    'Service du courrier',
    'Tour Ouest',
    '50 AVENUE DU DOCTEUR SCHWEITZER',
    'CS 70812',
    '75379 PARIS CEDEX 08',
  ]);
});

test('empty lines are left out, so the lines stay together', () => {
  const short = { ...claire, deliveryPoint: undefined, building: '', locality: ' ' };
  expect(addressLines(short)).toEqual(['Madame Claire Fontaine', '12 BIS RUE DE L EGLISE', '69001 LYON']);
});

test.each(['CEDEX', 'cedex', 'CEDEX 8', '08', 'Cedex 08'])('CEDEX may be given as "%s"', (cedex) => {
  expect(addressLines({ ...mairie, cedex }).at(-1)).toMatch(/^75379 PARIS CEDEX( 0?8)?$/);
});

test('a line of 38 characters is printed, one of 39 is refused with one too many', () => {
  const name = 'Monsieur Jean-Christophe de La Rochefou';
  expect([...name]).toHaveLength(39);
  expect(addressLines({ ...claire, name: name.slice(0, 38) })[0]).toHaveLength(38);
  expect(refusal({ name })).toEqual([
    'Line 1 (name) has 39 characters, 1 too many: at most 38 fit. Shorten the first name to its initial, or leave out the title.',
  ]);
});

test('the line that is named is the printed one, empty lines not counted', () => {
  const short = { ...claire, deliveryPoint: undefined, building: undefined };
  expect(addressFaults({ ...short, street: 'x'.repeat(50) })).toMatchObject([{ line: 2, field: 'street' }]);
});

test.each([
  [
    'a Cyrillic letter in a name',
    { name: 'Мария Martin' },
    'Line 1 (name) holds "М" (U+041C) at character 1. Write it in Latin letters.',
  ],
  ['an emoji', { building: 'Les 🌳' }, 'Line 3 (building) holds "🌳" (U+1F333) at character 5.'],
  ['a line break', { building: 'Tour\nOuest' }, 'Line 3 (building) holds U+000A at character 5.'],
  [
    'a slash in the street',
    { streetNumber: '12/14' },
    'Line 4 (street) holds "/" (U+002F) at character 3. This line takes letters, digits and spaces only',
  ],
  ['a bracket in the locality', { locality: 'BP 12 (nord)' }, 'Line 5 (locality) holds "(" (U+0028) at character 7.'],
] satisfies [string, Partial<PostalAddress>, string][])(
  '%s is refused with the line and the character',
  (_what, change, text) => {
    expect(refusal(change)).toEqual([expect.stringContaining(text)]);
  },
);

test.each(['Éléonore Müller-Østergård', 'Zoë Świętosława', 'Ștefan Țepeș', 'SARL « L’Œuvre » & Cie'])(
  '%s can be printed',
  (name) => {
    expect(addressLines({ ...claire, name })[0]).toBe(name);
  },
);

test.each([
  ['97110', 'overseas'],
  ['97233', 'overseas'],
  ['97300', 'overseas'],
  ['97400', 'overseas'],
  ['97500', 'overseas'],
  ['97600', 'overseas'],
  ['98600', 'overseas'],
  ['98714', 'overseas'],
  ['98800', 'overseas'],
  ['20000', 'metropolitan'],
  ['01000', 'metropolitan'],
])('%s is a French postcode, %s', (postcode, zone) => {
  expect(refusal({ postcode })).toEqual([]);
  expect(destinationZoneOf({ country: 'FR', postcode })).toBe(zone);
});

test.each([
  ['7500', 'exactly five digits'],
  ['75 001', 'exactly five digits'],
  ['96000', 'no department has the number 96'],
  ['99123', 'no department has the number 99'],
  ['97900', 'no overseas department or collectivity has the number 979'],
  ['98000', '980 is Monaco'],
])('the postcode %s is refused: %s', (postcode, reason) => {
  expect(refusal({ postcode })).toEqual([expect.stringContaining(reason)]);
});

test.each([
  ['RE', 'Réunion (RE) is written as France: country FR, with its postcode of 97 or 98'],
  ['NC', 'New Caledonia (NC) is written as France'],
  ['UK', 'No country has that code: United Kingdom (GB) is meant by it.'],
  ['Belgique', 'No country has that code: give two capital letters by ISO 3166, such as FR, BE or US.'],
])('mail to %s is refused, and the reason names the country', (country, text) => {
  expect(() => addressLines({ ...claire, country })).toThrow(text);
});

test('an overseas department is addressed as France is, without a country line', () => {
  expect(addressLines({ ...claire, postcode: '97400', town: 'Saint-Denis' }).at(-1)).toBe('97400 SAINT DENIS');
});

test('a box behind the street number is not French: a letter box is a delivery point', () => {
  expect(refusal({ box: '5' })).toEqual([
    'Only Belgian addresses have a box. Name a letter box as the delivery point, a BP or CS as the locality.',
  ]);
});

test('an address without a place to go to is refused, but a large organisation with its own CEDEX has one', () => {
  const bare = { kind: 'person', name: 'Jean Martin', postcode: '69001', town: 'Lyon', country: 'FR' } as const;
  expect(refusal({}, bare)).toEqual(['A street, a locality (hamlet, BP, CS) or a building is missing.']);
  const bank = {
    kind: 'organisation',
    organisation: 'Banque du Rhône',
    postcode: '69321',
    town: 'Lyon',
    cedex: '05',
    country: 'FR',
  } as const;
  expect(addressLines(bank)).toEqual(['Banque du Rhône', '69321 LYON CEDEX 05']);
});

test('all faults are told at once', () => {
  expect(() => addressLines({ ...claire, name: ' ', postcode: '123', town: '' })).toThrow(
    'The address cannot be printed. The name of the person is missing. The town is missing. The postcode is not one of France: a French postcode has exactly five digits.',
  );
});

test('the sender is told in one line of the window', () => {
  expect(senderLine(claire)).toBe('Exp. Madame Claire Fontaine - 12 BIS RUE DE L EGLISE - LE BOURG - 69001 LYON');
});

test('a sender too long for one line is found by its CS and CEDEX alone', () => {
  expect(senderLine(mairie)).toBe("Exp. Caisse d'allocations familiales - CS 70812 - 75379 PARIS CEDEX 08");
});

test('on a letter that goes abroad the sender says FRANCE, unless there is no room for it', () => {
  const short = { ...claire, locality: undefined };
  expect(senderLine(short, 'BE')).toBe('Exp. Madame Claire Fontaine - 12 BIS RUE DE L EGLISE - 69001 LYON - FRANCE');
  expect(senderLine(short, 'FR')).toBe(senderLine(short));
  expect(senderLine(mairie, 'CH')).toBe(
    "Exp. Caisse d'allocations familiales - CS 70812 - 75379 PARIS CEDEX 08 - FRANCE",
  );
  const long = { ...claire, name: 'x'.repeat(38), street: 'y'.repeat(9), locality: undefined };
  expect(senderLine(long, 'BE')).toBe(senderLine(long));
});

test('a sender that does not fit even so is refused with how many characters too many', () => {
  expect(() => senderLine({ ...claire, name: 'x'.repeat(38), street: 'y'.repeat(30) })).toThrow(
    '96 characters in its one line, 16 too many',
  );
});

test('an order sees each fault on the field that has it', () => {
  const read = postalAddressSchema.safeParse({ ...claire, country: undefined, street: 'rue #4' });
  expect(read.error?.issues).toMatchObject([{ path: ['street'], params: { code: 'address_character', line: 4 } }]);
  expect(postalAddressSchema.parse({ ...claire, country: undefined }).country).toBe('FR');
});

test('the country may be written small, and a Belgian postcode is judged by it', () => {
  const recipient = { kind: 'person', name: 'Jan Peeters', street: 'Zennestraat', streetNumber: '32', town: 'Brussel' };
  expect(postalAddressSchema.parse({ ...recipient, postcode: '1000', country: 'be' }).country).toBe('BE');
  const read = postalAddressSchema.safeParse({ ...recipient, postcode: '1000' });
  expect(read.error?.issues).toMatchObject([{ path: ['postcode'], params: { code: 'address_postcode' } }]);
});
