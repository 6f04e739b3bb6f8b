import type { PostalAddress } from '../postal-address.ts';
import { is } from './line-kinds.ts';

/** What the lines leave open: a field of the address, and why it may be otherwise. Texts hold no content. */
export type Doubt = { field: string; why: string };

export type WhoRead = {
  fields: Pick<PostalAddress, 'kind' | 'name' | 'organisation' | 'deliveryPoint' | 'building'>;
  unsure: Doubt[];
};

/** Posts that have the person stand before the organisation. */
const nameFirst = new Set(['BE', 'GB']);
/** Where flat and building share a line, or the flat stands behind the number. */
const oneLineInside = new Set(['GB', 'ES']);

/** The lines above the street: who it goes to, and where inside; without a street or locality (`hasPlace`) a building is needed. */
export function readWho(lines: readonly string[], country: string, hasPlace = true): WhoRead {
  const [first = '', second, ...others] = lines;
  if (second !== undefined && isOrganisation(second) && !isOrganisation(first))
    return organisation(second, first, others);
  if (isOrganisation(first)) return organisation(first, ...nameBelow(lines.slice(1), country, hasPlace));
  if (second !== undefined && !is.titled(first) && is.service(second))
    return organisation(first, ...nameBelow(lines.slice(1), country, hasPlace));
  const person = personAt(first, lines.slice(1), country);
  if (first && !is.titled(first))
    person.unsure.push({
      field: 'kind',
      why: 'Nothing says whether the first line is a person or an organisation; it is read as a person.',
    });
  return person;
}

/** Lines that who and inside may take in an address of the country. */
export const linesOfWho = (lines: readonly string[], country: string): number =>
  oneLineInside.has(country) && !lines.slice(0, 2).some(isOrganisation) ? 2 : 3;

const isOrganisation = (line: string): boolean => is.organisation(line) && !is.titled(line) && !is.inside(line);

/** The person or service below an organisation, and the other lines: where the person stands first, only one with a title is. */
function nameBelow(
  lines: readonly string[],
  country: string,
  hasPlace: boolean,
): [name: string | undefined, inside: readonly string[]] {
  const [next, ...rest] = lines;
  const isName =
    next !== undefined &&
    (is.titled(next) ||
      is.service(next) ||
      (!nameFirst.has(country) && (rest.length > 0 || (!is.inside(next) && !is.building(next) && hasPlace))));
  return isName ? [next, rest] : [undefined, lines];
}

function organisation(organisation: string, name: string | undefined, inside: readonly string[]): WhoRead {
  const unsure: Doubt[] = [];
  if (name !== undefined && !is.titled(name) && !is.service(name))
    unsure.push({ field: 'name', why: 'The line beside the organisation is read as a person or service in it.' });
  const building = inside.join(', ') || undefined;
  return { fields: { kind: 'organisation', organisation, name, building }, unsure };
}

function personAt(name: string, others: readonly string[], country: string): WhoRead {
  // Above a Spanish street stands no flat: it would be printed behind the number.
  if (country === 'ES')
    return { fields: { kind: 'person', name, building: others.join(', ') || undefined }, unsure: [] };
  if (oneLineInside.has(country))
    return { fields: { kind: 'person', name, ...flatAndHouse(others.join(', ')) }, unsure: [] };
  const [first, ...rest] = others;
  if (rest.length === 0 && first !== undefined && is.building(first))
    return { fields: { kind: 'person', name, building: first }, unsure: [] };
  const unsure: Doubt[] = [];
  if (rest.length > 1)
    unsure.push({ field: 'building', why: 'More lines stand above the street than an address has; they were joined.' });
  return { fields: { kind: 'person', name, deliveryPoint: first, building: rest.join(', ') || undefined }, unsure };
}

/** `Flat 2 Rose House`: both stand on one line. */
function flatAndHouse(text: string): Pick<PostalAddress, 'deliveryPoint' | 'building'> {
  const [, flat, house] = /^((?:flat|apartment|apt|unit|suite|room) \S+)[ ,]+(\S.*)$/iu.exec(text) ?? [];
  if (flat && house) return { deliveryPoint: flat, building: house };
  return is.inside(text) ? { deliveryPoint: text } : { building: text || undefined };
}
