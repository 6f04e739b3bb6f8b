import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Moment } from '../../components/measures.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Page } from '../../components/Page.tsx';
import { Sign } from '../../components/Sign.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useFloorWords } from './floor-words.ts';
import { pageOfList } from './list-links.ts';

type AttentionGroup = Schemas['AttentionGroup'];

/** Stuck and suspect, by cause, with what to do about each. */
export function AttentionPage() {
  const { t } = useTranslation('floor');
  const attention = api.useQuery('get', '/v1/site/attention', {}, { refetchInterval: 10_000 });
  const groups = attention.data?.groups;
  return (
    <Page title={t('attention.title')} lead={t('attention.lead')}>
      {attention.error && <ProblemNote error={attention.error} retry={() => void attention.refetch()} />}
      {attention.isPending && <Waiting />}
      {groups?.length === 0 && (
        <Paper>
          <Nothing icon={IconCircleCheck} title={t('attention.empty')} text={t('attention.emptyText')} />
        </Paper>
      )}
      <Stack gap="sm">
        {groups?.map((group) => (
          <GroupCard key={group.cause} group={group} />
        ))}
      </Stack>
    </Page>
  );
}

function GroupCard({ group }: { group: AttentionGroup }) {
  const { t } = useTranslation('floor');
  const words = useFloorWords();
  const name = words.cause(group);
  return (
    <Paper component="section" p="md" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 18rem' }}>
          <Group gap="xs">
            <Title order={2} size="h3">
              {name}
            </Title>
            <Sign tone={group.late > 0 ? 'bad' : 'calm'} icon={group.late > 0 ? IconAlertTriangle : undefined}>
              {t('attention.count', { count: group.count })}
              {group.late > 0 && ` · ${t('attention.lateOnes', { count: group.late })}`}
            </Sign>
          </Group>
          <Text size="sm" mt={4}>
            {t(`attention.step.${group.step}`)}
          </Text>
          <Text size="sm" c="dimmed" mt={6} component="div">
            {t('attention.oldest')} <Moment at={group.oldestSince} as="relative" />
            {group.earliestUntil !== null && (
              <>
                {' · '}
                {t('attention.due')} <Moment at={group.earliestUntil} as="relative" />
              </>
            )}
            {' · '}
            {t('attention.who')} : {group.who.map((who) => t(`attention.actor.${who}`)).join(', ')}
          </Text>
        </div>
        {group.list !== null && (
          <Button
            component={Link}
            to={pageOfList(group.list)}
            variant="default"
            aria-label={`${t('attention.openList')} : ${name}`}
          >
            {t('attention.openList')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
