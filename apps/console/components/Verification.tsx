import { IconCircleCheck, IconCircleDashed, IconHelpHexagon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { Sign } from './Sign.tsx';

const signs = {
  none: { tone: 'quiet', icon: IconCircleDashed },
  claimed: { tone: 'warn', icon: IconHelpHexagon },
  verified: { tone: 'good', icon: IconCircleCheck },
} as const;

/** How far it was checked who an organisation is. */
export function Verification({ of }: { of: Schemas['Account']['verification'] }) {
  const { t } = useTranslation('people');
  return <Sign {...signs[of]}>{t(`verification.${of}`)}</Sign>;
}

/** A SIRET as people read it: SIREN in threes, then the establishment. */
export const siretText = (digits: string): string =>
  digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u202f$2\u202f$3\u202f$4');
