import { freeLine, nameOfCharacter, sortedLine, unprintableIn } from './address-text.ts';
import { MailError } from './mail-error.ts';
import { postalAreaOf } from './postcodes.ts';

/**
 * A postal address as its sender knows it, field by field. Lines are derived, never typed: NF Z 10-011 gives each field its place,
 * which differs between a natural person and an organisation.
 */
export type PostalAddress = {
  kind: 'person' | 'organisation';
  /** The organisation's name; for an organisation only, and then compulsory. */
  organisation?: string | undefined;
  /** A person's title and name; for an organisation the person or service it goes to. */
  name?: string | undefined;
  /** Flat, floor, stairs, letter box, "chez". */
  deliveryPoint?: string | undefined;
  /** Entrance, tower, building, residence. */
  building?: string | undefined;
  /** With its BIS or TER. */
  streetNumber?: string | undefined;
  street?: string | undefined;
  /** Hamlet (lieu-dit), BP, CS, TSA, poste restante. */
  locality?: string | undefined;
  postcode: string;
  town: string;
  /** `CEDEX`, `CEDEX 08` or just `08`. */
  cedex?: string | undefined;
  /** Two letters by ISO 3166. Only FR is executed, its overseas departments and collectivities included. */
  country: string;
};

export const addressLimits = { lines: 6, linesAbroad: 7, charactersPerLine: 38, senderLineCharacters: 80 } as const;

export type AddressFaultCode =
  | 'address_incomplete'
  | 'address_line_too_long'
  | 'address_character'
  | 'address_postcode'
  | 'address_cedex'
  | 'country_not_available';
/** Why an address cannot be printed. `line` is the printed line (from 1), absent when the fault is not in a line. */
export type AddressFault = { code: AddressFaultCode; line?: number; field: string; text: string };

type Line = { text: string; rule: 'free' | 'sorted'; field: string };

/** Everything that keeps an address from being printed; empty when it can be. Texts hold no content but single characters. */
export function addressFaults(address: PostalAddress): AddressFault[] {
  if (address.country !== 'FR') return [foreign(address.country)];
  return [...missingFields(address), ...postcodeFaults(address), ...linesOf(address).flatMap(lineFaults)];
}

/**
 * The lines of the address, first to last, without empty ones: at most 6 of at most 38 characters, to be set left aligned.
 * Refuses an address that cannot be printed with every precise reason; the error's code is that of the first.
 */
export function addressLines(address: PostalAddress): string[] {
  const [first, ...others] = addressFaults(address);
  if (first)
    throw new MailError(
      first.code,
      `The address cannot be printed. ${[first, ...others].map((f) => f.text).join(' ')}`,
    );
  return linesOf(address).map(({ text }) => text);
}

/**
 * The sender's address in one line for the window, e.g. `Exp. MAIRIE DE LYON - 1 PLACE DE LA COMEDIE - 69001 LYON`: who, street,
 * locality, town; where that is too long, one of street and locality (with a CEDEX the locality finds it, else the street).
 * Refused as the lines are, and when still longer than 80 characters (`address_line_too_long`).
 */
export function senderLine(address: PostalAddress): string {
  addressLines(address);
  const who = freeLine([address.kind === 'organisation' ? address.organisation : address.name]);
  const where = linesOf(address).filter(({ rule }) => rule === 'sorted');
  const spare = address.cedex?.trim() ? 'street' : 'locality';
  const short = where.filter(({ field }) => field !== spare);
  const limit = addressLimits.senderLineCharacters;
  const [full, shorter] = [where, short].map((lines) => `Exp. ${[who, ...lines.map(({ text }) => text)].join(' - ')}`);
  const line = [full, shorter].find((text) => text && text.length <= limit);
  if (line) return line;
  throw new MailError(
    'address_line_too_long',
    `The sender's address takes ${shorter?.length} characters in its one line, ${(shorter?.length ?? 0) - limit} too many. Shorten the name or the street.`,
  );
}

function linesOf(address: PostalAddress): Line[] {
  const person = address.kind === 'person';
  const inside = [address.deliveryPoint, address.building];
  const lines: Line[] = [
    ...(person
      ? [
          free('name', [address.name]),
          free('deliveryPoint', [address.deliveryPoint]),
          free('building', [address.building]),
        ]
      : [free('organisation', [address.organisation]), free('name', [address.name]), free('building', inside)]),
    sorted('street', [address.streetNumber, address.street]),
    sorted('locality', [address.locality]),
    sorted('town', [address.postcode, address.town, cedexWords(address.cedex)]),
  ];
  return lines.filter(({ text }) => text !== '');
}

