import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { textOfSpans, useWeek } from './week.tsx';

type Profile = Schemas['SupportProfile'];

/** How support works, version by version, and a form for the next one. */
export function ProfilesPage() {
  const { t } = useTranslation('support');
  const { may } = useDesk();
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const query = api.useQuery('get', '/v1/provider/support-profiles', {});
  const rows = query.data?.rows;
  const newest = rows?.[0];
  return (
    <Page
      title={t('profile.title')}
      lead={t('profile.lead')}
      actions={
        may('provider:write') &&
        !editing && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => (setSaved(false), setEditing(true))}>
            {t('profile.new')}
          </Button>
        )
      }
    >
      {query.error !== null && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && query.error === null && <Waiting />}
      <Stack gap="lg">
        {saved && (
          <Alert color="green" role="status">
            {t('profile.saved')}
          </Alert>
        )}
        {editing && newest !== undefined && (
          <ProfileForm from={newest} onDone={() => (setEditing(false), setSaved(true))} />
        )}
        {rows?.map((profile) => (
          <Version key={profile.version} profile={profile} />
        ))}
      </Stack>
    </Page>
  );
}

function Version({ profile }: { profile: Profile }) {
  const { t } = useTranslation('support');
  const week = useWeek();
  const { data, version, validFrom, validTo, called } = profile;
  const { hours } = data;
  return (
    <Paper p="md" component="section" aria-labelledby={`version-${version}`}>
      <Title order={2} id={`version-${version}`}>
        {version === 0 ? t('profile.usual') : t('profile.version', { version })}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {validFrom !== null && (
          <>
            {t('profile.from')} <Moment at={validFrom} />{' '}
          </>
        )}
        {validTo !== null && (
          <>
            {t('profile.to')} <Moment at={validTo} />
          </>
        )}
      </Text>
      <Facts
        of={[
          ...week(hours.week).map(({ day, text }) => ({ name: day, value: text || t('hours.closed') })),
          { name: t('profile.timeZone'), value: hours.timeZone },
          { name: t('profile.holidays'), value: t(`profile.region.${hours.holidays}`) },
          { name: t('profile.closedDays'), value: hours.closed.join(' ') },
          {
            name: t('profile.special'),
            value: hours.special
              .map(({ day, spans }) => `${day} ${textOfSpans(spans) || t('hours.closed')}`)
              .join(' · '),
          },
          { name: t('profile.answerHours'), value: data.answerSeconds / 3600 },
          { name: t('profile.callAgainHours'), value: data.callAgainSeconds / 3600 },
          { name: t('profile.silenceDays'), value: data.silenceDays },
          { name: t('profile.keepDays'), value: data.keepDays },
          { name: t('profile.called'), value: called.join(' ') },
        ]}
      />
    </Paper>
  );
}
