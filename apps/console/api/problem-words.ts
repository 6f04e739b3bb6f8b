import { useTranslation } from 'react-i18next';
import type french from '../words/fr/problems.ts';
import { Problem } from './problem.ts';

type Known = keyof typeof french;

/** A refusal's title and sentence in the language spoken: of our words where its code has some, else the server's own. */
export function useProblemWords(error: unknown): { title: string; text: string } {
  const { t, i18n } = useTranslation(['problems', 'frame']);
  if (!(error instanceof Problem)) return { title: t('frame:error.title'), text: t('frame:error.text') };
  if (error.status === 0) return { title: t('frame:error.unreachable'), text: t('frame:error.unreachableText') };
  const known = i18n.exists(`problems:${error.code}.title`) ? (error.code as Known) : undefined;
  if (known === undefined) return { title: error.title, text: error.detail };
  // The server knows the case; ours is in the reader's language. English readers get both in one.
  const text = i18n.language === 'en' && error.detail !== '' ? error.detail : t(`problems:${known}.mend`);
  return { title: t(`problems:${known}.title`), text };
}
