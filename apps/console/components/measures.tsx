import { Anchor, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { localeOf } from '../words/language.ts';
import { useNow } from './now.ts';
import { relative } from './relative-time.ts';

/** An amount of cents in euros: `12,50 €`. */
export function Money({ cents }: { cents: number }) {
  const { i18n } = useTranslation();
  return (
    <>{new Intl.NumberFormat(localeOf(i18n.language), { style: 'currency', currency: 'EUR' }).format(cents / 100)}</>
  );
}

/** Milligrams in grams: `19,97 g`. */
export function Weight({ mg }: { mg: number }) {
  const { i18n } = useTranslation();
  const grams = new Intl.NumberFormat(localeOf(i18n.language), { maximumFractionDigits: 2 }).format(mg / 1000);
  return <>{grams}&nbsp;g</>;
}

/** A whole number, grouped as the reader writes it. */
export function Count({ of }: { of: number }) {
  const { i18n } = useTranslation();
  return <>{new Intl.NumberFormat(localeOf(i18n.language)).format(of)}</>;
}

/** A number that counts something, as the link to its list: the list is as long as the number says. */
export function NumberLink(props: {
  readonly count: number;
  readonly to: string;
  readonly label?: string;
  /** It stands among words: colour alone would not tell it from them. */
  readonly isInText?: boolean;
}) {
  const { count, to, label, isInText = false } = props;
  return (
    <Anchor component={Link} to={to} aria-label={label} inherit underline={isInText ? 'always' : 'hover'}>
      <Count of={count} />
    </Anchor>
  );
}

export interface MomentProps {
  /** ISO 8601, as the API writes it; null or undefined shows a dash. */
  readonly at: string | null | undefined;
  /** `relative` (in 5 minutes, 2 hours ago; kept up to date), `date`, or date and time as usual. */
  readonly as?: 'relative' | 'date' | 'moment';
}

/** A moment as local time; on hover or focus to the second, with the zone and as it is on record. */
export function Moment({ at, as = 'moment' }: MomentProps) {
  const { i18n } = useTranslation();
  const now = useNow(as === 'relative');
  if (at == null) return <>—</>;
  const date = new Date(at);
  const exact = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'full', timeStyle: 'long' }).format(date);
  const short = new Intl.DateTimeFormat(
    localeOf(i18n.language),
    as === 'date' ? { dateStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(date);
  return (
    <Tooltip label={`${exact} · ${at}`} multiline maw={320}>
      <time dateTime={at}>{as === 'relative' ? relative(date, now, localeOf(i18n.language)) : short}</time>
    </Tooltip>
  );
}
