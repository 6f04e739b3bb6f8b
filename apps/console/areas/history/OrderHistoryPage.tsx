import { Button } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { orderStates, type OrderState } from '#domain/life-cycles';
import { api, type Schemas } from '../../api/client.ts';
import { download } from '../../api/files.ts';
import { beforePaging } from '../../components/before-paging.ts';
import { addressOf, useLetterChoice, type LetterChoice } from '../../components/letter-choice.ts';
import { LetterFilters } from '../../components/LetterFilters.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment, NumberLink } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { HistoryTabs } from './HistoryTabs.tsx';

type Row = Schemas['OrderHistoryRow'];
type SubmittedState = Exclude<OrderState, 'draft' | 'deleted'>;
const states = (Object.keys(orderStates) as OrderState[]).filter(
  (state): state is SubmittedState => state !== 'draft' && state !== 'deleted',
);

/** Every order that was submitted; each number of letters leads to them. */
export function OrderHistoryPage() {
  const { t, i18n } = useTranslation(['history', 'states']);
  const [choice, change] = useLetterChoice();
  const [search] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  const { from, to, service, costCentre, personId } = choice;
  const query = {
    ...(from && { from }),
    ...(to && { to }),
    ...(service && { service }),
    ...(costCentre && { costCentre }),
    ...(personId && { personId }),
  };
  const orders = api.useInfiniteQuery(
    'get',
    '/v1/history/orders',
    { params: { query: { limit: 50, ...query, ...(state && { state }) } } },
    beforePaging,
  );
  const columns: Column<Row>[] = [
    { key: 'submitted', title: t('column.submitted'), cell: (row) => <Moment at={row.submittedAt} /> },
    { key: 'state', title: t('column.state'), cell: (row) => <StateBadge of="order" state={row.state} /> },
    { key: 'reference', title: t('column.reference'), cell: (row) => row.clientReference ?? '—' },
    { key: 'service', title: t('column.service'), cell: (row) => t(`states:service.${row.service as 'priority'}`) },
    { key: 'centre', title: t('column.costCentre'), cell: (row) => row.costCentre ?? '—' },
    { key: 'archive', title: t('column.archive'), cell: (row) => t(row.archive === 'none' ? 'notKept' : 'kept') },
    {
      key: 'letters',
      title: t('column.letters'),
      align: 'right',
      cell: (row) => <NumberLink count={row.letterCount} to={`/history?orderId=${row.id}`} />,
    },
    { key: 'open', title: t('column.open'), align: 'right', cell: (row) => <Count of={row.openLetters} /> },
  ];
  const address = `${addressOf(query)}${state ? `&state=${state}` : ''}`;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => void download(`/v1/history/orders.csv?language=${i18n.language}&${address}`, 'orders.csv')}
        >
          {t('export')}
        </Button>
      }
    >
      <HistoryTabs choice={choice} />
      <Listing
        label={t('tab.orders')}
        query={orders}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/orders/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconHistory }}
        clearFilters={
          address === ''
            ? undefined
            : () =>
                change({
                  from: undefined,
                  to: undefined,
                  state: undefined,
                  service: undefined,
                  costCentre: undefined,
                  personId: undefined,
                })
        }
        tools={
          <LetterFilters
            choice={{ ...choice, ...(state && { state: state as unknown as NonNullable<LetterChoice['state']> }) }}
            change={change}
            states={states}
            of="order"
            person
          />
        }
      />
    </Page>
  );
}
