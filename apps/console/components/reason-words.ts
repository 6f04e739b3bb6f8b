import { useTranslation } from 'react-i18next';
import type problems from '../words/fr/problems.ts';
import type french from '../words/fr/reasons.ts';

/** A reason's code in words: what machines, Pli and the carrier tell, what a person chose, why a letter cannot be made. Else as it is written. */
export function useReasonWords(): (code: string) => string {
  const { t, i18n } = useTranslation(['reasons', 'problems']);
  return (code) =>
    i18n.exists(`reasons:${code}`)
      ? t(`reasons:${code as keyof typeof french}`)
      : i18n.exists(`problems:${code}.title`)
        ? t(`problems:${code as keyof typeof problems}.title`)
        : code.replaceAll('_', ' ');
}
