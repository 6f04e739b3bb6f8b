import { useTranslation } from 'react-i18next';
import { localeOf } from '../../words/language.ts';

interface Span {
  from: string;
  to: string;
}

/** Spans as people write them: `09:00-12:30 13:30-18:00`. */
export const textOfSpans = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(' ');

/** The spans in a text; undefined when it is written otherwise. */
export function spansOfText(text: string): Span[] | undefined {
  const parts = text.trim() === '' ? [] : text.trim().split(/[\s,;]+/);
  const spans = parts.map((part) => /^(\d{2}:\d{2})-(\d{2}:\d{2})$/.exec(part));
  if (spans.some((span) => span === null)) return undefined;
  return spans.map((span) => ({ from: span?.[1] ?? '', to: span?.[2] ?? '' }));
}

/** The days of a week by their names, each with its hours. */
export function useWeek(): (week: readonly (readonly Span[])[]) => { day: string; text: string }[] {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(localeOf(i18n.language), { weekday: 'long', timeZone: 'UTC' });
  // 4 January 2027 is a Monday.
  return (week) =>
    week.map((spans, i) => ({ day: format.format(new Date(Date.UTC(2027, 0, 4 + i))), text: textOfSpans(spans) }));
}
