import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment, Weight } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useWaitingWords } from '../../components/waiting-words.ts';
import { useDesk } from '../../frame/desk.tsx';
import { useFloorStory } from '../letters/floor-story.ts';
import { useFloorWords } from './floor-words.ts';
import { findingsFor, ResolveDialog, type Found } from './ResolveDialog.tsx';
import { Reveal } from './Reveal.tsx';
import { Section } from './Section.tsx';

type Piece = Schemas['Piece'];

/** One piece: what it waits for, what may be done, its letter's story; the address stays masked. */
export function PiecePage() {
  const { t } = useTranslation('floor');
  const { id = '' } = useParams();
  const { may } = useDesk();
  const piece = api.useQuery('get', '/v1/site/pieces/{id}', { params: { path: { id } } });
  const [found, setFound] = useState<Found | undefined>();
  const findings = piece.data && may('floor:write') ? findingsFor(piece.data) : [];
  const words = { trayed: 'release', spoiled: 'spoil', voided: 'voidIt', printed: 'foundPrinted' } as const;
  return (
    <Page
      title={piece.data ? t('pieces.one', { code: piece.data.windowCode }) : t('pieces.window')}
      back={{ to: '/pieces', name: t('pieces.title') }}
      badge={piece.data && <StateBadge of="piece" state={piece.data.state} />}
      actions={findings.map((one, i) => (
        <Button key={one} variant={i === 0 ? 'filled' : 'default'} onClick={() => setFound(one)}>
          {t(`pieces.${words[one]}`)}
        </Button>
      ))}
    >
      {piece.error && <ProblemNote error={piece.error} retry={() => void piece.refetch()} />}
      {piece.isPending && <Waiting />}
      {piece.data && <Shown piece={piece.data} />}
      {piece.data && found && <ResolveDialog piece={piece.data} found={found} onClose={() => setFound(undefined)} />}
    </Page>
  );
}

function Shown({ piece }: { piece: Piece }) {
  const { t } = useTranslation('floor');
  const { reason } = useFloorWords();
  const waitsFor = useWaitingWords();
  // Of a piece that lies in its tray the reason tells how it came there, not what it waits for.
  const isAside = piece.state === 'suspect' || piece.state === 'diverted';
  return (
    <Stack gap="md">
      {piece.until !== null && (
        <Alert color="gray" icon={<IconClockHour4 aria-hidden />} title={t('pieces.waits')}>
          {piece.waiting !== null && <Text size="sm">{waitsFor(piece.waiting)}</Text>}
          <Text size="sm" c="dimmed" component="div">
            {isAside && piece.reason !== null && <>{reason(piece.reason)} · </>}
            {piece.waiting !== null && (
              <>{piece.waiting.who.map((who) => t(`attention.actor.${who as 'pli'}`)).join(', ')} · </>
            )}
            <Moment at={piece.until} as="relative" />
          </Text>
        </Alert>
      )}
      <Section title={t('pieces.facts')}>
        <Facts
          of={[
            {
              name: t('pieces.lot'),
              value: (
                <Anchor component={Link} to={`/lots/${piece.lotId}`}>
                  {t('lots.one', { number: piece.lotNumber })}
                </Anchor>
              ),
            },
            { name: t('pieces.place'), value: piece.position },
            { name: t('pieces.copy'), value: piece.copy },
            {
              name: t('pieces.tray'),
              value: piece.trayId && (
                <Anchor component={Link} to={`/trays/${piece.trayId}`}>
                  {t('trays.one', { number: piece.trayNumber ?? '' })}
                </Anchor>
              ),
            },
            { name: t('pieces.postcode'), value: piece.postcode },
            { name: t('pieces.sheets'), value: piece.sheets },
            { name: t('pieces.weight'), value: <Weight mg={piece.weightMg} /> },
            { name: t('pieces.service'), value: t(`states:service.${piece.service as 'priority'}` as 'lots.title') },
            { name: t('pieces.mark'), value: piece.mark },
            { name: t('pieces.franked'), value: piece.frankedAt && <Moment at={piece.frankedAt} /> },
            { name: t('pieces.number'), value: piece.registeredNumber },
            { name: t('pieces.letter'), value: piece.letterId },
          ]}
        />
      </Section>
      <Reveal letterId={piece.letterId} />
      <Story letterId={piece.letterId} />
    </Stack>
  );
}

/** What happened to the letter and all its copies. */
function Story({ letterId }: { letterId: string }) {
  const { t } = useTranslation('floor');
  const letter = api.useQuery('get', '/v1/site/letters/{id}', { params: { path: { id: letterId } } });
  const story = useFloorStory(letter.data?.timeline ?? []);
  if (letter.error) return <ProblemNote error={letter.error} retry={() => void letter.refetch()} />;
  if (letter.data === undefined) return <Waiting />;
  return (
    <Section title={t('pieces.story')}>
      <Timeline label={t('pieces.story')} of={story} />
    </Section>
  );
}
