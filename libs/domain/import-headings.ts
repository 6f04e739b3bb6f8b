import type { AddressColumn, ImportColumns, ImportMapping } from './import-mapping.ts';

/** A heading as headings are compared: without case, accents and punctuation; `streetNumber` is `street number`. */
export const plainHeading = (heading: string): string =>
  heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Headings that back offices write over the fields of an address, in French and English; the first that is there is taken. */
const known: Readonly<Record<AddressColumn, readonly string[]>> = {
  kind: ['kind', 'type de destinataire', 'recipient kind'],
  name: [
    'nom complet',
    'nom et prenom',
    'nom prenom',
    'prenom nom',
    'destinataire',
    'full name',
    'recipient',
    'contact',
  ],
  organisation: [
    'organisation',
    'organization',
    'societe',
    'raison sociale',
    'entreprise',
    'company',
    'company name',
    'denomination',
    'etablissement',
  ],
  deliveryPoint: [
    'delivery point',
    'complement',
    'complement adresse',
    'complement d adresse',
    'appartement',
    'adresse 2',
    'flat',
    'apartment',
    'address line 2',
  ],
  building: ['building', 'batiment', 'residence', 'immeuble', 'entree'],
  streetNumber: [
    'street number',
    'numero de voie',
    'numero voie',
    'numero de rue',
    'house number',
    'numero',
    'n',
    'no',
  ],
  street: [
    'street',
    'rue',
    'voie',
    'libelle de voie',
    'nom de voie',
    'adresse',
    'adresse 1',
    'adresse postale',
    'address',
    'address line 1',
    'street name',
  ],
  box: ['box', 'boite', 'bte'],
  locality: ['locality', 'lieu dit', 'bp', 'cs', 'boite postale', 'po box'],
  postcode: ['postcode', 'code postal', 'cp', 'postal code', 'post code', 'zip', 'zip code', 'npa', 'plz'],
  town: ['town', 'ville', 'commune', 'localite', 'city', 'bureau distributeur', 'ort'],
  cedex: ['cedex'],
  region: ['region', 'province', 'provincia'],
  country: ['country', 'pays', 'code pays', 'country code', 'land'],
};

const titles = ['civilite', 'titre', 'title', 'salutation'];
const firstNames = ['prenom', 'first name', 'firstname', 'given name'];
const lastNames = ['nom', 'nom de famille', 'last name', 'lastname', 'surname', 'family name', 'name'];
const references = [
  'client reference',
  'reference client',
  'reference',
  'ref',
  'numero client',
  'no client',
  'dossier',
];
const addressLine = /^(?:(?:adresse|address) )?(?:ligne|line) ([1-7])$/;

/**
 * The mapping that usual headings say by themselves. A heading that is called as a field of the template's data fills it too.
 * @param dataFields names of the template's data, inner ones with points
 * @returns undefined when town and recipient are not among the headings
 */
export function mappingByHeadings(
  headings: readonly string[],
  dataFields: readonly string[],
): ImportMapping | undefined {
  const plain = headings.map(plainHeading);
  const first = (names: readonly string[]): number | undefined => {
    const at = names.map((name) => plain.indexOf(name)).find((i) => i >= 0);
    return at === undefined ? undefined : at + 1;
  };
  const recipient: Partial<Record<AddressColumn, ImportColumns>> = {};
  for (const [field, names] of Object.entries(known) as [AddressColumn, readonly string[]][]) {
    const column = first(names);
    if (column !== undefined) recipient[field] = column;
  }
  const parts = [titles, firstNames, lastNames].map(first).filter((column) => column !== undefined);
  if (recipient.name === undefined && parts.length > 0) recipient.name = parts;
  const isWhole = recipient.town !== undefined && (recipient.name ?? recipient.organisation) !== undefined;
  const lines = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => {
    const at = plain.findIndex((heading) => addressLine.exec(heading)?.[1] === String(n));
    return at < 0 ? [] : [at + 1];
  });
  if (!isWhole && lines.length < 2) return undefined;
  const data = dataFields.flatMap((field) => {
    const column = first([plainHeading(field), plainHeading(field.split('.').at(-1) ?? field)]);
    return column === undefined ? [] : [[field, column] as const];
  });
  const clientReference = first(references);
  return {
    ...(isWhole ? { recipient } : { recipientLines: lines }),
    ...(clientReference === undefined ? {} : { clientReference }),
    ...(data.length > 0 ? { data: Object.fromEntries(data) } : {}),
  };
}
