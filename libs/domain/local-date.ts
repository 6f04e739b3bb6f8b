/** A day of a calendar, `2027-03-28`, without an hour or a zone. Days compare as text. */
export type LocalDate = string;
/** An hour of a wall clock, `17:30`. Hours compare as text. */
export type LocalTime = string;

/** Whether `text` is a day that exists. */
export function isLocalDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
/** Whether `text` is an hour from 00:00 to 23:59, or 24:00 as the end of a day. */
export function isLocalTime(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
}

/** The day `days` after (before, when negative) a day. */
export function addDays(day: LocalDate, days: number): LocalDate {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
/** The same day of the month `months` later, or the last day of that month when it is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const at = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(dayOfMonth, last));
  return at.toISOString().slice(0, 10);
}
/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
