import { britishPostcode } from '../united-kingdom.ts';
import type { PostalAddress } from '../postal-address.ts';
import { plainOf } from './line-kinds.ts';

/** What the lines of the town say, and how many lines from the end they take. */
export type TownRead = {
  fields: Pick<PostalAddress, 'postcode' | 'town' | 'cedex' | 'region'>;
  /** Line of the town, from 0. */
  from: number;
  /** A country that the postcode itself names by letters before it. */
  country?: string | undefined;
};

const prefixes: Readonly<Record<string, string>> = {
  F: 'FR',
  FR: 'FR',
  B: 'BE',
  BE: 'BE',
  L: 'LU',
  LU: 'LU',
  D: 'DE',
  DE: 'DE',
  CH: 'CH',
  LI: 'LI',
  FL: 'LI',
  I: 'IT',
  IT: 'IT',
  E: 'ES',
  ES: 'ES',
  A: 'AT',
  AT: 'AT',
  NL: 'NL',
};

/** Postcode before the town on one line, by country; spaces inside as people write them. */
const shapes: Readonly<Record<string, RegExp>> = {
  FR: /^(\d{2} ?\d{3})[ ,]+(\D.*)$/u,
  MC: /^(\d{2} ?\d{3})[ ,]+(\D.*)$/u,
  DE: /^(\d{5})[ ,]+(\D.*)$/u,
  IT: /^(\d{5})[ ,]+(\D.*)$/u,
  ES: /^(\d{5})[ ,]+(\D.*)$/u,
  NL: /^(\d{4} ?[A-Z]{2})[ ,]+(\D.*)$/iu,
  PT: /^(\d{4}-\d{3})[ ,]+(\D.*)$/u,
  PL: /^(\d{2}-\d{3})[ ,]+(\D.*)$/u,
  IS: /^(\d{3})[ ,]+(\D.*)$/u,
};
for (const code of ['BE', 'CH', 'LI', 'LU', 'AT', 'DK', 'NO', 'SI'])
  Object.assign(shapes, { [code]: /^(\d{4})[ ,]+(\D.*)$/u });
for (const code of ['EE', 'FI', 'HR']) Object.assign(shapes, { [code]: /^(\d{5})[ ,]+(\D.*)$/u });
for (const code of ['CZ', 'GR', 'SE', 'SK']) Object.assign(shapes, { [code]: /^(\d{3} ?\d{2})[ ,]+(\D.*)$/u });

/** The town's line in the form of a country, looked for from the last line upwards; undefined when no line has it. */
export function readTown(lines: readonly string[], country: string): TownRead | undefined {
  if (country === 'GB') return readBritishTown(lines);
  const shape = shapes[country];
  if (!shape) return undefined;
  for (let from = lines.length - 1; from >= Math.max(0, lines.length - 3); from--) {
    const { bare, prefix } = withoutPrefix(lines[from] ?? '');
    const [, postcode, rest] = shape.exec(bare) ?? [];
    if (postcode === undefined || rest === undefined) continue;
    const fields = { postcode: postcodeInShape(postcode, country), ...townFields(rest, country) };
    const below = lines[from + 1];
    if (country === 'ES' && below !== undefined && fields.region === undefined) fields.region = below;
    return { fields, from, country: prefix };
  }
  return undefined;
}

/** `L-4750`, `D 10117`: letters that name the country, and the line without them. */
export function withoutPrefix(line: string): { bare: string; prefix?: string } {
  const [, letters = '', bare = ''] = /^([A-Z]{1,2})[ -]{0,3}(?=\d{4})(.*)$/u.exec(line) ?? [];
  const prefix = prefixes[letters];
  return prefix ? { bare, prefix } : { bare: line };
}

/** Digits and letters without spaces, spaced as the country does; those written without stay as they are. */
export function postcodeInShape(postcode: string, country: string): string {
  const bare = postcode.replace(/[ -]/g, '').toUpperCase();
  if (country === 'PL') return `${bare.slice(0, 2)}-${bare.slice(2)}`;
  if (country === 'PT') return `${bare.slice(0, 4)}-${bare.slice(4)}`;
  if (country === 'NL') return `${bare.slice(0, 4)} ${bare.slice(4)}`;
  if (['CZ', 'GR', 'SE', 'SK'].includes(country)) return `${bare.slice(0, 3)} ${bare.slice(3)}`;
  return bare;
}

function townFields(text: string, country: string): { town: string; cedex?: string; region?: string } {
  if (country === 'FR' || country === 'MC') {
    const [, town, number] = /^(.+?)[ ,]+cedex(?: +(\d{1,2}))?$/iu.exec(text) ?? [];
    if (town) return { town, cedex: number ? `CEDEX ${number}` : 'CEDEX' };
  }
  if (country === 'IT') {
    const [, town, region] = /^(.+?)[ ,]+\(?([A-Z]{2})\)?$/iu.exec(text) ?? [];
    if (town && region) return { town, region: region.toUpperCase() };
  }
  if (country === 'ES') {
    const [, town, region] = /^(.+?) *\(([^)]+)\)$/u.exec(text) ?? [];
    if (town && region) return { town, region };
  }
  return { town: text };
}

/** The British postcode at the end of a line: the line before it, and the code with its space. */
export function britishPostcodeIn(line: string): { before: string; postcode: string } | undefined {
  const [, before = '', outward, inward] = /^(.*?)[ ,]*\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/iu.exec(line) ?? [];
  const postcode = `${outward ?? ''} ${inward ?? ''}`.toUpperCase();
  return britishPostcode.test(postcode) ? { before, postcode } : undefined;
}

function readBritishTown(lines: readonly string[]): TownRead | undefined {
  for (let at = lines.length - 1; at >= Math.max(1, lines.length - 2); at--) {
    const read = britishPostcodeIn(lines[at] ?? '');
    if (!read) continue;
    const { before, postcode } = read;
    return before
      ? { fields: { postcode, town: before }, from: at }
      : { fields: { postcode, town: lines[at - 1] ?? '' }, from: at - 1 };
  }
  return undefined;
}

/** The line of a postcode alone, so that a guess at the country can be made from it. */
export const looksBritish = (lines: readonly string[]): boolean =>
  lines.some((line) => /\d/.test(plainOf(line)) && britishPostcodeIn(line) !== undefined);
