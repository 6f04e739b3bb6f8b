import { Button, Select } from '@mantine/core';
import { IconMail, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { letterStates, type LetterState } from '#domain/life-cycles';
import { serviceNames } from '#domain/services';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';

type LetterRow = Omit<Schemas['FoundLetter'], 'recipientName' | 'clientReference' | 'by'>;
const states = (Object.keys(letterStates) as LetterState[]).filter((state) => state !== 'deleted');

/** Letters of the account, by state, service and order: what each number of an order's page leads to. */
export function LettersPage() {
  const { t } = useTranslation(['letters', 'states']);
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  const service = serviceNames.find((one) => one === search.get('service'));
  const orderId = search.get('order') ?? undefined;
  const query = { limit: 50, sort: 'newest' as const, state, service, orderId };
  const letters = api.useInfiniteQuery('get', '/v1/letters', { params: { query } }, cursorPaging);
  const change = (name: string, value: string | null) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    });
  const columns: Column<LetterRow>[] = [
    { key: 'letter', title: t('column.letter'), cell: ({ position }) => t('one', { position }) },
    { key: 'state', title: t('column.state'), cell: (letter) => <StateBadge of="letter" state={letter.state} /> },
    {
      key: 'service',
      title: t('column.service'),
      cell: (letter) => t(`states:service.${letter.service as 'priority'}`, { defaultValue: letter.service }),
    },
    {
      key: 'destination',
      title: t('column.destination'),
      cell: ({ postcode, country }) => (country === 'FR' ? postcode : `${country} ${postcode}`),
    },
    { key: 'number', title: t('column.number'), cell: ({ registeredNumber }) => registeredNumber ?? '—' },
    { key: 'due', title: t('column.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
    { key: 'created', title: t('column.created'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ];
  const choices = (values: readonly string[], kind: 'letter' | 'service') => [
    { value: '', label: t('filter.all') },
    ...values.map((value) => ({ value, label: t(`states:${kind}.${value}` as 'states:letter.draft') })),
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Listing
        label={t('title')}
        query={letters}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/letters/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconMail }}
        clearFilters={state || service || orderId ? () => setSearch({}) : undefined}
        tools={
          <>
            <Select
              label={t('filter.state')}
              data={choices(states, 'letter')}
              value={state ?? ''}
              onChange={(value) => change('state', value)}
            />
            <Select
              label={t('filter.service')}
              data={choices(serviceNames, 'service')}
              value={service ?? ''}
              onChange={(value) => change('service', value)}
            />
            {orderId && (
              <Button
                variant="default"
                rightSection={<IconX size={15} aria-hidden />}
                onClick={() => change('order', null)}
                aria-label={`${t('filter.order')} · ${t('filter.anyOrder')}`}
              >
                {t('filter.order')}
              </Button>
            )}
          </>
        }
      />
    </Page>
  );
}
