import { countryNamed } from './addresses/reading/read-country.ts';
import { parseAddressLines } from './addresses/reading/parse-address-lines.ts';
import { CellFault, dayOf, valueOf, type CellKind } from './import-cells.ts';
import { plainHeading } from './import-headings.ts';
import type { ImportColumns, ImportMapping } from './import-mapping.ts';

/** What is wrong in a row, and the column it stands in. Texts hold no content. */
export interface RowFault {
  code: string;
  text: string;
  column: string;
  /** Its cells, from 0. */
  cells: readonly number[];
}
/** A letter as a row says it, not validated yet. */
export interface RowLetter {
  letter: Record<string, unknown>;
  faults: RowFault[];
}
/** A place in a mapping that names a column which is not there, or there twice. */
export interface MappingFault {
  path: (string | number)[];
  column: string | number;
  text: string;
}

/** Letters of rows by a mapping; `same` is what stands in every letter that does not say it. */
export interface RowReader {
  read(cells: readonly string[]): RowLetter;
  /** The column that says what stands at a place of the letter, and where in the row it is; undefined when no column says it. */
  columnOf(path: readonly string[]): { name: string; cells: number[] } | undefined;
  /** Headings that say nothing. */
  unused: string[];
}

/**
 * Finds the columns that a mapping names.
 * @returns with them what cannot be found; the reader is of use only when nothing is
 */
export function rowReader(
  mapping: ImportMapping,
  headings: readonly string[],
  same: { readonly [key: string]: unknown },
  kinds: ReadonlyMap<string, CellKind>,
): { reader: RowReader; faults: MappingFault[] } {
  const plain = headings.map(plainHeading);
  const faults: MappingFault[] = [];
  const places: { path: string[]; cells: number[] }[] = [];
  const find = (column: string | number, path: (string | number)[]): number => {
    if (typeof column === 'number') {
      if (column > headings.length)
        faults.push({ path, column, text: `There is no column ${column}: the first row has ${headings.length}.` });
      return column - 1;
    }
    const wanted = plainHeading(column);
    const exact = headings.flatMap((heading, i) => (heading.trim() === column ? [i] : []));
    const alike = exact.length > 0 ? exact : plain.flatMap((heading, i) => (heading === wanted ? [i] : []));
    if (alike.length === 0) faults.push({ path, column, text: `No column is headed "${column}".` });
    if (alike.length > 1)
      faults.push({
        path,
        column,
        text: `${alike.length} columns are headed "${column}": name the one by its number.`,
      });
    return alike[0] ?? -1;
  };
  const put = (columns: ImportColumns | undefined, inMapping: string[], path: string[]) => {
    if (columns === undefined) return;
    const cells = [columns]
      .flat()
      .map((column, i) => find(column, Array.isArray(columns) ? [...inMapping, i] : inMapping));
    places.push({ path, cells });
  };
  for (const who of ['recipient', 'sender'] as const)
    for (const [field, columns] of Object.entries(mapping[who] ?? {})) put(columns, [who, field], [who, field]);
  for (const [field, columns] of Object.entries(mapping.data ?? {}))
    put(columns, ['data', field], ['content', 'data', ...field.split('.')]);
  for (const [option, columns] of Object.entries(mapping.options ?? {}))
    put(columns, ['options', option], ['options', option]);
  put(mapping.clientReference, ['clientReference'], ['clientReference']);
  put(mapping.documentId, ['documentId'], ['content', 'documentId']);
  put(mapping.pages, ['pages'], ['content', 'pages']);
  const lines = (mapping.recipientLines ?? []).map((column, i) => find(column, ['recipientLines', i]));
  if (lines.length > 0) places.push({ path: ['recipient'], cells: lines });

  const named = (cells: readonly number[]) => cells.map((i) => headings[i]?.trim() || `column ${i + 1}`).join(' + ');
  const used = new Set(places.flatMap(({ cells }) => cells));
  const reader: RowReader = {
    unused: headings.filter((heading, i) => !used.has(i) && heading.trim() !== '').map((heading) => heading.trim()),
    columnOf(path) {
      const whole = places.filter((place) => place.path.every((part, i) => path[i] === part));
      const inside = places.filter((place) => path.every((part, i) => place.path[i] === part));
      const [place] = whole.length > 0 ? whole : inside;
      return place && { name: named(place.cells), cells: place.cells };
    },
    read(row) {
      const letter = structuredClone(same) as Record<string, unknown>;
      const found: RowFault[] = [];
      for (const { path, cells } of places) {
        const texts = cells.map((i) => row[i]?.trim() ?? '').filter((text) => text !== '');
        if (texts.length === 0) continue;
        try {
          if (path.length === 1 && path[0] === 'recipient') letter.recipient = addressOf(texts);
          else setAt(letter, path, cellOf(texts.join(' '), path, kinds));
        } catch (error) {
          if (!(error instanceof CellFault)) throw error;
          const code = path[0] === 'recipient' ? 'address_unsure' : 'import_cell_unreadable';
          found.push({ code, text: error.message, column: named(cells), cells });
        }
      }
      for (const who of ['recipient', 'sender']) withKind(letter[who]);
      return { letter, faults: found };
    },
  };
  return { reader, faults };
}

function cellOf(text: string, path: readonly string[], kinds: ReadonlyMap<string, CellKind>): unknown {
  const [part, field = ''] = path;
  if (part === 'content' && field === 'data') return valueOf(text, kinds.get(path.slice(2).join('.')) ?? 'text');
  if (field === 'country') return countryNamed(text) ?? text;
  if (field === 'kind') return kindNamed(text);
  return field === 'sendDate' ? dayOf(text) : text;
}

function setAt(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    Object.defineProperty(object, first, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  const inner = Object.hasOwn(object, first) ? object[first] : undefined;
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
  Object.defineProperty(object, first, { value: next, enumerable: true, configurable: true, writable: true });
  setAt(next, rest, value);
}

/** A row that does not say whom it is for is for an organisation when it names one. */
function withKind(address: unknown): void {
  if (typeof address !== 'object' || address === null || 'kind' in address) return;
  Object.assign(address, { kind: 'organisation' in address ? 'organisation' : 'person' });
}

const persons = new Set(['person', 'personne', 'particulier', 'individual', 'p']);
const organisations = new Set([
  'organisation',
  'organization',
  'entreprise',
  'societe',
  'company',
  'professionnel',
  'o',
]);

function kindNamed(text: string): string {
  const plain = plainHeading(text);
  if (persons.has(plain)) return 'person';
  return organisations.has(plain) ? 'organisation' : text;
}

/** An address of free lines. Who it is for may stay open; where it goes may not. */
function addressOf(lines: readonly string[]): unknown {
  const { address, unsure } = parseAddressLines(lines);
  const open = unsure.filter(({ field }) => field !== 'kind' && field !== 'name');
  if (open.length > 0)
    throw new CellFault(
      `The lines of the address leave something open. ${open.map(({ why }) => why).join(' ')} Give it by fields instead.`,
    );
  return address;
}
