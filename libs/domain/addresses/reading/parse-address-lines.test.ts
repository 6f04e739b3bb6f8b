import { parseAddressLines } from './parse-address-lines.ts';

const read = (lines: string[], country?: string) => {
  const { address, unsure } = parseAddressLines(lines, country);
  return { ...address, unsure: unsure.map(({ field }) => field) };
};
const person = (name: string) => ({ kind: 'person', name });

test.each([
  [['Mme X', '12 rue des Lilas', '75011', 'Paris']],
  [['Mme X', '12 rue des Lilas', 'Paris 75011']],
  [['Mme X', '12 rue des Lilas 75011 Paris']],
  [['Mme X, 12 rue des Lilas 75011 Paris']],
  [['Mme X, 12, rue des Lilas, 75011, Paris, France']],
  [['Mme X', '', '12 rue des Lilas,', 'F-75011 Paris']],
])('%j says the same as an envelope does', (lines) => {
  expect(read(lines)).toEqual({
    ...person('Mme X'),
    streetNumber: '12',
    street: 'rue des Lilas',
    postcode: '75011',
    town: 'Paris',
    country: 'FR',
    unsure: [],
  });
});

test.each([
  [
    ['Madame Claire Fontaine, 12 rue des Lilas, 75011 Paris'],
    {
      ...person('Madame Claire Fontaine'),
      streetNumber: '12',
      street: 'rue des Lilas',
      postcode: '75011',
      town: 'Paris',
      country: 'FR',
      unsure: [],
    },
  ],
  [
    ['Acme SARL', 'Service courrier', 'Bât B', '12 bis, avenue Foch', 'BP 12', '69321 Lyon Cedex 05'],
    {
      kind: 'organisation',
      organisation: 'Acme SARL',
      name: 'Service courrier',
      building: 'Bât B',
      streetNumber: '12 bis',
      street: 'avenue Foch',
      locality: 'BP 12',
      postcode: '69321',
      town: 'Lyon',
      cedex: 'CEDEX 05',
      country: 'FR',
      unsure: [],
    },
  ],
  [
    ['Mme X', 'Apt 12, 3e étage', 'Résidence Les Tilleuls', '12 bis rue de l’Église', 'Le Bourg', '69001 Lyon'],
    {
      ...person('Mme X'),
      deliveryPoint: 'Apt 12, 3e étage',
      building: 'Résidence Les Tilleuls',
      streetNumber: '12 bis',
      street: 'rue de l’Église',
      locality: 'Le Bourg',
      postcode: '69001',
      town: 'Lyon',
      country: 'FR',
      unsure: [],
    },
  ],
  [
    ['Jean Dupont', 'Rue du Vivier 7C bte 5', '1050 Ixelles', 'Belgique'],
    {
      ...person('Jean Dupont'),
      street: 'Rue du Vivier',
      streetNumber: '7C',
      box: 'bte 5',
      postcode: '1050',
      town: 'Ixelles',
      country: 'BE',
      unsure: ['kind'],
    },
  ],
  [
    ['Mr A Smith', 'Flat 2 Rose House', '12 High Street', 'Little Village', 'LONDON SW1A 1AA'],
    {
      ...person('Mr A Smith'),
      deliveryPoint: 'Flat 2',
      building: 'Rose House',
      streetNumber: '12',
      street: 'High Street',
      locality: 'Little Village',
      postcode: 'SW1A 1AA',
      town: 'LONDON',
      country: 'GB',
      unsure: ['country'],
    },
  ],
  [
    ['Herr Max Müller, Hauptstraße 12a, D-10117 Berlin'],
    {
      ...person('Herr Max Müller'),
      street: 'Hauptstraße',
      streetNumber: '12a',
      postcode: '10117',
      town: 'Berlin',
      country: 'DE',
      unsure: [],
    },
  ],
  [
    ['Sr. Juan Pérez', 'C/ Mayor, 25, 3º B', '28820 Coslada', 'Madrid', 'España'],
    {
      ...person('Sr. Juan Pérez'),
      street: 'C/ Mayor',
      streetNumber: '25',
      deliveryPoint: '3º B',
      postcode: '28820',
      town: 'Coslada',
      region: 'Madrid',
      country: 'ES',
      unsure: [],
    },
  ],
  [
    ['Sig. Mario Rossi, Via Roma, 10, 00144 Roma RM, Italia'],
    {
      ...person('Sig. Mario Rossi'),
      street: 'Via Roma',
      streetNumber: '10',
      postcode: '00144',
      town: 'Roma',
      region: 'RM',
      country: 'IT',
      unsure: [],
    },
  ],
  [
    ['M. Jacques Muller', '71, route de Longwy', 'L-4750 Pétange'],
    {
      ...person('M. Jacques Muller'),
      streetNumber: '71',
      street: 'route de Longwy',
      postcode: '4750',
      town: 'Pétange',
      country: 'LU',
      unsure: [],
    },
  ],
  [
    ['Mr John Doe', '123 Main St', 'Springfield, IL 62701', 'USA'],
    {
      ...person('Mr John Doe'),
      lines: ['123 Main St', 'Springfield, IL 62701'],
      postcode: '',
      town: '',
      country: 'US',
      unsure: [],
    },
  ],
  [['X'], { ...person('X'), postcode: '', town: '', country: 'FR', unsure: ['kind', 'country', 'postcode'] }],
] as [string[], object][])('%j is understood', (lines, address) => {
  expect(read(lines)).toEqual(address);
});
