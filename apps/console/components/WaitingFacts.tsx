import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useDesk } from '../frame/desk.tsx';
import { Facts } from './Facts.tsx';
import { Moment } from './measures.tsx';
import { useWaitingWords } from './waiting-words.ts';

/** What a thing waits for, since when, until when, who can act, and what happens then: answered for everything that waits. */
export function WaitingFacts({ waiting }: { waiting: Schemas['Letter']['waiting'] }) {
  const { t, i18n } = useTranslation(['waiting', 'frame']);
  const { desk } = useDesk();
  const waitsFor = useWaitingWords();
  const word = (key: string, otherwise: string) => (i18n.exists(`waiting:${key}`) ? t(key as 'for.lot') : otherwise);
  const actor = (who: string) =>
    who === 'customer' && desk.kind !== 'account' ? t('theCustomer') : word(`actor.${who}`, who);
  return (
    <Paper p="md" component="section" aria-label={t('title')}>
      <Title order={2} mb="sm">
        {t('title')}
      </Title>
      {waiting === null ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <>
          <Text fw={560} mb="sm">
            {waitsFor(waiting)}
          </Text>
          <Facts
            of={[
              { name: t('since'), value: <Moment at={waiting.since} /> },
              {
                name: t('until'),
                value: waiting.until && (
                  <>
                    <Moment at={waiting.until} /> (<Moment at={waiting.until} as="relative" />)
                  </>
                ),
              },
              { name: t('who'), value: waiting.who.map(actor).join(', ') },
              { name: t('then'), value: word(`after.${waiting.then}`, waiting.then.replaceAll('_', ' ')) },
            ]}
          />
        </>
      )}
    </Paper>
  );
}
