import { Group, Paper, Text, Title } from '@mantine/core';
import { IconClock, IconClockOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useDayAndTime } from './day-and-time.ts';
import { useWeek } from './week.tsx';

/** When support can be reached and how soon it answers. */
export function Hours() {
  const { t } = useTranslation('support');
  const dayAndTime = useDayAndTime();
  const week = useWeek();
  const { data } = api.useQuery('get', '/v1/support/hours', {});
  if (data === undefined) return null;
  const { hours, openNow, opensAt, holidays, answerSeconds } = data;
  return (
    <Paper p="md" component="section" aria-labelledby="hours">
      <Group justify="space-between" wrap="wrap">
        <Title order={2} id="hours">
          {t('hours.title')}
        </Title>
        {openNow ? (
          <Sign tone="good" icon={IconClock}>
            {t('hours.openNow')}
          </Sign>
        ) : (
          <Sign tone="quiet" icon={IconClockOff}>
            {t('hours.opensAt', { at: opensAt === null ? '' : dayAndTime(opensAt) })}
          </Sign>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('hours.promise', { hours: answerSeconds / 3600 })} {t('hours.zone', { zone: hours.timeZone })}
      </Text>
      <Facts
        of={[
          ...week(hours.week).map(({ day, text }) => ({ name: day, value: text || t('hours.closed') })),
          {
            name: t('hours.holidays'),
            value:
              holidays.length === 0 ? undefined : (
                <>
                  {holidays.map(({ day, name }) => (
                    <div key={day}>
                      <Moment at={`${day}T12:00:00.000Z`} as="date" /> · {name}
                    </div>
                  ))}
                </>
              ),
          },
        ]}
      />
    </Paper>
  );
}
