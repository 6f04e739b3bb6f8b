import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useFindingWords } from '../../api/problem-words.ts';
import { LetterPages } from '../send/look/LetterPages.tsx';
import { useTrial, type Trial } from './use-trial.ts';

/** The pages of a template on its sample, with what is wrong marked on them. */
export function TrialPages({ trial }: { trial: Trial | undefined }) {
  const { t } = useTranslation('templates');
  const words = useFindingWords();
  const { data, error, isFetching, refetch } = useTrial(trial);
  return (
    <Stack gap="sm" aria-busy={isFetching}>
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton height={360} role="status" aria-label={t('editor.waiting')} />}
      {data?.state === 'making' && <Text role="status">{t('editor.waiting')}</Text>}
      {data !== undefined && data.problems.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('editor.refused')} role="alert">
          {data.problems.map((problem, i) => (
            <div key={i}>
              {words(problem)}
              {words(problem) !== problem.detail && problem.code.startsWith('template_') && (
                // What the language of templates says of its own text names the line and the field.
                <Text size="xs" c="dimmed" lang="en">
                  {problem.detail}
                </Text>
              )}
            </div>
          ))}
        </Alert>
      )}
      {data !== undefined && <LetterPages preview={data} />}
    </Stack>
  );
}
