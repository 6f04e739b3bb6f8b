import type { AddressColumn, ImportColumns, ImportMapping, ImportMappingOfSome } from './import-mapping.ts';
import { MailError } from './mail-error.ts';

/** A heading as headings are compared: without case, accents and punctuation; `streetNumber` is `street number`. */
export const plainHeading = (heading: string): string =>
  heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Headings that back offices write over the fields of an address, in French and English. Those that head other things as often are not
 * among them: `N°` counts rows, `Contact` is somebody of ours.
 */
const known: Readonly<Record<AddressColumn, readonly string[]>> = {
  kind: ['kind', 'type de destinataire', 'recipient kind'],
  name: ['nom complet', 'nom et prenom', 'nom prenom', 'prenom nom', 'destinataire', 'full name', 'recipient'],
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
    'n de voie',
    'n voie',
    'house number',
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
/** May count the rows, or hold the number in the street; beside a column of streets' names it must be said which. */
const bareNumber = ['n', 'no', 'numero', 'num'];
const streetsName = ['street', 'rue', 'voie', 'libelle de voie', 'nom de voie', 'street name'];

/** What is said of some columns. */
type Said = Omit<ImportMappingOfSome, 'others'>;

/**
 * The mapping that usual headings say by themselves. A heading that is called as a field of the template's data fills it too.
 * @param dataFields names of the template's data, inner ones with points
 * @param said what is said of some columns: it stands, and neither these columns nor what they say are guessed
 * @returns undefined when town and recipient are not among the headings
 * @throws MailError `import_columns_unknown` when they can be understood in two ways: where a letter goes is not guessed
 */
export function mappingByHeadings(
  headings: readonly string[],
  dataFields: readonly string[],
  { others: _, ...said }: Partial<ImportMappingOfSome> = {},
): ImportMapping | undefined {
  const spoken = columnsIn(said);
  const plain = headings.map((heading, i) => {
    const own = plainHeading(heading);
    return spoken.has(i + 1) || spoken.has(own) ? '' : own;
  });
  const all = (names: readonly string[]) => plain.flatMap((heading, i) => (names.includes(heading) ? [i + 1] : []));
  const refuse = (columns: readonly number[], as: string): never => {
    const named = columns.map((column) => `column ${column} "${headings[column - 1]?.trim()}"`).join(' and ');
    throw new MailError(
      'import_columns_unknown',
      `The headings leave open what is ${as}: ${named}. Make another import whose \`mapping\` says it, by these numbers.`,
    );
  };
  const only = (names: readonly string[], as: string): number | undefined => {
    const columns = all(names);
    return columns.length > 1 ? refuse(columns, as) : columns[0];
  };
  const address =
    said.recipientLines === undefined ? addressByHeadings(plain, said.recipient ?? {}, { all, only, refuse }) : {};
  if (address === undefined) return undefined;
  const data = dataFields.flatMap((field) => {
    if (said.data?.[field] !== undefined) return [];
    const as = `\`${field}\` of the template's data`;
    const column = only([plainHeading(field)], as) ?? only([plainHeading(field.split('.').at(-1) ?? field)], as);
    return column === undefined ? [] : [[field, column] as const];
  });
  const clientReference = said.clientReference ?? only(references, 'the reference');
  return {
    ...address,
    ...said,
    ...('recipient' in address ? { recipient: address.recipient } : {}),
    ...(clientReference === undefined ? {} : { clientReference }),
    ...(data.length > 0 ? { data: { ...Object.fromEntries(data), ...said.data } } : {}),
  };
}

type ByField = Partial<Record<AddressColumn, ImportColumns>>;
/** Columns by their headings: all of some names; the only one of them; and the refusal when there are several. */
interface Columns {
  all(names: readonly string[]): number[];
  only(names: readonly string[], as: string): number | undefined;
  refuse(columns: readonly number[], as: string): never;
}

/** Where the recipient's address stands, by fields or by lines; undefined when town and recipient are not among the headings. */
function addressByHeadings(
  plain: readonly string[],
  said: ByField,
  { all, only, refuse }: Columns,
): Pick<ImportMapping, 'recipient' | 'recipientLines'> | undefined {
  const recipient: ByField = { ...said };
  for (const [field, names] of Object.entries(known) as [AddressColumn, readonly string[]][]) {
    const column = said[field] === undefined ? only(names, `the recipient's ${field}`) : undefined;
    if (column !== undefined) recipient[field] = column;
  }
  if (said.name === undefined) {
    const parts = [
      only(titles, "the recipient's title"),
      only(firstNames, "the recipient's first name"),
      only(lastNames, "the recipient's last name"),
    ];
    const names = parts.slice(1).filter((column) => column !== undefined);
    if (recipient.name !== undefined && names.length > 0)
      refuse([...all(known.name), ...names], "the recipient's name");
    // A title or first name alone is nobody's name.
    if (parts[2] !== undefined) recipient.name = parts.filter((column) => column !== undefined);
  }
  if (recipient.streetNumber === undefined && all(streetsName).length > 0 && all(bareNumber).length > 0)
    refuse([...all(bareNumber), ...all(streetsName)], 'the number in the street');
  const isWhole = recipient.town !== undefined && (recipient.name ?? recipient.organisation) !== undefined;
  const used = new Set(Object.values(recipient).flat());
  const linesOf = (n: number) =>
    plain.flatMap((heading, i) => (addressLine.exec(heading)?.[1] === String(n) ? [i + 1] : []));
  const lines = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => {
    const columns = linesOf(n);
    return columns.length > 1 ? refuse(columns, `line ${n} of the address`) : columns;
  });
  const beside = lines.filter((column) => !used.has(column));
  if (isWhole && beside.length > 0) refuse([...all(known.town), ...beside], 'the address, fields or lines');
  if (isWhole) return { recipient };
  return lines.length < 2 || Object.keys(said).length > 0 ? undefined : { recipientLines: lines };
}

/** The columns that a mapping names, by number or plain heading. */
function columnsIn({ recipient, recipientLines, sender, clientReference, data, options, documentId, pages }: Said) {
  const named = [
    ...[recipient, sender, data, options].flatMap((group) => Object.values(group ?? {})),
    ...[recipientLines, clientReference, documentId, pages].filter((column) => column !== undefined),
  ].flat();
  return new Set(named.map((column) => (typeof column === 'number' ? column : plainHeading(column))));
}
