import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

/** What something waits for, in words. */
export function useWaitingWords(): (waiting: NonNullable<Schemas['Letter']['waiting']>) => string {
  const { t, i18n } = useTranslation('waiting');
  return ({ for: code, sentence }) => (i18n.exists(`waiting:for.${code}`) ? t(`for.${code as 'lot'}`) : sentence);
}
