import { Text } from '@mantine/core';
import { IconCalendarTime, IconCircleCheck, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../components/measures.tsx';
import { Sign } from '../../components/Sign.tsx';

/** From when until when a version holds, and whether that is now. */
export function Validity({ from, to }: { from: string; to: string | null }) {
  const { t } = useTranslation('provider');
  return (
    <Text size="sm" span>
      <Moment at={from} /> → {to === null ? t('open') : <Moment at={to} />}
    </Text>
  );
}

/** Whether a version holds now, will, or did. */
export function Holds({ from, to }: { from: string; to: string | null }) {
  const { t } = useTranslation('provider');
  const now = new Date().toISOString();
  if (from > now)
    return (
      <Sign tone="calm" icon={IconCalendarTime}>
        {t('future')}
      </Sign>
    );
  if (to !== null && to <= now)
    return (
      <Sign tone="quiet" icon={IconHistory}>
        {t('past')}
      </Sign>
    );
  return (
    <Sign tone="good" icon={IconCircleCheck}>
      {t('current')}
    </Sign>
  );
}
