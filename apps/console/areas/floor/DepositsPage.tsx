import { IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useFilters } from './list-filters.ts';
import type { Query } from './query.ts';
import { Show } from './Show.tsx';

type Deposit = Schemas['Deposit'];
const names = ['state', 'open', 'standing', 'leftOn', 'needsOperator', 'operatorReason'] as const;

/** Deposits: what our slips declare, what the carrier accepted. */
export function DepositsPage() {
  const { t } = useTranslation('floor');
  const filters = useFilters(names, { open: 'true' });
  const deposits = api.useInfiniteQuery(
    'get',
    '/v1/site/deposits',
    { params: { query: { limit: 50, ...filters.query } as Query<'/v1/site/deposits'> } },
    cursorPaging,
  );
  const columns: Column<Deposit>[] = [
    { key: 'number', title: t('deposits.number'), cell: ({ number }) => t('deposits.one', { number }) },
    { key: 'state', title: t('deposits.state'), cell: ({ state }) => <StateBadge of="deposit" state={state} /> },
    { key: 'slot', title: t('deposits.slot'), cell: ({ slotAt }) => <Moment at={slotAt} /> },
    { key: 'contract', title: t('deposits.contract'), cell: ({ carrierContract }) => carrierContract },
    { key: 'pieces', title: t('deposits.pieces'), align: 'right', cell: ({ pieces }) => <Count of={pieces} /> },
    {
      key: 'accepted',
      title: t('deposits.accepted'),
      align: 'right',
      cell: ({ piecesAccepted }) => (piecesAccepted === null ? '—' : <Count of={piecesAccepted} />),
    },
    {
      key: 'difference',
      title: t('deposits.difference'),
      align: 'right',
      cell: ({ pieces, piecesAccepted }) => (piecesAccepted === null ? '—' : <Count of={piecesAccepted - pieces} />),
    },
    { key: 'due', title: t('deposits.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
  ];
  return (
    <Page title={t('deposits.title')} lead={t('deposits.lead')}>
      <Listing
        label={t('deposits.title')}
        query={deposits}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/deposits/${id}`}
        empty={{ title: t('deposits.empty'), text: t('deposits.emptyText'), icon: IconTruckDelivery }}
        clearFilters={filters.clear}
        tools={<Show of="deposit" filters={filters} usual={t('deposits.open')} all={t('deposits.all')} />}
      />
    </Page>
  );
}
