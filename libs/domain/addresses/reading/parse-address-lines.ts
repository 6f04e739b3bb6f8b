import { sortedLine, unprintableIn } from '../../address-text.ts';
import { addressLimits } from '../address-line.ts';
import { rulesOf } from '../countries.ts';
import { home } from '../iso-countries.ts';
import type { PostalAddress } from '../postal-address.ts';
import { is } from './line-kinds.ts';
import { countryNamed } from './read-country.ts';
import { readStreet, type StreetFields } from './read-street.ts';
import { looksBritish, readTown, withoutPrefix, type TownRead } from './read-town.ts';
import { linesOfWho, readWho, type Doubt } from './read-who.ts';
import { withTownLine } from './town-line.ts';
import { splitLines } from './split-lines.ts';

export type { Doubt } from './read-who.ts';

/** An address understood from free lines. It may have faults: judge it by `addressFaults`. */
export type ParsedAddress = {
  /** Only fields that the lines hold; postcode and town are empty when none was found. */
  address: PostalAddress;
  /** What may be otherwise, in the order of the address. Empty when the lines left nothing open. */
  unsure: Doubt[];
};

/**
 * Reads an address from the lines in which a person wrote it, or from one line with commas: structured, as Pli keeps it, with what is
 * unsure named. The country is the one that the last line names, else the one that letters before the postcode name, else `country`
 * (ISO 3166 or a name), else France; a postcode that is British alone makes it British. Lines printed by `addressLines` are read back as
 * the fields they came from, as far as the lines tell. Reads what is there and adds nothing: corrections are `addressSuggestions`.
 */
export function parseAddressLines(given: readonly string[], country?: string): ParsedAddress {
  const { lines: written, code, unsure } = readCountry(splitLines(given), country);
  const rules = rulesOf(code);
  if ('reason' in rules || rules.has?.includes('lines')) return readFree(written, code, unsure);
  const lines = withTownLine(written, code);
  const found = readTown(lines, code);
  const town = found ?? townWithoutPostcode(lines);
  if (!found) unsure.push({ field: 'postcode', why: 'No line has a postcode and a town as this country writes them.' });
  const above = lines.slice(0, town.from);
  // Who is found by a CEDEX alone is a large organisation.
  const body = town.fields.cedex && above.length === 1 ? alone(above[0] ?? '') : readBody(above, code);
  return {
    address: withoutEmpty({ ...body.fields, ...town.fields, country: code }),
    unsure: [...body.unsure, ...unsure],
  };
}

/** The country, and the lines without the one that names it. */
function readCountry(lines: string[], hint: string | undefined): { lines: string[]; code: string; unsure: Doubt[] } {
  const meant =
    hint === undefined || hint.trim() === '' ? undefined : (countryNamed(hint) ?? hint.trim().toUpperCase());
  const last = lines.at(-1) ?? '';
  const named = lines.length > 1 ? countryNamed(last) : undefined;
  if (named !== undefined) {
    const differs = meant !== undefined && meant !== named;
    const why = 'The last line names another country than was said; the line is followed.';
    return { lines: lines.slice(0, -1), code: named, unsure: differs ? [{ field: 'country', why }] : [] };
  }
  const byPrefix = lines.map((line) => withoutPrefix(line).prefix).findLast((prefix) => prefix !== undefined);
  if (byPrefix !== undefined) return { lines, code: byPrefix, unsure: [] };
  if (meant !== undefined) return { lines, code: meant, unsure: [] };
  const atHome = readTown(withTownLine(lines, home), home) !== undefined;
  const guess = looksBritish(lines) && !atHome ? 'GB' : home;
  if (atHome) return { lines, code: home, unsure: [] };
  const why = 'No line names the country; it is taken from the shape of the postcode, else France.';
  return { lines, code: guess, unsure: [{ field: 'country', why }] };
}

