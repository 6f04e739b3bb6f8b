import { Alert, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Moment } from '../../components/measures.tsx';
import { PageImage } from '../../components/PageImage.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { useFloorWords } from './floor-words.ts';
import { Section } from './Section.tsx';

type Revealed = Schemas['Revealed'];
const reasons = ['address_unreadable', 'quality_check', 'claim'];

/** The masked letter: who has the right may see it for some minutes, says why, and the sender reads of it. */
export function Reveal({ letterId }: { letterId: string }) {
  const { t } = useTranslation('floor');
  const { may } = useDesk();
  const { reason: words } = useFloorWords();
  const cache = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const shown = useQuery({
    queryKey: ['revealed', letterId],
    queryFn: async () =>
      (await http.GET('/v1/site/letters/{id}/revealed', { params: { path: { id: letterId } } })).data as Revealed,
    enabled: may('floor:reveal'),
    retry: false,
    // What was seen does not stay behind when its time is over or the page is left.
    gcTime: 0,
    meta: { live: false },
  });
  const revealed = shown.error ? undefined : shown.data;
  useEndOf(revealed?.until, () => {
    cache.removeQueries({ queryKey: ['page image'] });
    void shown.refetch();
  });
  const isMasked = shown.error instanceof Problem && ['reveal_needed', 'reveal_over'].includes(shown.error.code);
  return (
    <Section
      title={t('reveal.address')}
      actions={
        may('floor:reveal') &&
        revealed === undefined && (
          <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={() => setOpen(true)}>
            {t('reveal.action')}
          </Button>
        )
      }
    >
      {revealed === undefined && (
        <Text size="sm" c="dimmed">
          <IconEyeOff size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('reveal.masked')}
        </Text>
      )}
      {shown.error != null && !isMasked && <ProblemNote error={shown.error} />}
      {revealed !== undefined && <Shown revealed={revealed} />}
      {isOpen && (
        <ActionDialog
          title={t('reveal.title')}
          effect={t('reveal.effect')}
          reasons={reasons.map((value) => ({ value, label: words(value) }))}
          text="optional"
          confirm={t('reveal.confirm')}
          run={({ reason, text, once }) =>
            http.POST('/v1/site/letters/{id}/reveal', {
              params: { path: { id: letterId } },
              body: { reason, ...(text !== '' && { text }) },
              headers: once,
            })
          }
          onDone={() => void shown.refetch()}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}

function Shown({ revealed }: { revealed: Revealed }) {
  const { t } = useTranslation('floor');
  return (
    <Stack gap="sm">
      <Alert color="yellow" icon={<IconEye aria-hidden />}>
        {t('reveal.until', { time: '' })}
        <Moment at={revealed.until} />
      </Alert>
      <address style={{ fontStyle: 'normal' }}>
        {revealed.address.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
      {revealed.pages === null ? (
        <Text size="sm">{t('reveal.noPages')}</Text>
      ) : (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {Array.from({ length: revealed.pages }, (_, i) => (
            <PageImage key={i} path={`/v1/site/letters/${revealed.letterId}/revealed/${i + 1}.png`} page={i + 1} />
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

/** Calls when the instant has come. */
function useEndOf(until: string | undefined, over: () => void): void {
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(over, Math.max(0, Date.parse(until) - Date.now()) + 250);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new instant alone sets a new timer
  }, [until]);
}
