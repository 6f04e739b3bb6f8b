import { Alert, Anchor, Button, Group } from '@mantine/core';
import { IconBan, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { letterHasEnded } from '#domain/life-cycles';
import { api, type Schemas } from '../../api/client.ts';
import { useFindingWords } from '../../api/problem-words.ts';
import { Columns } from '../../components/Columns.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { WaitingFacts } from '../../components/WaitingFacts.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { AskSupport } from '../support/AskSupport.tsx';
import { CancelLetter } from './CancelLetter.tsx';
import { LetterFacts } from './LetterFacts.tsx';
import { LetterPages } from './LetterPages.tsx';
import { useStory } from './story.ts';

/** One letter: its story, its pages, what it waits for, and its end. */
export function LetterPage() {
  const { id = '' } = useParams();
  const letter = api.useQuery('get', '/v1/letters/{id}', { params: { path: { id } } });
  return <Loaded query={letter}>{(it) => <Shown letter={it} />}</Loaded>;
}

const cancellable: readonly string[] = ['accepted', 'composed', 'pooled', 'in_production'];

function Shown({ letter }: { letter: Schemas['Letter'] }) {
  const { t } = useTranslation(['letters', 'states', 'orders']);
  const { may } = useDesk();
  const [isCancelling, setCancelling] = useState(false);
  const story = useStory(letter.timeline);
  const words = useFindingWords();
  const mayCancel = may('orders:write') && cancellable.includes(letter.state) && !letterHasEnded(letter.state);
  return (
    <Page
      title={t('one', { position: letter.position })}
      badge={<StateBadge of="letter" state={letter.state} />}
      back={{ to: `/orders/${letter.orderId}`, name: t('ofOrder') }}
      lead={letter.recipientLines?.[0]}
      actions={
        <Group gap="xs">
          <AskSupport about="letter" id={letter.id} />
          {mayCancel && (
            <Button
              variant="default"
              leftSection={<IconBan size={16} aria-hidden />}
              onClick={() => setCancelling(true)}
            >
              {t('cancel.action')}
            </Button>
          )}
        </Group>
      }
    >
      {letter.reasonText !== null && (
        <Alert color="red" mb="md" title={t('reason')} icon={<IconInfoCircle aria-hidden />}>
          {words({ code: letter.reason ?? '', detail: letter.reasonText })}
        </Alert>
      )}
      <Columns
        main={
          <>
            <WaitingFacts waiting={letter.waiting} />
            <Section title={t('story')}>
              <Timeline of={story} label={t('story')} />
            </Section>
            <LetterFacts letter={letter} />
          </>
        }
        side={
          <>
            <LetterPages letter={letter} />
            {letter.warnings !== null && letter.warnings.length > 0 && (
              <Section title={t('warnings')}>
                {letter.warnings.map(({ code }) => (
                  <p key={code}>{t(`states:warning.${code}`)}</p>
                ))}
              </Section>
            )}
            <Anchor component={Link} to={`/letters?order=${letter.orderId}`} size="sm">
              {t('orders:allLetters')}
            </Anchor>
          </>
        }
      />
      {isCancelling && <CancelLetter letter={letter} onClose={() => setCancelling(false)} />}
    </Page>
  );
}
