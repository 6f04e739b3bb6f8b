import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { Nothing } from '../../../components/Nothing.tsx';
import { Waiting } from '../../../components/Waiting.tsx';
import { useDesk } from '../../../frame/desk.tsx';
import { useDraft } from '../draft-state.tsx';
import { Letterhead } from './Letterhead.tsx';
import { Attachments } from './Attachments.tsx';
import { SchemaForm } from './SchemaForm.tsx';

/** A template and what fills it, as a form made of its JSON Schema. */
export function TemplateContent() {
  const { t } = useTranslation('send');
  const { desk } = useDesk();
  const { preparation, prepare } = useDraft();
  const templates = api.useQuery('get', '/v1/templates', { params: { query: { limit: 200 } } });
  const content = preparation.content?.kind === 'template' ? preparation.content : undefined;
  const usable = (templates.data?.rows ?? []).flatMap((template) => {
    const version =
      desk.mode === 'live'
        ? template.approvedVersion
        : template.state === 'withdrawn'
          ? template.approvedVersion
          : template.latestVersion;
    return version === null ? [] : [{ ...template, version }];
  });
  const chosen = usable.find(({ id }) => id === content?.templateId);
  if (templates.error) return <ProblemNote error={templates.error} retry={() => void templates.refetch()} />;
  if (templates.isPending) return <Waiting />;
  if (usable.length === 0)
    return <Nothing icon={IconTemplate} title={t('what.templateNone')} text={t('what.templateNoneText')} />;
  return (
    <Stack gap="lg">
      <Select
        label={t('what.templateChoose')}
        maw="30rem"
        searchable
        placeholder={t('what.templateChoose')}
        value={chosen?.id ?? null}
        data={usable.map(({ id, name, version }) => ({
          value: id,
          label: `${name} · ${t('what.version', { version })}`,
        }))}
        onChange={(templateId) =>
          templateId && prepare({ content: { kind: 'template', templateId, data: content?.data ?? {} } })
        }
      />
      {chosen && <Data key={chosen.id} templateId={chosen.id} version={chosen.version} />}
      <Attachments />
      <Letterhead />
    </Stack>
  );
}

function Data({ templateId, version }: { templateId: string; version: number }) {
  const { t } = useTranslation('send');
  const { desk } = useDesk();
  const { preparation, prepare } = useDraft();
  const path = { id: templateId, version };
  const { data: whole, error } = api.useQuery('get', '/v1/templates/{id}/versions/{version}', { params: { path } });
  const content = preparation.content?.kind === 'template' ? preparation.content : undefined;
  if (error) return <ProblemNote error={error} />;
  if (whole === undefined || content === undefined) return <Waiting />;
  // The version is taken with the first look at its form.
  const set = (data: Record<string, unknown>) =>
    prepare({ content: { ...content, templateVersionId: whole.id, data: data as Record<string, never> } });
  if (content.templateVersionId !== whole.id) queueMicrotask(() => set(content.data ?? {}));
  return (
    <section aria-labelledby="data">
      <Group justify="space-between" mb="xs">
        <Title order={3} id="data">
          {t('what.data')}
        </Title>
        {desk.mode === 'test' && (
          <Button variant="subtle" size="compact-sm" onClick={() => set(whole.sampleData)}>
            {t('what.sample')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('what.dataHint')}
      </Text>
      <SchemaForm
        schema={whole.dataSchema}
        value={content.data ?? {}}
        onChange={(data) => set(data as Record<string, unknown>)}
      />
    </section>
  );
}
