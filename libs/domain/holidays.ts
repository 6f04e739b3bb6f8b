import Holidays from 'date-holidays';
import type { Calendar, WorkCalendar } from './calendars.ts';
import type { LocalDate } from './local-date.ts';
import type { KnownHours, OpeningHours } from './opening-hours.ts';
import type { HolidayRegion } from './profiles.ts';

/**
 * Public holidays of France by the library date-holidays, with those of Alsace-Moselle and of overseas (abolition of slavery). Heavy: it
 * carries the rules of the whole world, so workflows must not import this file.
 */
const years = new Map<string, ReadonlyMap<LocalDate, string>>();
const rules = new Map<HolidayRegion, Holidays>();

/** The name of the public holiday on a day in a region, or undefined. Region `none` has no holidays. */
export function holidayOn(region: HolidayRegion, day: LocalDate): string | undefined {
  return region === 'none' ? undefined : holidaysOf(region, Number(day.slice(0, 4))).get(day);
}

/** A calendar with the holidays of its region. */
export function withHolidays(calendar: WorkCalendar): Calendar {
  return { ...calendar, holidayOn: (day) => holidayOn(calendar.holidays, day) };
}

/** Opening hours with the holidays of their region. */
export function withKnownHolidays(hours: OpeningHours): KnownHours {
  return { ...hours, holidayOn: (day) => holidayOn(hours.holidays, day) };
}

function holidaysOf(region: HolidayRegion, year: number): ReadonlyMap<LocalDate, string> {
  const key = `${region} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const named = rulesOf(region)
    .getHolidays(year)
    .filter(({ type }) => type === 'public');
  const holidays = new Map(named.map(({ date, name }) => [date.slice(0, 10), name]));
  years.set(key, holidays);
  return holidays;
}

function rulesOf(region: HolidayRegion): Holidays {
  const known = rules.get(region);
  if (known) return known;
  const [country, state] = region.split('-');
  const made = state ? new Holidays(country ?? '', state) : new Holidays(country ?? '');
  rules.set(region, made);
  return made;
}
