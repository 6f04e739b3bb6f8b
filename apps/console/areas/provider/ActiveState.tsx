import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Sign } from '../../components/Sign.tsx';

/** Whether an account or a print room is active. */
export function ActiveState({ state }: { state: 'active' | 'suspended' }) {
  const { t } = useTranslation('provider');
  return (
    <Sign tone={state === 'active' ? 'good' : 'warn'} icon={state === 'active' ? IconCircleCheck : IconCircleOff}>
      {t(`states.${state}`)}
    </Sign>
  );
}
