import { Anchor } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { Columns } from '../../components/Columns.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Count, Moment, Weight } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { Sign } from '../../components/Sign.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { WaitingFacts } from '../../components/WaitingFacts.tsx';
import { useFloorStory } from './floor-story.ts';

/** One letter as the floor sees it: codes, counts, postcode and marks; each copy; who did what, with which reason. */
export function SiteLetterPage() {
  const { id = '' } = useParams();
  const letter = api.useQuery('get', '/v1/site/letters/{id}', { params: { path: { id } } });
  return <Loaded query={letter}>{(it) => <Shown letter={it} />}</Loaded>;
}

function Shown({ letter }: { letter: Schemas['FloorLetter'] }) {
  const { t } = useTranslation(['letters', 'states']);
  const story = useFloorStory(letter.timeline);
  return (
    <Page
      title={t('one', { position: letter.position })}
      badge={
        <>
          <StateBadge of="letter" state={letter.state} />
          <Sign tone="quiet" icon={IconEyeOff}>
            {t('masked')}
          </Sign>
        </>
      }
    >
      <Columns
        main={
          <>
            <WaitingFacts waiting={letter.waiting} />
            <Section title={t('story')}>
              <Timeline of={story} label={t('story')} />
            </Section>
          </>
        }
        side={
          <>
            <Section title={t('facts')}>
              <Facts
                of={[
                  {
                    name: t('fact.service'),
                    value: t(`states:service.${letter.service as 'priority'}`, { defaultValue: letter.service }),
                  },
                  { name: t('fact.postcode'), value: `${letter.country} ${letter.postcode}` },
                  { name: t('fact.sheets'), value: letter.sheets !== null && <Count of={letter.sheets} /> },
                  { name: t('fact.weight'), value: letter.weightMg !== null && <Weight mg={letter.weightMg} /> },
                  { name: t('fact.registered'), value: letter.registeredNumber },
                  { name: t('fact.id'), value: <code>{letter.id}</code> },
                ]}
              />
            </Section>
            {letter.copies.map((copy) => (
              <Section
                key={copy.id}
                title={t('copy', { copy: copy.copy })}
                actions={<StateBadge of="piece" state={copy.state} />}
              >
                <Facts
                  of={[
                    { name: t('fact.window'), value: <code>{copy.windowCode}</code> },
                    {
                      name: t('fact.lot'),
                      value: (
                        <Anchor component={Link} to={`/lots/${copy.lotId}`}>
                          {copy.lotNumber}
                        </Anchor>
                      ),
                    },
                    {
                      name: t('fact.tray'),
                      value: copy.trayId && (
                        <Anchor component={Link} to={`/trays/${copy.trayId}`}>
                          {copy.trayNumber}
                        </Anchor>
                      ),
                    },
                    { name: t('fact.mark'), value: copy.mark },
                    { name: t('fact.franked'), value: copy.frankedAt && <Moment at={copy.frankedAt} /> },
                    { name: t('fact.registered'), value: copy.registeredNumber },
                  ]}
                />
              </Section>
            ))}
          </>
        }
      />
    </Page>
  );
}
