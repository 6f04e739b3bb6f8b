import { Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import classes from './Compared.module.css';
import { lineDiff, type DiffLine } from './line-diff.ts';

/** Lines that stayed, around what changed. */
const AROUND = 3;

/** What changed from one version to another: its text, its schema, its sample. */
export function Compared({ templateId, from, to }: { templateId: string; from: number; to: number }) {
  const { t } = useTranslation('templates');
  const path = (version: number) => ({ params: { path: { id: templateId, version } } });
  const before = api.useQuery('get', '/v1/templates/{id}/versions/{version}', path(from));
  const after = api.useQuery('get', '/v1/templates/{id}/versions/{version}', path(to));
  const error = before.error ?? after.error;
  if (error) return <ProblemNote error={error} />;
  if (before.data === undefined || after.data === undefined) return <Waiting />;
  const json = (value: unknown) => JSON.stringify(value, undefined, 2);
  return (
    <Paper p="md" component="section" aria-labelledby="compared">
      <Stack gap="md">
        <Title order={2} id="compared">
          {t('compareTitle', { from, to })}
        </Title>
        <Part name={t('part.html')} from={before.data.html} to={after.data.html} />
        <Part name={t('part.schema')} from={json(before.data.dataSchema)} to={json(after.data.dataSchema)} />
        <Part name={t('part.sample')} from={json(before.data.sampleData)} to={json(after.data.sampleData)} />
      </Stack>
    </Paper>
  );
}

function Part({ name, from, to }: { name: string; from: string; to: string }) {
  const { t } = useTranslation('templates');
  const lines = useMemo(() => folded(lineDiff(from, to)), [from, to]);
  return (
    <div>
      <Title order={3} mb={4}>
        {name}
      </Title>
      {from === to ? (
        <Text size="sm" c="dimmed">
          {t('same')}
        </Text>
      ) : (
        <div className={classes.diff} tabIndex={0} role="region" aria-label={name}>
          {lines.map((line, i) =>
            'folded' in line ? (
              <div key={i} className={classes.folded}>
                {t('unchanged', { count: line.folded })}
              </div>
            ) : (
              <div key={i} data-kind={line.kind}>
                <span className={classes.sign} aria-label={line.kind === 'same' ? undefined : t(line.kind)}>
                  {{ same: ' ', added: '+', removed: '−' }[line.kind]}
                </span>
                {line.text || ' '}
              </div>
            ),
          )}
        </div>
      )}
    </div>
  );
}

/** Long stretches that stayed become one line. */
function folded(lines: readonly DiffLine[]): (DiffLine | { folded: number })[] {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - AROUND), i + AROUND + 1).some(({ kind }) => kind !== 'same'),
  );
  const shown: (DiffLine | { folded: number })[] = [];
  lines.forEach((line, i) => {
    const last = shown.at(-1);
    if (near[i]) shown.push(line);
    else if (last !== undefined && 'folded' in last) shown[shown.length - 1] = { folded: last.folded + 1 };
    else shown.push({ folded: 1 });
  });
  return shown;
}
