import { Alert, Button, Code, Paper, Progress as Bar, Stack, Text, Title } from '@mantine/core';
import { IconLink, IconLinkOff } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Sign } from '../../components/Sign.tsx';
import { canHash, checkStretch, type Progress } from './chain.ts';

type Stream = Schemas['AuditStream'];

/** So long a stretch is checked without being asked. */
const UNASKED_MOST = 5000;

/** Every stream that tells of the letter, read from end to end and checked here. */
export function ChainPanel({ letterId, streams }: { letterId: string; streams: readonly Stream[] }) {
  const { t } = useTranslation('audit');
  return (
    <section aria-labelledby="chain">
      <Title order={2} id="chain">
        {t('chain.title')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t('chain.lead')}
      </Text>
      {canHash() ? (
        <Stack gap="sm">
          {streams.map((stream) => (
            <StreamCheck key={stream.stream} letterId={letterId} stream={stream} />
          ))}
        </Stack>
      ) : (
        <Alert color="yellow">{t('chain.insecure')}</Alert>
      )}
    </section>
  );
}

function StreamCheck({ letterId, stream }: { letterId: string; stream: Stream }) {
  const { t } = useTranslation('audit');
  const [error, setError] = useState<unknown>();
  // A letter that is looked at again has further events; the stretch that is checked is the one first seen.
  const [{ first, last, head, about }] = useState(stream);
  const count = last - first + 1;
  const begun: Progress = { running: true, done: 0, upTo: { number: first - 1, hash: '' } };
  const startsUnasked = count <= UNASKED_MOST;
  const [progress, setProgress] = useState<Progress | undefined>(startsUnasked ? begun : undefined);
  const check = () => {
    checkStretch(letterId, { stream: stream.stream, first, last }, setProgress).then(setProgress, (thrown: unknown) => {
      setProgress(undefined);
      setError(thrown);
    });
  };
  const run = () => {
    setError(undefined);
    setProgress(begun);
    check();
  };
  const appear = useEffectEvent(() => {
    if (startsUnasked) check();
  });
  useEffect(() => appear(), []);
  const kind = stream.stream.startsWith('account/')
    ? 'ofAccount'
    : stream.stream.startsWith('site/')
      ? 'ofSite'
      : 'ofProvider';
  return (
    <Paper p="md">
      <Stack gap={6}>
        <Text fw={600}>{t(`chain.${kind}`)}</Text>
        <Text size="sm" c="dimmed">
          <Code>{stream.stream}</Code> · {t('chain.range', { first, last, about })}
        </Text>
        <div role="status">
          {progress?.running === true && (
            <>
              <Text size="sm">{t('chain.checking', { done: progress.done, count })}</Text>
              <Bar value={(100 * progress.done) / count} aria-label={t(`chain.${kind}`)} mt={4} />
            </>
          )}
          {progress?.running === false && progress.breaksAt === undefined && (
            <Sign tone="good" icon={IconLink}>
              {t('chain.holds', { count, first, last })}
            </Sign>
          )}
          {progress?.breaksAt !== undefined && (
            <Alert
              color="red"
              icon={<IconLinkOff aria-hidden />}
              title={t('chain.breaks', { number: progress.breaksAt.number })}
            >
              {t(`chain.fault.${progress.breaksAt.fault}`)}
            </Alert>
          )}
        </div>
        {error !== undefined && <ProblemNote error={error} retry={run} />}
        {progress === undefined && error === undefined && (
          <div>
            <Button variant="default" size="compact-sm" onClick={run}>
              {t('chain.check', { count })}
            </Button>
          </div>
        )}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('chain.head', { number: head.number, hash: head.hash })}
        </Text>
      </Stack>
    </Paper>
  );
}
