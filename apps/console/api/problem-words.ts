import { useTranslation } from 'react-i18next';
import type french from '../words/fr/problems.ts';
import { Problem } from './problem.ts';

type Known = keyof typeof french;
/** One thing to mend, as an answer of the API names it. */
type Finding = Pick<Problem['errors'][number], 'code' | 'detail'>;

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

/** What is wrong with one thing, and what to do, in one text in the language spoken: English is what the server speaks. */
export function useFindingWords(): (finding: Finding) => string {
  const { t, i18n } = useTranslation('problems');
  return ({ code, detail }) => {
    if (i18n.language === 'en' || !i18n.exists(`problems:${code}.title`)) return detail;
    const title = t(`${code as Known}.title`);
    return `${title}${title.endsWith('?') ? '' : '.'} ${t(`${code as Known}.mend`)}`;
  };
}
