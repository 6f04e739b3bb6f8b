/** What a template's data says of a field, as far as a cell goes. */
export type CellKind = 'text' | 'number' | 'integer' | 'boolean';

/** A cell that is not what its field needs: in words, without the cell's text. */
export class CellFault extends Error {}

/** Fields of a JSON Schema's objects by name, inner ones with points, and what each holds; lists and choices are left out. */
export function fieldsOf(schema: unknown, before = ''): Map<string, CellKind> {
  const found = new Map<string, CellKind>();
  const { properties } = (schema ?? {}) as { properties?: Record<string, { type?: unknown }> };
  for (const [name, inner] of Object.entries(properties ?? {})) {
    const types = [inner?.type].flat();
    const path = `${before}${name}`;
    if (types.includes('object')) for (const [field, kind] of fieldsOf(inner, `${path}.`)) found.set(field, kind);
    else if (types.includes('integer')) found.set(path, 'integer');
    else if (types.includes('number')) found.set(path, 'number');
    else if (types.includes('boolean')) found.set(path, 'boolean');
    else if (!types.includes('array')) found.set(path, 'text');
  }
  return found;
}

const yes = new Set(['true', 'vrai', 'oui', 'yes', 'o', 'y', '1', 'x']);
const no = new Set(['false', 'faux', 'non', 'no', 'n', '0']);

/**
 * What a cell says, as its field needs it. Numbers as people and programs write them: `1234.5`, `1234,50`, `1 234,50`. A comma before
 * exactly three digits could part thousands as well as decimals, so it is refused rather than guessed.
 * @throws CellFault
 */
export function valueOf(text: string, kind: CellKind): string | number | boolean {
  if (kind === 'text') return text;
  const plain = text.trim();
  if (kind === 'boolean') {
    if (yes.has(plain.toLowerCase())) return true;
    if (no.has(plain.toLowerCase())) return false;
    throw new CellFault('This is neither yes nor no: write true or false, oui or non, 1 or 0.');
  }
  const joined = plain.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (/^-?\d+,\d{3}$/.test(joined))
    throw new CellFault(
      'The comma may part thousands or decimals: write the number with a point, or without thousands.',
    );
  if (!/^-?\d{1,15}(?:[.,]\d+)?$/.test(joined))
    throw new CellFault('This is not a number: write it as 1234.50 or 1234,50.');
  const value = Number(joined.replace(',', '.'));
  if (kind === 'integer' && !Number.isInteger(value)) throw new CellFault('A whole number is needed here.');
  return value;
}

/** A day as `2027-03-28`, given so or as `28/03/2027`; anything else stays as it is, for the rules to refuse. */
export const dayOf = (text: string): string => text.trim().replace(/^(\d{2})[/.](\d{2})[/.](\d{4})$/, '$3-$2-$1');
