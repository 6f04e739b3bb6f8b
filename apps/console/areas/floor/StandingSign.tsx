import { IconAlarm, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Sign } from '../../components/Sign.tsx';

const looks = {
  on_time: ['calm', IconCircleCheck],
  at_risk: ['warn', IconAlarm],
  late: ['bad', IconAlertTriangle],
} as const;

/** How something stands against its truck or deadline, in a word; nothing once it rests. */
export function StandingSign({ of }: { of: keyof typeof looks | null }) {
  const { t } = useTranslation('floor');
  if (of === null) return <>—</>;
  const [tone, icon] = looks[of];
  return (
    <Sign tone={tone} icon={icon}>
      {t(`standing.${of}`)}
    </Sign>
  );
}
