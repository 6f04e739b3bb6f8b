import { freeLine } from './address-text.ts';
import { addressLimits, lineFaults } from './addresses/address-line.ts';
import type { AddressLine, CountryRules } from './addresses/address-line.ts';
import { countryLineOf, rulesOf } from './addresses/countries.ts';
import { elsewhereFaults, tooManyLinesFaults } from './addresses/field-faults.ts';
import { france } from './addresses/france.ts';
import { home } from './addresses/iso-countries.ts';
import type { AddressFault, PostalAddress } from './addresses/postal-address.ts';
import { MailError } from './mail-error.ts';

export type { PostalAddress } from './addresses/postal-address.ts';

/** Everything that keeps an address from being printed; empty when it can be. Texts hold no content but single characters. */
export function addressFaults(address: PostalAddress): AddressFault[] {
  const rules = rulesOf(address.country);
  if ('reason' in rules) return [{ code: 'country_not_available', field: 'country', text: rules.reason }];
  const lines = printedLines(address, rules);
  return [
    ...rules.faults(address),
    ...elsewhereFaults(address, rules.has),
    ...lines.flatMap((line, i) => lineFaults(line, i, rules.shorten)),
    ...tooManyLinesFaults(lines, address.country),
  ];
}

/**
 * The lines of the address, first to last, without empty ones: at most 6 of at most 38 characters, abroad a seventh with the
 * country, to be set left aligned. By the rules of the country's own post (addresses/).
 * Refuses an address that cannot be printed with every precise reason; the error's code is that of the first.
 */
export function addressLines(address: PostalAddress): string[] {
  return printable(address).map(({ text }) => text);
}

/** The lines as they would be printed, faults and all, for whoever is shown what is wrong; none for a country without rules. */
export function linesAsPrinted(address: PostalAddress): string[] {
  const rules = rulesOf(address.country);
  return 'reason' in rules ? [] : printedLines(address, rules).map(({ text }) => text);
}

/**
 * The sender's address in one line for the window, e.g. `Exp. MAIRIE DE LYON - 1 PLACE DE LA COMEDIE - 69001 LYON`: who, street,
 * locality, town, and the country of a sender abroad, to which the post brings the letter back; where that is too long, one of
 * street and locality (with a CEDEX the locality finds it, else the street). On a letter that goes abroad (`to`, ISO 3166) a
 * sender in France says so too, as long as it fits: its franking leads it back there anyway.
 * Refused as the lines are, and when still longer than 80 characters (`address_line_too_long`), whatever `to` is.
 */
export function senderLine(address: PostalAddress, to: string = home): string {
  const where = printable(address).filter(({ field }) => !aboveTheStreet.has(field));
  const who = freeLine([address.kind === 'organisation' ? address.organisation : address.name]);
  const spare = address.cedex?.trim() ? 'street' : 'locality';
  const short = where.filter(({ field }) => field !== spare);
  const limit = addressLimits.senderLineCharacters;
  const [full = '', shorter = ''] = [where, short].map(
    (lines) => `Exp. ${[who, ...lines.map(({ text }) => text)].join(' - ')}`,
  );
  const said =
    address.country === home && to !== home ? [full, shorter].map((text) => `${text} - ${france.countryLine}`) : [];
  const line = [...said, full, shorter].find((text) => text.length <= limit);
  if (line) return line;
  throw new MailError(
    'address_line_too_long',
    `The sender's address takes ${shorter.length} characters in its one line, ${shorter.length - limit} too many. Shorten the name or the street.`,
  );
}

/** Who, and where inside: the sender's one line says the first alone. */
const aboveTheStreet = new Set(['name', 'organisation', 'deliveryPoint', 'building']);

function printable(address: PostalAddress): AddressLine[] {
  const [first, ...others] = addressFaults(address);
  if (first)
    throw new MailError(
      first.code,
      `The address cannot be printed. ${[first, ...others].map((f) => f.text).join(' ')}`,
    );
  return printedLines(address, rulesOf(address.country) as CountryRules);
}

function printedLines(address: PostalAddress, { code, lines }: CountryRules): AddressLine[] {
  const country: AddressLine = { text: countryLineOf(code) ?? '', rule: 'sorted', field: 'country' };
  return [...lines(address), country].filter(({ text }) => text !== '');
}
