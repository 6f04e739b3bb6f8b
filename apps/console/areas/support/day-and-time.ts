import { useTranslation } from 'react-i18next';
import { localeOf } from '../../words/language.ts';

/** A moment by its weekday and hour, as people say when an answer is due: `lundi 22 mars à 10:12`. */
export function useDayAndTime(): (at: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(localeOf(i18n.language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => format.format(new Date(at));
}