function free(field: string, parts: (string | undefined)[]): Line {
  return { text: freeLine(parts), rule: 'free', field };
}
function sorted(field: string, parts: (string | undefined)[]): Line {
  return { text: sortedLine(parts), rule: 'sorted', field };
}
function cedexWords(cedex: string | undefined): string {
  const number = (cedex ?? '')
    .trim()
    .toUpperCase()
    .replace(/^CEDEX\s*/, '');
  return cedex?.trim() ? `CEDEX ${number}`.trim() : '';
}

function lineFaults({ text, rule, field }: Line, index: number): AddressFault[] {
  const line = index + 1;
  const faults: AddressFault[] = [];
  const length = [...text].length;
  const over = length - addressLimits.charactersPerLine;
  if (over > 0)
    faults.push({
      code: 'address_line_too_long',
      line,
      field,
      text: `Line ${line} (${field}) has ${length} characters, ${over} too many: at most ${addressLimits.charactersPerLine} fit. ${shorten[field] ?? ''}`.trim(),
    });
  const wrong = unprintableIn(text, rule);
  if (wrong)
    faults.push({
      code: 'address_character',
      line,
      field,
      text: `Line ${line} (${field}) holds ${nameOfCharacter(wrong.character)} at character ${wrong.at}. ${
        rule === 'free'
          ? 'Write it in Latin letters.'
          : 'This line takes letters, digits and spaces only: leave it out or write it in words.'
      }`,
    });
  return faults;
}

const shorten: Readonly<Record<string, string>> = {
  organisation: 'Use its usual short name.',
  name: 'Shorten the first name to its initial, or leave out the title.',
  deliveryPoint: 'Abbreviate: APT, ETG, ESC, BAT.',
  building: 'Abbreviate: RES, BAT, ENT, or move a part to another field.',
  street: 'Abbreviate the kind of street (AV, BD, PL, RTE, CHE) or its titles (GAL, ST, DR).',
  locality: 'Keep the box number (BP, CS) or the hamlet only.',
  town: 'Abbreviate SAINT to ST, or SUR to S.',
};

function missingFields({ kind, ...address }: PostalAddress): AddressFault[] {
  const faults: AddressFault[] = [];
  const lacking = (field: string, text: string) => faults.push({ code: 'address_incomplete', field, text });
  if (kind === 'person' && !address.name?.trim()) lacking('name', 'The name of the person is missing.');
  if (kind === 'person' && address.organisation?.trim())
    lacking(
      'organisation',
      'A person has no organisation line: make the address one of an organisation, with the person as its name.',
    );
  if (kind === 'organisation' && !address.organisation?.trim())
    lacking('organisation', 'The name of the organisation is missing.');
  if (!address.town.trim()) lacking('town', 'The town is missing.');
  if (address.streetNumber?.trim() && !address.street?.trim())
    lacking('street', 'There is a street number without a street.');
  const somewhere = [address.street, address.locality, address.building, address.deliveryPoint].some((field) =>
    field?.trim(),
  );
  // A large organisation is found by its own CEDEX postcode alone.
  if (!somewhere && !(kind === 'organisation' && address.cedex?.trim()))
    lacking('street', 'A street, a locality (hamlet, BP, CS) or a building is missing.');
  return faults;
}

function postcodeFaults({ postcode, cedex }: PostalAddress): AddressFault[] {
  const faults: AddressFault[] = [];
  const area = postalAreaOf(postcode);
  if ('reason' in area)
    faults.push({
      code: 'address_postcode',
      field: 'postcode',
      text: `The postcode is not one of France: ${area.reason}.`,
    });
  if (cedex?.trim() && !/^CEDEX( [0-9]{1,2})?$/.test(cedexWords(cedex)))
    faults.push({
      code: 'address_cedex',
      field: 'cedex',
      text: 'CEDEX is followed by nothing or by a number of one or two digits.',
    });
  return faults;
}

function foreign(country: string): AddressFault {
  return {
    code: 'country_not_available',
    field: 'country',
    text: `Mail to ${countryName(country)} is not executed yet; only France is (FR), with its overseas departments and collectivities.`,
  };
}
function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return 'that country (give two capital letters, ISO 3166)';
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(code);
  return name && name !== code ? `${name} (${code})` : code;
}
