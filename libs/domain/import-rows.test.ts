import { fieldsOf, valueOf } from './import-cells.ts';
import { mappingByHeadings } from './import-headings.ts';
import { rowReader } from './import-rows.ts';
import { saysNumberTwice } from './import-street-number.ts';
import type { ImportMapping } from './import-mapping.ts';

test.each([
  ['Raison sociale;Adresse;CP;Ville', { organisation: 1, street: 2, postcode: 3, town: 4 }],
  ['Title;First name;Surname;Street name;House number;Zip code;City;Country', 'named'],
  ['Destinataire;Complément d’adresse;N° de voie;Voie;Code Postal;COMMUNE;Cedex;Pays', 'french'],
  ['kind;organisation;name;deliveryPoint;streetNumber;street;postcode;town;country', 'own'],
])('%s is understood', (headings, expected) => {
  const recipient = mappingByHeadings(headings.split(';'), [])?.recipient;
  const named = { name: [1, 2, 3], street: 4, streetNumber: 5, postcode: 6, town: 7, country: 8 };
  const french = { name: 1, deliveryPoint: 2, streetNumber: 3, street: 4, postcode: 5, town: 6, cedex: 7, country: 8 };
  const own = {
    kind: 1,
    organisation: 2,
    name: [3],
    deliveryPoint: 4,
    streetNumber: 5,
    street: 6,
    postcode: 7,
    town: 8,
    country: 9,
  };
  expect(recipient).toEqual(typeof expected === 'string' ? { named, french, own }[expected] : expected);
});

test('a number of the row and a contact of ours say nothing of the address', () => {
  const headings = 'N°;Prénom;Nom;Adresse;CP;Ville;Contact'.split(';');
  expect(mappingByHeadings(headings, [])).toEqual({ recipient: { name: [2, 3], street: 4, postcode: 5, town: 6 } });
  expect(mappingByHeadings('Contact;Adresse;CP;Ville'.split(';'), [])).toBeUndefined();
  expect(mappingByHeadings('Civilité;Adresse;CP;Ville'.split(';'), [])).toBeUndefined();
});

