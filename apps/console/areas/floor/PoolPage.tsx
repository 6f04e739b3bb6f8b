import { Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lotKeyText, parseLotKey } from '#domain/lot-key';
import { api, http, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment, NumberLink } from '../../components/measures.tsx';
import { onePage } from '../../components/one-page.ts';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { because, FloorAction } from './FloorAction.tsx';
import { useKeyWords } from './lot-kind.ts';

type PoolGroup = Schemas['PoolGroup'];

/** What waits for a lot, by kind, and lots formed now. */
export function PoolPage() {
  const { t } = useTranslation('floor');
  const { may } = useDesk();
  const pool = api.useQuery('get', '/v1/site/pool');
  const [released, setReleased] = useState<{ lotKey?: string } | undefined>();
  const nameOf = useGroupName();
  const columns: Column<PoolGroup>[] = [
    { key: 'kind', title: t('pool.kind'), cell: ({ lotKey }) => nameOf(lotKey) },
    {
      key: 'letters',
      title: t('pool.letters'),
      align: 'right',
      cell: ({ letters, lotKey }) => (
        <NumberLink
          count={letters}
          to={`/pool/letters?state=pooled&lotKey=${encodeURIComponent(lotKey)}`}
          label={`${t('pool.letters')} : ${letters}`}
        />
      ),
    },
    { key: 'sheets', title: t('pool.sheets'), align: 'right', cell: ({ sheets }) => <Count of={sheets} /> },
    { key: 'oldest', title: t('pool.oldest'), cell: ({ oldestSince }) => <Moment at={oldestSince} as="relative" /> },
    { key: 'until', title: t('pool.until'), cell: ({ earliestUntil }) => <Moment at={earliestUntil} /> },
    ...(may('floor:write')
      ? [
          {
            key: 'release',
            title: '',
            narrow: true,
            cell: ({ lotKey }: PoolGroup) => (
              <Button size="compact-sm" variant="default" onClick={() => setReleased({ lotKey })}>
                {t('pool.release')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={t('pool.title')}
      lead={t('pool.lead')}
      actions={
        may('floor:write') &&
        (pool.data?.groups.length ?? 0) > 0 && <Button onClick={() => setReleased({})}>{t('pool.releaseAll')}</Button>
      }
    >
      <Listing
        label={t('pool.title')}
        query={onePage(pool, ({ groups }) => groups)}
        columns={columns}
        rowKey={({ lotKey }) => lotKey}
        empty={{ title: t('pool.empty'), text: t('pool.emptyText'), icon: IconHourglass }}
      />
      {released && (
        <FloorAction
          title={t('pool.releaseTitle')}
          intended={{ action: 'release_pool', body: { ...released, reason: 'preview' } }}
          reasons={['truck_early', 'customer_asked', 'end_of_shift']}
          confirm={t('pool.release')}
          run={(input) =>
            http.POST('/v1/site/pool/release', { body: { ...released, ...because(input) }, headers: input.once })
          }
          onClose={() => setReleased(undefined)}
        />
      )}
    </Page>
  );
}

/** The words of a lot key; a text that is none is shown as it is. */
function useGroupName() {
  const words = useKeyWords();
  return (text: string): string => {
    try {
      const key = parseLotKey(text);
      return lotKeyText(key) === text ? words(key) : text;
    } catch {
      return text;
    }
  };
}
