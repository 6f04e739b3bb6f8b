import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client.ts';
import { download } from '../../api/files.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useStepWords } from './step-words.tsx';

type Run = Schemas['AuditRun'];

/** The processes that carried the letter; the history of each is read when it is asked for. */
export function Runs({ letterId, runs }: { letterId: string; runs: readonly Run[] }) {
  const { t } = useTranslation('audit');
  return (
    <section aria-labelledby="runs">
      <Title order={2} id="runs">
        {t('runs.title')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t('runs.lead')}
      </Text>
      {runs.length === 0 && <Nothing icon={IconRoute} title={t('runs.none')} text={t('runs.noneText')} />}
      <Stack gap="sm">
        {runs.map((run) => (
          <OneRun key={run.run} letterId={letterId} run={run} />
        ))}
      </Stack>
    </section>
  );
}

function OneRun({ letterId, run }: { letterId: string; run: Run }) {
  const { t, i18n } = useTranslation('audit');
  const [open, setOpen] = useState(false);
  const kind = run.workflow.split('/')[0] ?? '';
  const key = `process.${kind === 'proof' ? 'proofTemplate' : kind}`;
  const name = i18n.exists(`audit:${key}`) ? t(key as 'process.lot') : kind;
  return (
    <Paper p="md">
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <div>
          <Title order={3}>{name}</Title>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {run.workflow} · {t('runs.events', { count: run.events })} · <Moment at={run.firstAt} />
          </Text>
        </div>
        <Button variant="default" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('runs.hide') : t('runs.show')}
        </Button>
      </Group>
      {open && <History letterId={letterId} run={run} name={name} />}
    </Paper>
  );
}

function History({ letterId, run, name }: { letterId: string; run: Run; name: string }) {
  const { t } = useTranslation('audit');
  const words = useStepWords();
  const [error, setError] = useState<unknown>();
  const query = { workflow: run.workflow, run: run.run };
  const history = api.useQuery(
    'get',
    '/v1/audit/letters/{id}/history',
    { params: { path: { id: letterId }, query } },
    // Each reading is told in the ledger: only who asks anew reads anew.
    { staleTime: Infinity, meta: { live: false } },
  );
  const raw = () => {
    const path = `/v1/audit/letters/${letterId}/history.json?${new URLSearchParams(query).toString()}`;
    download(path, `${run.workflow.replaceAll('/', '-')}.${run.run}.json`).catch(setError);
  };
  if (history.error !== null) return <ProblemNote error={history.error} retry={() => void history.refetch()} />;
  if (history.data === undefined) return <Waiting />;
  return (
    <Stack gap="sm" mt="md">
      <Facts
        of={[
          { name: t('runs.run'), value: run.run },
          { name: t('runs.bundle'), value: run.bundles.join(', ') },
        ]}
      />
      {!history.data.kept ? (
        <Alert color="yellow" title={t('runs.notKept')}>
          {t('runs.notKeptText')}
        </Alert>
      ) : (
        <>
          <Group>
            <Text size="sm" c="dimmed">
              {t('runs.count', { count: history.data.events })}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={raw}
            >
              {t('runs.raw')}
            </Button>
          </Group>
          {error !== undefined && <ProblemNote error={error} />}
          <Timeline of={words(history.data.steps, name)} label={t('runs.steps', { name })} />
        </>
      )}
    </Stack>
  );
}
