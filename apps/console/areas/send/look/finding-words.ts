import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.ts';
import type french from '../../../words/fr/send.ts';

type Finding = Pick<NonNullable<Schemas['Problem']['errors']>[number], 'code' | 'detail'>;
type Known = keyof typeof french.look.problem;

/** What is wrong with a letter, in the language spoken: of our words where its code has some, else the server's own. */
export function useFindingWords(): (finding: Finding) => string {
  const { t, i18n } = useTranslation('send');
  return ({ code, detail }) =>
    i18n.language === 'fr' && i18n.exists(`send:look.problem.${code}`) ? t(`look.problem.${code as Known}`) : detail;
}
