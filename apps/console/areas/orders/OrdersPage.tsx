import { Select } from '@mantine/core';
import { IconMailbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { orderStates, type OrderState } from '#domain/life-cycles';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment, NumberLink } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { OrderName } from './OrderName.tsx';
import { OrderProgress } from './OrderProgress.tsx';

type OrderRow = Schemas['OrderRow'];
const states = (Object.keys(orderStates) as OrderState[]).filter((state) => state !== 'deleted');

/** All orders of the account, the newest first, filtered by their state; they move on before the reader's eyes. */
export function OrdersPage() {
  const { t } = useTranslation(['orders', 'states']);
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  const query = { limit: 50, sort: 'newest' as const, state };
  const orders = api.useInfiniteQuery('get', '/v1/orders', { params: { query } }, cursorPaging);
  const columns: Column<OrderRow>[] = [
    { key: 'order', title: t('column.order'), cell: (order) => <OrderName of={order} /> },
    { key: 'state', title: t('column.state'), cell: (order) => <StateBadge of="order" state={order.state} /> },
    {
      key: 'letters',
      title: t('column.letters'),
      align: 'right',
      cell: ({ id, letterCount }) => <NumberLink count={letterCount} to={`/letters?order=${id}`} />,
    },
    { key: 'progress', title: t('progressLabel'), cell: (order) => <OrderProgress of={order} /> },
    { key: 'created', title: t('column.created'), cell: (order) => <Moment at={order.createdAt} /> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Listing
        label={t('title')}
        query={orders}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/orders/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconMailbox }}
        clearFilters={state && (() => setSearch({}))}
        tools={
          <Select
            label={t('filter.state')}
            data={[
              { value: '', label: t('filter.all') },
              ...states.map((value) => ({ value, label: t(`states:order.${value}`) })),
            ]}
            value={state ?? ''}
            onChange={(value) => setSearch(value ? { state: value } : {})}
          />
        }
      />
    </Page>
  );
}
