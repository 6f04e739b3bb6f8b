import type { HolidayRegion } from './profiles.ts';
import { addDays, weekdayOf, type LocalDate, type LocalTime } from './local-date.ts';
import { instantAt, localDateOf } from './local-time.ts';
import { MailError } from './mail-error.ts';

/** A stretch of a day in which somebody answers: from an hour until before another; `24:00` is the end of the day. */
export type Span = { from: LocalTime; to: LocalTime };

/** When people can be reached: data with dates, changed by a new version. */
export type OpeningHours = {
  timeZone: string;
  /** The spans of each weekday, Monday first; a day without any is closed. */
  week: readonly (readonly Span[])[];
  /** Whose public holidays are closed days. */
  holidays: HolidayRegion;
  /** Days that are closed besides: bridges, works holidays. */
  closed: readonly LocalDate[];
  /** Days with hours of their own, whatever else holds: an open Sunday, a short Christmas Eve. */
  special: readonly { day: LocalDate; spans: readonly Span[] }[];
};

/** Opening hours that know their public holidays (holidays.ts gives them). */
export type KnownHours = OpeningHours & { holidayOn: (day: LocalDate) => string | undefined };

/** Nobody is closed for longer than this; hours that are never open are refused by it. */
const LONGEST_SEARCH_DAYS = 1000;

/** The spans in which a day is open, in order: its own hours, else none when it is closed or a holiday, else its weekday's. */
export function spansOn(hours: KnownHours, day: LocalDate): readonly Span[] {
  const own = hours.special.find((special) => special.day === day);
  if (own !== undefined) return inOrder(own.spans);
  if (hours.closed.includes(day) || hours.holidayOn(day) !== undefined) return [];
  return inOrder(hours.week[weekdayOf(day) - 1] ?? []);
}

/**
 * The instant at which `seconds` of opening time have passed since `at`: nights, weekends and holidays do not count, and a day that summer
 * time shortens counts by what really passes. Opening time that ends exactly at closing is reached at that instant, not the next morning.
 * @throws MailError `hours_never_open` when there is not so much opening time in almost three years
 */
export function openTimeAfter(hours: KnownHours, at: Date, seconds: number): Date {
  let left = seconds * 1000;
  let day = localDateOf(at, hours.timeZone);
  for (let tries = 0; tries < LONGEST_SEARCH_DAYS; tries++, day = addDays(day, 1)) {
    for (const span of spansOn(hours, day)) {
      const opens = Math.max(at.getTime(), instantAt(day, span.from, hours.timeZone).getTime());
      const open = instantAt(day, span.to, hours.timeZone).getTime() - opens;
      if (open <= 0) continue;
      if (open >= left) return new Date(opens + left);
      left -= open;
    }
  }
  throw neverOpen();
}

/** Whether somebody can be reached at an instant. */
export function isOpenAt(hours: KnownHours, at: Date): boolean {
  const day = localDateOf(at, hours.timeZone);
  return spansOn(hours, day).some(
    ({ from, to }) => instantAt(day, from, hours.timeZone) <= at && at < instantAt(day, to, hours.timeZone),
  );
}

/** When it next opens, or `at` itself while it is open. @throws MailError `hours_never_open` */
export function opensNext(hours: KnownHours, at: Date): Date {
  if (isOpenAt(hours, at)) return at;
  let day = localDateOf(at, hours.timeZone);
  for (let tries = 0; tries < LONGEST_SEARCH_DAYS; tries++, day = addDays(day, 1))
    for (const { from } of spansOn(hours, day)) {
      const opens = instantAt(day, from, hours.timeZone);
      if (opens > at) return opens;
    }
  throw neverOpen();
}

const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));

function neverOpen(): MailError {
  return new MailError('hours_never_open', 'These opening hours have no open day. Give a weekday or a day its hours.');
}
