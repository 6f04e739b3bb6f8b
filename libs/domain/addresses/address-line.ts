import { capitalLine, freeLine, localLine, nameOfCharacter, sortedLine, unprintableIn } from '../address-text.ts';
import type { LineRule } from '../address-text.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * NF Z 10-011 has at most 6 lines of 38 characters; abroad the country makes a seventh. As La Poste tells the norm
 * (laposte.fr/sna, "Les 6 règles d'or de la norme"), without blank lines, aligned left.
 */
export const addressLimits = {
  lines: 6,
  linesAbroad: 7,
  freeLines: 5,
  charactersPerLine: 38,
  senderLineCharacters: 80,
} as const;

/** One line as it is printed, the field it comes from, and what it may hold. */
export type AddressLine = { text: string; rule: LineRule; field: string };

/** How a country's post wants its addresses. */
export type CountryRules = {
  /** ISO 3166. */
  code: string;
  /** The last line of mail that leaves France: the country in French, the language of the post that sends it off. */
  countryLine: string;
  /** Every line but the country's, in its place; a field without text makes an empty one. */
  lines(address: PostalAddress): AddressLine[];
  /** What is wrong with the fields, before they are lines. */
  faults(address: PostalAddress): AddressFault[];
  /** Fields that few countries have, and this one does; refused elsewhere. */
  has?: readonly ('region' | 'lines')[];
  /** How to shorten the line of a field, where it differs from the usual advice. */
  shorten?: Readonly<Record<string, string>>;
};

type Parts = readonly (string | undefined)[];
/** Who, and where inside the building: as given. */
export const free = (field: string, ...parts: Parts): AddressLine => ({ text: freeLine(parts), rule: 'free', field });
/** Street, locality and town by the French norm: bare capitals. */
export const sorted = (field: string, ...parts: Parts): AddressLine => ({
  text: sortedLine(parts),
  rule: 'sorted',
  field,
});
/** Street and locality abroad: spelled as their country spells them. */
export const local = (field: string, ...parts: Parts): AddressLine => ({
  text: localLine(parts),
  rule: 'local',
  field,
});
/** The town abroad: its own spelling in capitals, as the UPU asks of town and country in international mail. */
export const localCapitals = (field: string, ...parts: Parts): AddressLine => ({
  text: capitalLine(parts),
  rule: 'local',
  field,
});

/** Who, and where inside, in France and Switzerland: an organisation stands before the person or service in it. */
export function whoLines({ kind, name, organisation, deliveryPoint, building }: PostalAddress): AddressLine[] {
  return kind === 'person'
    ? [free('name', name), free('deliveryPoint', deliveryPoint), free('building', building)]
    : [free('organisation', organisation), free('name', name), free('building', deliveryPoint, building)];
}

/** What is wrong with a printed line; `index` is its place from 0. */
export function lineFaults(
  { text, rule, field }: AddressLine,
  index: number,
  shorten: CountryRules['shorten'] = {},
): AddressFault[] {
  const line = index + 1;
  const faults: AddressFault[] = [];
  const length = [...text].length;
  const over = length - addressLimits.charactersPerLine;
  if (over > 0)
    faults.push({
      code: 'address_line_too_long',
      line,
      field,
      text: `Line ${line} (${field}) has ${length} characters, ${over} too many: at most ${addressLimits.charactersPerLine} fit. ${shorten[field] ?? usually[field] ?? ''}`.trim(),
    });
  const wrong = unprintableIn(text, rule);
  if (wrong)
    faults.push({
      code: 'address_character',
      line,
      field,
      text: `Line ${line} (${field}) holds ${nameOfCharacter(wrong.character)} at character ${wrong.at}. ${instead[rule]}`,
    });
  return faults;
}

const instead: Readonly<Record<LineRule, string>> = {
  free: 'Write it in Latin letters.',
  sorted: 'This line takes letters, digits and spaces only: leave it out or write it in words.',
  local: 'This line takes Latin letters, digits, spaces and what joins names (apostrophe, hyphen, point, slash).',
};

const usually: Readonly<Record<string, string>> = {
  organisation: 'Use its usual short name.',
  name: 'Shorten the first name to its initial, or leave out the title.',
  deliveryPoint: 'Abbreviate: APT, ETG, ESC, BAT.',
  building: 'Abbreviate: RES, BAT, ENT, or move a part to another field.',
  street: 'Abbreviate the kind of street (AV, BD, PL, RTE, CHE) or its titles (GAL, ST, DR).',
  locality: 'Keep the box number (BP, CS) or the hamlet only.',
  town: 'Abbreviate SAINT to ST, or SUR to S.',
};
