import { addMonths } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { MailError } from './mail-error.ts';

/**
 * Numbers of registered items in the form of UPU S10: two letters, eight digits, check digit, country. Numbers come from ranges
 * that the carrier gives, never invented; RA–RZ is registered mail. A copy spoiled before hand-off voids its number, and the next
 * copy takes another. No number is used again within 12 months.
 */
export type NumberRange = {
  /** Service indicator, e.g. `RA`. */
  prefix: string;
  /** Two letters, e.g. `FR`. */
  country: string;
  /** First and last serial number, both included. */
  from: number;
  to: number;
};
export type RegisteredNumber = { prefix: string; serial: number; country: string };

/** What became of a number: taken for a copy, gone out with it, or spoiled with it. */
export const registeredNumberStates = { taken: ['used', 'void'], used: [], void: [] } as const satisfies Record<
  string,
  readonly string[]
>;

const weights = [8, 6, 4, 2, 3, 5, 9, 7];
const lastSerial = 99_999_999;

/** The S10 check digit of an eight-digit serial number: 11 − (weighted sum mod 11), where 10 is written 0 and 11 is written 5. */
export function s10CheckDigit(serial: string): number {
  if (!/^[0-9]{8}$/.test(serial)) throw invalid('its serial number has not eight digits');
  const sum = weights.reduce((total, weight, i) => total + weight * Number(serial[i]), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** `RB123456785GB`: the text in a code and in the carrier's files. */
export function formatRegisteredNumber({ prefix, serial, country }: RegisteredNumber): string {
  if (!/^R[A-Z]$/.test(prefix)) throw invalid('registered mail has the letters RA to RZ');
  if (!/^[A-Z]{2}$/.test(country)) throw invalid('its country is not two capitals');
  if (!Number.isInteger(serial) || serial < 0 || serial > lastSerial)
    throw invalid('its serial number has not eight digits');
  const digits = String(serial).padStart(8, '0');
  return `${prefix}${digits}${s10CheckDigit(digits)}${country}`;
}

/** `RB 123 456 785 GB`: for people. */
export function spacedRegisteredNumber(text: string): string {
  return `${text.slice(0, 2)} ${text.slice(2, 5)} ${text.slice(5, 8)} ${text.slice(8, 11)} ${text.slice(11)}`;
}

/** Reads a number, spaces allowed; `registered_number_invalid` tells what is wrong. */
export function parseRegisteredNumber(text: string): RegisteredNumber {
  const match = /^(R[A-Z])([0-9]{8})([0-9])([A-Z]{2})$/.exec(text.replaceAll(' ', '').toUpperCase());
  if (!match) throw invalid('it is not two letters from R, nine digits and two letters');
  const [, prefix = '', digits = '', check, country = ''] = match;
  if (Number(check) !== s10CheckDigit(digits)) throw invalid('its check digit does not match: a figure was misread');
  return { prefix, serial: Number(digits), country };
}

/** How many numbers a range holds. */
export function sizeOf({ from, to }: NumberRange): number {
  return to - from + 1;
}
/** Whether a number lies in a range. */
export function isInRange({ prefix, serial, country }: RegisteredNumber, range: NumberRange): boolean {
  return prefix === range.prefix && country === range.country && range.from <= serial && serial <= range.to;
}
/** Whether two ranges share a number: a new range that does is refused. */
export function rangesOverlap(a: NumberRange, b: NumberRange): boolean {
  return a.prefix === b.prefix && a.country === b.country && a.from <= b.to && b.from <= a.to;
}

/**
 * The number after `last` (the first when undefined). At the end the range begins again only where its first number may be used
 * again on `day` (`lastUseOf` tells when a number was last used or voided); else `number_range_exhausted`.
 */
export function nextRegisteredNumber(
  range: NumberRange,
  last: number | undefined,
  given: { day: LocalDate; lastUseOf: (serial: number) => LocalDate | undefined },
): RegisteredNumber {
  const serial = last === undefined || last >= range.to ? range.from : last + 1;
  const usedOn = given.lastUseOf(serial);
  if (usedOn !== undefined && given.day < reusableFrom(usedOn))
    throw new MailError(
      'number_range_exhausted',
      `The number range ${range.prefix} … ${range.country} is used up: its next number was last used on ${usedOn} and is free again on ${reusableFrom(usedOn)}. Ask the carrier for a new range.`,
      'later',
    );
  return { prefix: range.prefix, serial, country: range.country };
}

/** The day from which a number may be used again: 12 months after its last use, void ones included (UPU S10). */
export function reusableFrom(lastUse: LocalDate): LocalDate {
  return addMonths(lastUse, 12);
}

/** A range that can be printed; `number_range_invalid` otherwise. */
export function acceptRange(range: NumberRange): NumberRange {
  const ok =
    /^R[A-Z]$/.test(range.prefix) &&
    /^[A-Z]{2}$/.test(range.country) &&
    [range.from, range.to].every((n) => Number.isInteger(n) && n >= 0 && n <= lastSerial) &&
    range.from <= range.to;
  if (ok) return range;
  throw new MailError(
    'number_range_invalid',
    'A number range has two letters from RA to RZ, a country of two capitals, and eight-digit numbers from the lower to the higher.',
  );
}

function invalid(why: string): MailError {
  return new MailError('registered_number_invalid', `This is not the number of a registered item: ${why}.`);
}
