import { useTranslation } from 'react-i18next';
import type french from '../../words/fr/people.ts';

type Known = keyof typeof french.right;

/** A right in words; one without words by its code. */
export function useRightWords(): (right: string) => string {
  const { t, i18n } = useTranslation('people');
  return (right) => {
    const key = right.replace(':', '_');
    return i18n.exists(`people:right.${key}`) ? t(`right.${key as Known}`) : right;
  };
}
