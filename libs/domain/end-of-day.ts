import type { LocalDate } from './local-date.ts';

/** What a print room counted on a day that ends. */
export type DayFigures = {
  /** Pieces of the deposits that left that day: declared by the slips, accepted by the carrier, and not counted so far. */
  pieces: { declared: number; accepted: number; uncounted: number };
  deposits: { left: number; accepted: number; withDifferences: number; open: number };
  trays: { left: number };
  lots: { closed: number; open: number };
  /** Franking counters against the ledger of postage: marks given that day, and what became of them. */
  franking: { marks: number; debited: number; waiting: number; refundDue: number; cents: number };
  registered: { used: number; assigned: number; void: number; free: number };
  /** Into the sealed bin that day. */
  bin: { pieces: number; sheets: number };
  firstOffs: { passed: number; failed: number };
};

/** What is open at the end of a day and goes on to the next: why, until when, and who sees to it. */
export type CarriedOver = {
  /** Code of what is open, as the list of what calls for a person names it. */
  cause: string;
  count: number;
  /** Code. */
  reason: string;
  until: LocalDate;
  /** The function that sees to it, such as supervisor. */
  owner: string;
};

/**
 * The causes that nobody has explained: a day is closed when everything open at its end is accepted, or explained with a new date and an owner.
 * (Trade rule of the end of day.) A date that has passed explains nothing.
 */
export function unexplained(
  open: readonly { cause: string; count: number }[],
  explained: readonly CarriedOver[],
  today: LocalDate,
): string[] {
  return open
    .filter(({ cause, count }) => count > 0 && !explained.some((one) => one.cause === cause && one.until > today))
    .map(({ cause }) => cause);
}
