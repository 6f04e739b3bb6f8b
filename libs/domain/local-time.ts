import { DateTime } from 'luxon';
import type { LocalDate, LocalTime } from './local-date.ts';
import { addDays } from './local-date.ts';

/** Between instants and the wall clock of a zone (`Europe/Paris`), right across the changes of summer time. */
export function localDateOf(at: Date, timeZone: string): LocalDate {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
}
export function localTimeOf(at: Date, timeZone: string): LocalTime {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('HH:mm');
}

/**
 * The instant at which the clocks of a zone show a day and hour; `24:00` is the next day's midnight. An hour that summer time
 * skips is read as one hour later (02:30 as 03:30); an hour that comes twice is taken the first time, so that a deadline is
 * never later than it reads.
 */
export function instantAt(day: LocalDate, time: LocalTime, timeZone: string): Date {
  if (time === '24:00') return instantAt(addDays(day, 1), '00:00', timeZone);
  const at = DateTime.fromISO(`${day}T${time}`, { zone: timeZone });
  const earliest = at.getPossibleOffsets().reduce((a, b) => (b < a ? b : a), at);
  return earliest.toJSDate();
}

/** Whether a zone is known to this machine's time zone data. */
export function isTimeZone(name: string): boolean {
  return DateTime.utc().setZone(name).isValid;
}
