import { addDays, weekdayOf } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { instantAt, localDateOf, localTimeOf } from './local-time.ts';
import { MailError } from './mail-error.ts';
import type { WorkCalendar } from './profiles.ts';

export type { WorkCalendar } from './profiles.ts';
/** A calendar that knows its holidays (holidays.ts gives them). */
export type Calendar = WorkCalendar & { holidayOn: (day: LocalDate) => string | undefined };

/** Whether a place works on a day: its own open and closed days first, then weekdays and public holidays. */
export function isWorkingDay(calendar: Calendar, day: LocalDate): boolean {
  if (calendar.open.includes(day)) return true;
  if (calendar.closed.includes(day)) return false;
  return calendar.weekdays.includes(weekdayOf(day)) && calendar.holidayOn(day) === undefined;
}

/** The first working day on or after a day. */
export function workingDayFrom(calendar: Calendar, day: LocalDate): LocalDate {
  return searchDay(calendar, day, 1);
}
/** The n-th working day after a day (the day itself when n is 0 and it is one). */
export function workingDayAfter(calendar: Calendar, day: LocalDate, n: number): LocalDate {
  let found = day;
  for (let left = n; left > 0; left--) found = workingDayFrom(calendar, addDays(found, 1));
  return found;
}

/** Whether a place is open at an instant, by its own clock. */
export function isOpenAt(calendar: Calendar, at: Date): boolean {
  const time = localTimeOf(at, calendar.timeZone);
  return (
    isWorkingDay(calendar, localDateOf(at, calendar.timeZone)) &&
    calendar.hours.from <= time &&
    time < calendar.hours.to
  );
}

/**
 * The instant that lies `seconds` of opening time before `at`: closed hours, nights and holidays do not count. The day that summer time
 * shortens or lengthens counts by what really passes.
 */
export function openTimeBefore(calendar: Calendar, at: Date, seconds: number): Date {
  let left = seconds * 1000;
  let end = at.getTime();
  let day = localDateOf(at, calendar.timeZone);
  for (let tries = 0; tries < 1000; tries++, day = addDays(day, -1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const opens = instantAt(day, calendar.hours.from, calendar.timeZone).getTime();
    const closes = Math.min(end, instantAt(day, calendar.hours.to, calendar.timeZone).getTime());
    if (closes < opens) continue;
    if (closes - opens >= left) return new Date(closes - left);
    left -= closes - opens;
    end = opens;
  }
  throw neverOpen();
}

function searchDay(calendar: Calendar, from: LocalDate, step: 1 | -1): LocalDate {
  let day = from;
  for (let tries = 0; tries < 1000; tries++, day = addDays(day, step)) if (isWorkingDay(calendar, day)) return day;
  throw neverOpen();
}
function neverOpen(): MailError {
  return new MailError(
    'calendar_never_open',
    'This calendar has no working day within three years. Give it weekdays or open days.',
  );
}
