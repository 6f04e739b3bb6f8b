import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from './problem.ts';
import { useFindingWords, useProblemWords } from './problem-words.ts';

/**
 * A refusal in words: what it is, what to do, each thing to correct, and the number of the request. Takes whatever was thrown.
 */
export function ProblemNote({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const { t, i18n } = useTranslation('frame');
  const { title, text } = useProblemWords(error);
  const words = useFindingWords();
  // The server's own sentences name the place already.
  const placeOf = ({ pointer, parameter }: Problem['errors'][number]) => {
    const place = parameter ?? pointer?.slice(1).replaceAll('/', ' › ') ?? '';
    return i18n.language === 'en' || place === '' ? '' : ` (${place})`;
  };
  const problem = error instanceof Problem ? error : undefined;
  const Icon = problem?.status === 0 ? IconPlugConnectedX : IconAlertTriangle;
  return (
    <Alert color="red" role="alert" title={title} icon={<Icon aria-hidden />}>
      <Text size="sm">{text}</Text>
      {problem !== undefined && problem.errors.length > 0 && (
        <List size="sm" mt="xs">
          {problem.errors.map((item, i) => (
            <List.Item key={i}>
              {words(item)}
              {placeOf(item)}
            </List.Item>
          ))}
        </List>
      )}
      <Group mt="xs" gap="md">
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            {t('error.retry')}
          </Button>
        )}
        {problem?.requestId !== undefined && (
          <Text size="xs" c="dimmed">
            {t('error.requestId', { id: problem.requestId })}{' '}
            <Anchor href={`/problems/${problem.code}`} target="_blank" rel="noreferrer" size="xs" underline="always">
              {problem.code}
            </Anchor>
          </Text>
        )}
      </Group>
    </Alert>
  );
}