test.each([
  ['Nom;Adresse;CP;Ville;Adresse', ['street', 'column 2 "Adresse"', 'column 5 "Adresse"']],
  ['Nom;Rue;Adresse;CP;Ville', ['street', '"Rue"', '"Adresse"']],
  ['Nom;Prénom;Nom;Adresse;CP;Ville', ['last name', 'column 1 "Nom"', 'column 3 "Nom"']],
  ['Destinataire;Prénom;Nom;Adresse;CP;Ville', ['name', '"Destinataire"', '"Prénom"', '"Nom"']],
  ['Nom;N°;Rue;CP;Ville', ['number in the street', '"N°"', '"Rue"']],
  ['Nom;Adresse ligne 1;Adresse ligne 2;CP;Ville', ['address', '"Adresse ligne 1"']],
  ['Adresse ligne 1;Adresse ligne 2;Ligne 2', ['line 2', 'column 3 "Ligne 2"']],
  ['Nom;Adresse;CP;Ville;total;Total', ['`total`', 'column 6 "Total"']],
  ['Nom;Adresse;CP;Ville;Référence;Référence', ['reference', 'column 6']],
])('%s can be understood in two ways and is refused', (headings, words) => {
  let refusal: unknown;
  try {
    mappingByHeadings(headings.split(';'), ['total']);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({ code: 'import_columns_unknown' });
  for (const word of [...words, '`mapping`']) expect(String(refusal)).toContain(word);
});

test('headings that name neither a recipient nor a town are not guessed', () => {
  expect(mappingByHeadings(['a', 'b', 'Montant'], ['montant'])).toBeUndefined();
  expect(mappingByHeadings(['Adresse ligne 1', 'Adresse ligne 2', 'Ligne 3'], [])).toEqual({
    recipientLines: [1, 2, 3],
  });
});

test('columns that are said stand, and the others are recognised around them', () => {
  const some = (headings: string, said: Parameters<typeof mappingByHeadings>[2]) =>
    mappingByHeadings(headings.split(';'), ['total', 'due'], said);
  expect(some('Nom;Adresse;CP;Ville;Montant;Due;Dossier', { data: { total: 'montant' } })).toEqual({
    recipient: { name: [1], street: 2, postcode: 3, town: 4 },
    clientReference: 7,
    data: { total: 'montant', due: 6 },
  });
  // What could be understood in two ways is settled by saying it.
  expect(some('Nom;Prénom;Nom;Adresse;CP;Ville', { recipient: { name: 3 } })?.recipient).toEqual({
    name: 3,
    street: 4,
    postcode: 5,
    town: 6,
  });
  expect(some('Réf;Qui;Où;Total', { recipientLines: ['Qui', 'Où'] })).toEqual({
    recipientLines: ['Qui', 'Où'],
    clientReference: 1,
    data: { total: 4 },
  });
  expect(some('Qui;Adresse ligne 1;Adresse ligne 2', { recipient: { name: 'Qui' } })).toBeUndefined();
});

test.each([
  ['1234.5', 1234.5],
  ['1234,50', 1234.5],
  ['1 234,50', 1234.5],
  ['12 345 678', 12345678],
  ['-3', -3],
])('the number %s is read', (text, value) => {
  expect(valueOf(text, 'number')).toBe(value);
});

test.each([
  ['1,234', 'number', 'may part thousands'],
  ['1.5', 'integer', 'whole number'],
  ['1.234.567', 'number', 'not a number'],
  ['12 34', 'number', 'not a number'],
  ['1e5', 'number', 'not a number'],
  ['peut-être', 'boolean', 'neither yes nor no'],
] as const)('%s is no %s that could be read in one way only', (text, kind, words) => {
  expect(() => valueOf(text, kind)).toThrow(words);
});

test('a row fills the letter as the mapping says: inner data, joined cells, a country by name, an option', () => {
  const schema = {
    type: 'object',
    properties: {
      total: { type: 'number' },
      paid: { type: 'boolean' },
      of: { type: 'object', properties: { id: { type: 'string' } } },
    },
  };
  const mapping: ImportMapping = {
    recipient: { organisation: 'société', street: ['n°', 'rue'], postcode: 'CP', town: 5, country: 'PAYS' },
    data: { total: 'total', 'of.id': 'id', paid: 'payé' },
    options: { sendDate: 'envoi' },
  };
  const headings = ['Société', 'N°', 'Rue', 'cp', 'Ville', 'Pays', 'Total', 'Id', 'Payé', 'Envoi', 'Autre'];
  const same = { content: { kind: 'template', templateVersionId: 'v', data: { of: { other: 1 } } } };
  const { reader, faults } = rowReader(mapping, headings, same, fieldsOf(schema));
  expect(faults).toEqual([]);
  expect(reader.unused).toEqual(['Autre']);
  const row = [
    'Les Moulins',
    '7',
    'rue du Port',
    '1000',
    'Bruxelles',
    'Belgique',
    '12,5',
    '007',
    'oui',
    '28/03/2027',
    'x',
  ];
  const { letter } = reader.read(row);
  expect(letter).toEqual({
    recipient: {
      kind: 'organisation',
      organisation: 'Les Moulins',
      street: '7 rue du Port',
      postcode: '1000',
      town: 'Bruxelles',
      country: 'BE',
    },
    content: {
      kind: 'template',
      templateVersionId: 'v',
      data: { total: 12.5, paid: true, of: { id: '007', other: 1 } },
    },
    options: { sendDate: '2027-03-28' },
  });
  expect(reader.columnOf(['recipient', 'street'])).toEqual({ name: 'N° + Rue', cells: [1, 2] });
  expect(reader.read(row.with(6, 'x')).faults).toMatchObject([{ code: 'import_cell_unreadable', column: 'Total' }]);
  // What is the same for all is not changed by a row.
  expect(same.content.data).toEqual({ of: { other: 1 } });
});

test('columns that are not there, or there twice, are told with their place in the mapping', () => {
  const mapping: ImportMapping = { recipient: { name: 'Nom', town: ['Ville', 9] }, clientReference: 'Réf' };
  const { faults } = rowReader(mapping, ['nom', 'NOM', 'ville'], {}, new Map());
  expect(faults.map(({ path }) => path.join('/'))).toEqual(['recipient/name', 'recipient/town/1', 'clientReference']);
});

test('a street that begins with a number says it a second time; one that is called by an ordinal does not', () => {
  const twice = [
    '12 rue des Lilas',
    '12, rue X',
    '12bis rue X',
    '12 B rue X',
    '12B rue X',
    '12-14 rue X',
    ' 8 mai 1945',
    '3',
  ];
  const once = ['rue des Lilas', 'rue du 8 mai', '1ère Avenue', '5e Rue', '2nd Street', '17. Juni', '', undefined];
  const found = [...twice, ...once].filter((street) => saysNumberTwice({ streetNumber: '17', street }));
  expect(found).toEqual(twice);
  expect(saysNumberTwice({ street: '12 rue des Lilas' })).toBe(false);
  expect(saysNumberTwice(undefined)).toBe(false);
});
