import { IconMailbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useFilters } from './list-filters.ts';
import type { Query } from './query.ts';

type FloorLetterRow = Schemas['FloorLetterRow'];
type FloorOrder = Schemas['FloorOrder'];

/** Letters of a state, masked: what the numbers of the board open. */
export function WaitingLettersPage() {
  const { t } = useTranslation('floor');
  const { query } = useFilters(['state', 'standing', 'lotKey'], { state: 'pooled' });
  const letters = api.useInfiniteQuery(
    'get',
    '/v1/site/letters',
    { params: { query: { limit: 50, ...query } as Query<'/v1/site/letters'> } },
    cursorPaging,
  );
  const columns: Column<FloorLetterRow>[] = [
    { key: 'letter', title: t('pool.letter'), cell: ({ id }) => id },
    { key: 'state', title: t('pieces.state'), cell: ({ state }) => <StateBadge of="letter" state={state} /> },
    { key: 'postcode', title: t('pool.postcode'), cell: ({ country, postcode }) => `${country} ${postcode}` },
    {
      key: 'sheets',
      title: t('pool.sheets'),
      align: 'right',
      cell: ({ sheets }) => (sheets === null ? '—' : <Count of={sheets} />),
    },
    { key: 'since', title: t('pool.since'), cell: ({ since }) => <Moment at={since} as="relative" /> },
    { key: 'due', title: t('pool.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
  ];
  return (
    <Page title={t('pool.lettersTitle')} lead={t('pool.lettersLead')} back={{ to: '/pool', name: t('pool.title') }}>
      <Listing
        label={t('pool.lettersTitle')}
        query={letters}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('pool.empty'), text: t('pool.emptyText'), icon: IconMailbox }}
      />
    </Page>
  );
}

/** Orders that Pli is late with. */
export function LateOrdersPage() {
  const { t } = useTranslation('floor');
  const { query } = useFilters(['state', 'standing'], { standing: 'late' });
  const orders = api.useInfiniteQuery(
    'get',
    '/v1/site/orders',
    { params: { query: { limit: 50, ...query } as Query<'/v1/site/orders'> } },
    cursorPaging,
  );
  const columns: Column<FloorOrder>[] = [
    { key: 'order', title: t('pool.order'), cell: ({ id }) => id },
    { key: 'state', title: t('pieces.state'), cell: ({ state }) => <StateBadge of="order" state={state} /> },
    { key: 'letters', title: t('pool.letters'), align: 'right', cell: ({ letterCount }) => <Count of={letterCount} /> },
    { key: 'since', title: t('pool.since'), cell: ({ since }) => <Moment at={since} as="relative" /> },
    { key: 'due', title: t('pool.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
  ];
  return (
    <Page title={t('pool.ordersTitle')} back={{ to: '/attention', name: t('attention.title') }}>
      <Listing
        label={t('pool.ordersTitle')}
        query={orders}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('attention.empty'), icon: IconMailbox }}
      />
    </Page>
  );
}
