import { Alert, Anchor, Button, Group, Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconDeviceFloppy } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http, queries, type Schemas } from '../../../api/client.ts';
import { newOnce } from '../../../api/once.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { Problem } from '../../../api/problem.ts';
import { Page } from '../../../components/Page.tsx';
import { TrialPages } from '../TrialPages.tsx';
import { useTrial } from '../use-trial.ts';
import { faultPlace } from './fault-place.ts';
import classes from './TemplateEditor.module.css';
import type { Texts } from './starter.ts';

const CodeEditor = lazy(() => import('./CodeEditor.tsx'));
/** Typing rests so long before the preview is made anew, in milliseconds. */
const REST_MS = 900;
const parts = ['html', 'schema', 'sample'] as const;

/** A template's text, the schema of its data and a sample, with the pages beside as they are written. */
export function TemplateEditor({ template, saved }: { template: Schemas['Template']; saved: Texts }) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const kept = useKeptTexts(template.id, saved);
  const { texts } = kept;
  const [rested] = useDebouncedValue(texts, REST_MS);
  const { trial, wrong } = useMemo(() => trialOf(rested), [rested]);
  const shown = useTrial(trial);
  const [part, setPart] = useState<string | null>('html');
  const [error, setError] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const next = (template.latestVersion ?? 0) + 1;
  const fault = faultPlace(shown.error instanceof Problem ? shown.error.detail : shown.data?.problems[0]?.detail);

  const save = async () => {
    const { trial: whole, wrong: unread } = trialOf(texts);
    if (unread) return setPart(unread);
    if (whole === undefined || isSaving) return;
    setSaving(true);
    setError(undefined);
    try {
      await http.POST('/v1/templates/{id}/versions', {
        params: { path: { id: template.id } },
        headers: newOnce(),
        body: { html: whole.html, dataSchema: whole.dataSchema ?? {}, sampleData: whole.data },
      });
      kept.forget();
      await queries.invalidateQueries();
      await navigate(`/templates/${template.id}`);
    } catch (refusal) {
      setError(refusal);
      setSaving(false);
    }
  };

  return (
    <Page
      title={t('editor.title', { name: template.name })}
      lead={t('editor.lead')}
      back={{ to: `/templates/${template.id}`, name: template.name }}
      actions={
        <Button leftSection={<IconDeviceFloppy size={17} aria-hidden />} loading={isSaving} onClick={() => void save()}>
          {t('editor.save', { version: next })}
        </Button>
      }
    >
      {error !== undefined && <ProblemNote error={error} />}
      {kept.isTakenUp && (
        <Text size="sm" mb="sm">
          {t('editor.unsaved')}{' '}
          <Anchor component="button" type="button" size="sm" onClick={kept.discard}>
            {t('editor.discard')}
          </Anchor>
        </Text>
      )}
      <div className={classes.desk}>
        <Tabs value={part} onChange={setPart} keepMounted={false} className={classes.code ?? ''}>
          <Tabs.List>
            {parts.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`part.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {parts.map((name) => (
            <Tabs.Panel key={name} value={name} pt="sm">
              <Suspense fallback={<Skeleton height={420} />}>
                <CodeEditor
                  language={name === 'html' ? 'html' : 'json'}
                  label={t(`part.${name}`)}
                  value={texts[name]}
                  faultLine={name === 'html' ? fault?.line : undefined}
                  onChange={(text) => kept.change({ [name]: text })}
                />
              </Suspense>
            </Tabs.Panel>
          ))}
          <Text size="xs" c="dimmed" mt="xs">
            {t('editor.hint')}
          </Text>
        </Tabs>
        <Stack gap="sm" component="section" aria-label={t('editor.preview')} className={classes.preview ?? ''}>
          <Group justify="space-between">
            <Text fw={600}>{t('editor.preview')}</Text>
            <Text size="xs" c="dimmed" role="status">
              {shown.isFetching || rested !== texts ? t('editor.refreshing') : ''}
            </Text>
          </Group>
          {wrong && (
            <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="alert">
              {t(wrong === 'schema' ? 'editor.inSchema' : 'editor.inSample')}
            </Alert>
          )}
          {fault && (
            <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('editor.inHtml')} role="alert">
              {t('editor.faultAt', fault)}
            </Alert>
          )}
          <TrialPages trial={trial} />
        </Stack>
      </div>
    </Page>
  );
}

/** The trial that texts make; `wrong`: which of them is no JSON. */
function trialOf({ html, schema, sample }: Texts): { trial?: Schemas['TemplateTrial']; wrong?: 'schema' | 'sample' } {
  const [dataSchema, data] = [objectIn(schema), objectIn(sample)];
  if (dataSchema === undefined) return { wrong: 'schema' };
  if (data === undefined) return { wrong: 'sample' };
  return { trial: { html: html === '' ? ' ' : html, dataSchema, data } };
}

function objectIn(text: string): Record<string, never> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, never>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** What is written stays in this browser's session until it is saved: a page left by mistake loses nothing. */
function useKeptTexts(templateId: string, saved: Texts) {
  const key = `pli-template ${templateId}`;
  const [found] = useState(() => {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Texts);
  });
  const [texts, setTexts] = useState<Texts>(found ?? saved);
  const [isTakenUp, setTakenUp] = useState(found !== undefined);
  useEffect(() => {
    if (texts !== saved) sessionStorage.setItem(key, JSON.stringify(texts));
  }, [texts, saved, key]);
  return {
    texts,
    isTakenUp,
    change: (changed: Partial<Texts>) => setTexts((now) => ({ ...now, ...changed })),
    forget: () => sessionStorage.removeItem(key),
    discard: () => {
      sessionStorage.removeItem(key);
      setTexts(saved);
      setTakenUp(false);
    },
  };
}
