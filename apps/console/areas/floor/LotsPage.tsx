import { IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useFloorWords } from './floor-words.ts';
import { useFilters } from './list-filters.ts';
import { useKeyWords } from './lot-kind.ts';
import type { Query } from './query.ts';
import { Show } from './Show.tsx';
import { StandingSign } from './StandingSign.tsx';

type Lot = Schemas['Lot'];
const names = ['state', 'open', 'standing', 'needsOperator', 'operatorReason', 'firstOff'] as const;

/** The lots of the site: those under way unless told otherwise. */
export function LotsPage() {
  const { t } = useTranslation('floor');
  const { reason } = useFloorWords();
  const keyWords = useKeyWords();
  const filters = useFilters(names, { open: 'true' });
  const lots = api.useInfiniteQuery(
    'get',
    '/v1/site/lots',
    { params: { query: { limit: 50, ...filters.query } as Query<'/v1/site/lots'> } },
    cursorPaging,
  );
  const columns: Column<Lot>[] = [
    {
      key: 'number',
      title: t('lots.number'),
      cell: ({ number, kind }) => `${number} · ${t(`lots.kind.${kind as 'ordinary'}`)}`,
    },
    {
      key: 'state',
      title: t('lots.state'),
      cell: (lot) => <StateBadge of="lot" state={lot.state} />,
    },
    {
      key: 'standing',
      title: t('lots.standing'),
      cell: (lot) => (lot.operatorReason === null ? <StandingSign of={lot.standing} /> : reason(lot.operatorReason)),
    },
    { key: 'kind', title: t('pool.kind'), cell: ({ key }) => keyWords(key) },
    { key: 'pieces', title: t('lots.pieces'), align: 'right', cell: ({ pieces }) => <Count of={pieces} /> },
    { key: 'sheets', title: t('lots.sheets'), align: 'right', cell: ({ sheets }) => <Count of={sheets} /> },
    {
      key: 'day',
      title: t('lots.day'),
      cell: ({ plannedDepositDate }) => <Moment at={plannedDepositDate} as="date" />,
    },
    { key: 'due', title: t('lots.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
  ];
  return (
    <Page title={t('lots.title')} lead={t('lots.lead')}>
      <Listing
        label={t('lots.title')}
        query={lots}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/lots/${id}`}
        empty={{ title: t('lots.empty'), text: t('lots.emptyText'), icon: IconStack2 }}
        clearFilters={filters.clear}
        tools={<Show of="lot" filters={filters} usual={t('lots.open')} all={t('lots.all')} />}
      />
    </Page>
  );
}
