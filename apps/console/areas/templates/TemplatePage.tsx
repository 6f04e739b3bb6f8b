import { Button, Group, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { Compared } from './Compared.tsx';
import { TemplateStory } from './TemplateStory.tsx';
import { VersionCard } from './VersionCard.tsx';

/** One template: its versions with their state and pages, what changed between two, and who changed what. */
export function TemplatePage() {
  const { t } = useTranslation('templates');
  const { id = '' } = useParams();
  const { may } = useDesk();
  const [search, setSearch] = useSearchParams();
  const path = { id };
  const template = api.useQuery('get', '/v1/templates/{id}', { params: { path } });
  const versions = api.useQuery('get', '/v1/templates/{id}/versions', { params: { path, query: { limit: 200 } } });
  if (template.error) return <ProblemNote error={template.error} retry={() => void template.refetch()} />;
  if (template.data === undefined || versions.data === undefined) return <Waiting />;
  const { name, latestVersion, state } = template.data;
  const rows = [...versions.data.rows].reverse();
  const asked = Number(search.get('version') ?? latestVersion);
  const shown = rows.find(({ version }) => version === asked) ?? rows[0];
  const other = rows.find(({ version }) => version === Number(search.get('with')));
  const set = (name_: string, value: string | null) => {
    const changed = new URLSearchParams(search);
    if (value === null || value === '') changed.delete(name_);
    else changed.set(name_, value);
    setSearch(changed, { replace: true });
  };
  return (
    <Page
      title={name}
      back={{ to: '/templates', name: t('back') }}
      badge={state && <StateBadge of="template_version" state={state} />}
      actions={
        may('templates:write') && (
          <Button component={Link} to={`/templates/${id}/edit`} leftSection={<IconPencil size={16} aria-hidden />}>
            {t(latestVersion === null ? 'writeFirst' : 'edit')}
          </Button>
        )
      }
    >
      {shown === undefined ? (
        <Nothing icon={IconPencil} title={t('noVersion')} />
      ) : (
        <Stack gap="xl">
          <Group align="flex-end">
            <Select
              label={t('versions')}
              w="14rem"
              value={String(shown.version)}
              data={rows.map(({ version }) => ({ value: String(version), label: t('version', { version }) }))}
              onChange={(value) => set('version', value)}
            />
            {rows.length > 1 && (
              <Select
                label={t('compare')}
                w="14rem"
                value={other ? String(other.version) : ''}
                data={[
                  { value: '', label: t('none') },
                  ...rows
                    .filter(({ version }) => version !== shown.version)
                    .map(({ version }) => ({ value: String(version), label: t('version', { version }) })),
                ]}
                onChange={(value) => set('with', value)}
              />
            )}
          </Group>
          {other && (
            <Compared
              templateId={id}
              from={Math.min(shown.version, other.version)}
              to={Math.max(shown.version, other.version)}
            />
          )}
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
            <VersionCard key={shown.version} templateId={id} version={shown.version} />
            <Paper p="md">
              <Title order={2} mb="sm">
                {t('history')}
              </Title>
              <TemplateStory templateId={id} />
            </Paper>
          </SimpleGrid>
        </Stack>
      )}
      {shown === undefined && <Text c="dimmed">{t('emptyText')}</Text>}
    </Page>
  );
}
