import { Alert, Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, http, queries } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useFindingWords } from '../../api/problem-words.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Moment } from '../../components/measures.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { TrialPages } from './TrialPages.tsx';

/** How often a proof that is being made is asked for, in milliseconds. */
const LOOK_EVERY_MS = 1000;

/** One version: its state, its pages on the sample, and what a person may decide of it. */
export function VersionCard({ templateId, version }: { templateId: string; version: number }) {
  const { t } = useTranslation('templates');
  const { may } = useDesk();
  const words = useFindingWords();
  const [dialog, setDialog] = useState<'approve' | 'withdraw'>();
  const [isSeen, setSeen] = useState(false);
  const path = { id: templateId, version };
  const { data, error } = api.useQuery(
    'get',
    '/v1/templates/{id}/versions/{version}',
    { params: { path } },
    { refetchInterval: ({ state }) => (state.data?.state === 'proofing' ? LOOK_EVERY_MS : false) },
  );
  if (error) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const done = () => {
    setDialog(undefined);
    void queries.invalidateQueries();
  };
  return (
    <Paper p="md">
      <Stack gap="md">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={2}>{t('version', { version })}</Title>
            <StateBadge of="template_version" state={data.state} />
          </Group>
          {may('templates:approve') && (
            <Group gap="xs">
              {data.state === 'draft' && (
                <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={() => setDialog('approve')}>
                  {t('approve')}
                </Button>
              )}
              {data.state !== 'withdrawn' && data.state !== 'proofing' && (
                <Button variant="default" onClick={() => setDialog('withdraw')}>
                  {t('withdraw')}
                </Button>
              )}
            </Group>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          <Moment at={data.createdAt} />
        </Text>
        {data.state === 'proofing' && <Text role="status">{t('proofing')}</Text>}
        {data.reason !== null && data.state === 'draft' && (
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('notApproved')}>
            {words({ code: data.reason, detail: data.reasonText ?? '' })}
          </Alert>
        )}
        {/* A trial is made of whatever is sent with it: the right of those who write templates. */}
        {may('templates:write') && (
          <section aria-label={t('pages')}>
            <Text size="sm" fw={600} mb="xs">
              {t('pages')}
            </Text>
            <TrialPages trial={{ html: data.html, data: data.sampleData }} />
          </section>
        )}
      </Stack>
      {dialog === 'approve' && (
        <ActionDialog
          title={t('approveTitle', { version })}
          effect={t('approveEffect')}
          confirm={t('approve')}
          ready={isSeen}
          run={({ once }) =>
            http.POST('/v1/templates/{id}/versions/{version}/approve', { params: { path }, headers: once })
          }
          onDone={done}
          onClose={() => setDialog(undefined)}
        >
          <Checkbox
            label={t('approveSeen')}
            checked={isSeen}
            onChange={({ currentTarget: { checked } }) => setSeen(checked)}
          />
        </ActionDialog>
      )}
      {dialog === 'withdraw' && (
        <ActionDialog
          title={t('withdrawTitle', { version })}
          effect={t('withdrawEffect')}
          confirm={t('withdraw')}
          danger
          run={({ once }) =>
            http.POST('/v1/templates/{id}/versions/{version}/withdraw', { params: { path }, headers: once })
          }
          onDone={done}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Paper>
  );
}