/** A country whose own rules are not known: who, and the lines as they are. */
function readFree(lines: readonly string[], country: string, unsure: Doubt[]): ParsedAddress {
  const titledFirst = lines.slice(0, lines[1] !== undefined && (is.titled(lines[1]) || is.service(lines[1])) ? 2 : 1);
  const who = readWho(titledFirst, country);
  const rest = lines.slice(titledFirst.length);
  const free = rest.slice(0, addressLimits.freeLines - 1);
  const over = rest.slice(addressLimits.freeLines - 1);
  if (over.length > 0) free.push(over.join(', '));
  if (over.length > 1)
    unsure.push({ field: 'lines', why: 'There are more lines than an address has; the last were joined.' });
  const address = { ...who.fields, postcode: '', town: '', ...(free.length > 0 && { lines: free }), country };
  return { address: withoutEmpty(address), unsure: [...who.unsure, ...unsure] };
}

/** The last line, unless it is a street's: a town whose postcode is missing, or is none of the country's and left as it is. */
function townWithoutPostcode(lines: readonly string[]): TownRead {
  const none = { fields: { postcode: '', town: '' }, from: lines.length };
  const last = lines.at(-1);
  if (lines.length < 2 || last === undefined || is.postBox(last)) return none;
  const [, postcode, town] = /^([A-Z]{0,2}[ -]?\d[\dA-Z.-]{2,7})[ ,]+(\D.*)$/iu.exec(last) ?? [];
  if (postcode && town && !is.street(town)) return { fields: { postcode, town }, from: lines.length - 1 };
  return /\d/.test(last) ? none : { fields: { postcode: '', town: last }, from: lines.length - 1 };
}

const alone = (organisation: string) => ({ fields: { kind: 'organisation' as const, organisation }, unsure: [] });

/** Everything above the town: who, where inside, street, and a locality below the street. */
function readBody(given: readonly string[], country: string) {
  const lines = [...given];
  const unsure: Doubt[] = [];
  const fields: Partial<PostalAddress> = {};
  // The first line is always who it goes to.
  const last = () => (lines.length > 1 ? lines.at(-1) : undefined);
  const above = lines.length > 2 ? lines.at(-2) : undefined;
  const below = last();
  if (below !== undefined && (is.postBox(below) || (!sureStreet(below, country) && sureStreet(above, country))))
    fields.locality = lines.pop();
  const street = sureStreet(last(), country);
  if (street) {
    Object.assign(fields, street);
    lines.pop();
  }
  if (!street) {
    const open = last();
    if (fields.locality === undefined && open !== undefined && is.hamlet(open)) fields.locality = lines.pop();
    const next = last();
    const crowded = lines.length > linesOfWho(lines, country);
    if (next !== undefined && (crowded || (fields.locality === undefined && mayBeStreet(next, country)))) {
      fields.street = lines.pop();
      unsure.push({ field: 'street', why: 'The line read as the street has neither a number nor a word for streets.' });
    }
  }
  const hasPlace = fields.street !== undefined || fields.locality !== undefined;
  const who = readWho(lines, country, hasPlace);
  return { fields: { ...who.fields, ...fields }, unsure: [...who.unsure, ...unsure] };
}

/** A line as a street when a number or a word for streets says that it is one. */
function sureStreet(line: string | undefined, country: string): StreetFields | undefined {
  if (line === undefined || is.postBox(line)) return undefined;
  const { sure, ...street } = readStreet(line, country);
  // `3e étage` is a floor, but `12 résidence X` a street with its number.
  const inside = is.inside(line) || (is.building(line) && !/^\d/.test(line));
  return sure && !inside ? street : undefined;
}

/** Where the lines below the building are in bare capitals. */
const inCapitals = new Set(['FR', 'MC']);

/** A line that could be printed as a street; in France a street is told from a building by its capitals too. */
function mayBeStreet(line: string, country: string): boolean {
  if (is.inside(line) || is.building(line)) return false;
  return inCapitals.has(country)
    ? sortedLine([line]) === line && unprintableIn(line, 'sorted') === undefined
    : unprintableIn(line, 'local') === undefined;
}

/** Without fields that hold nothing, which are as good as not given. */
function withoutEmpty(address: PostalAddress): PostalAddress {
  const given = Object.entries(address).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as PostalAddress;
}
