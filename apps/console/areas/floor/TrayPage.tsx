import { Anchor, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, cursorPaging, http } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { because, FloorAction } from './FloorAction.tsx';
import { PieceListing } from './PiecesPage.tsx';
import { useKeyWord } from './lot-kind.ts';
import { Section } from './Section.tsx';
import { StandingSign } from './StandingSign.tsx';

/** One tray: what lies in it, what is to come, its truck; sealed, or its seal broken. */
export function TrayPage() {
  const { t } = useTranslation('floor');
  const { id = '' } = useParams();
  const { may } = useDesk();
  const [asked, setAsked] = useState<'seal_tray' | 'break_seal' | undefined>();
  const tray = api.useQuery('get', '/v1/site/trays/{id}', { params: { path: { id } } });
  const pieces = api.useInfiniteQuery(
    'get',
    '/v1/site/pieces',
    { params: { query: { limit: 50, trayId: id, state: 'any' } } },
    cursorPaging,
  );
  const data = tray.data;
  const word = useKeyWord();
  return (
    <Page
      title={data ? t('trays.one', { number: data.number }) : t('trays.number')}
      back={{ to: '/trays', name: t('trays.title') }}
      badge={
        data && (
          <>
            <StateBadge of="tray" state={data.state} />
            {data.standing !== null && data.standing !== 'on_time' && <StandingSign of={data.standing} />}
          </>
        )
      }
      actions={
        data &&
        may('floor:write') && (
          <>
            {data.state === 'open' && <Button onClick={() => setAsked('seal_tray')}>{t('trays.seal')}</Button>}
            {data.state === 'sealed' && (
              <Button variant="default" onClick={() => setAsked('break_seal')}>
                {t('trays.breakSeal')}
              </Button>
            )}
          </>
        )
      }
    >
      {tray.error && <ProblemNote error={tray.error} retry={() => void tray.refetch()} />}
      {tray.isPending && <Waiting />}
      {data && (
        <Stack gap="md">
          <Section title={t('trays.one', { number: data.number })}>
            <Facts
              of={[
                { name: t('trays.code'), value: data.code },
                { name: t('trays.product'), value: word(data.product) },
                { name: t('trays.contract'), value: data.carrierContract },
                { name: t('trays.inside'), value: <Count of={data.inside} /> },
                { name: t('trays.coming'), value: <Count of={data.coming} /> },
                {
                  name: t('trays.lot'),
                  value: data.lotId ? (
                    <Anchor component={Link} to={`/lots/${data.lotId}`}>
                      {data.lotId}
                    </Anchor>
                  ) : (
                    t('trays.byHand')
                  ),
                },
                {
                  name: t('trays.deposit'),
                  value: data.depositId && (
                    <Anchor component={Link} to={`/deposits/${data.depositId}`}>
                      {data.depositId}
                    </Anchor>
                  ),
                },
                { name: t('trays.sealedAt'), value: data.sealedAt && <Moment at={data.sealedAt} /> },
                { name: t('trays.brokenAt'), value: data.sealBrokenAt && <Moment at={data.sealBrokenAt} /> },
                { name: t('trays.due'), value: data.until && <Moment at={data.until} as="relative" /> },
              ]}
            />
          </Section>
          <PieceListing query={pieces} />
        </Stack>
      )}
      {asked && (
        <FloorAction
          title={t(asked === 'seal_tray' ? 'trays.seal' : 'trays.breakSeal')}
          intended={{ action: asked, id, body: { reason: 'preview' } }}
          reasons={
            asked === 'seal_tray' ? ['full', 'last_piece_in', 'truck_early'] : ['piece_to_take_out', 'piece_to_put_in']
          }
          confirm={t(asked === 'seal_tray' ? 'trays.seal' : 'trays.breakSeal')}
          danger={asked === 'break_seal'}
          run={(input) =>
            http.POST(asked === 'seal_tray' ? '/v1/site/trays/{id}/seal' : '/v1/site/trays/{id}/break-seal', {
              params: { path: { id } },
              body: because(input),
              headers: input.once,
            })
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}
