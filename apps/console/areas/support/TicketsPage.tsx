import { Button, Select, Stack } from '@mantine/core';
import { IconLifebuoy, IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { Hours } from './Hours.tsx';

type Row = Schemas['TicketRow'];
const groups = ['waiting', 'answered', 'closed'] as const;

/** The account's questions, the newest first, and when support answers. */
export function TicketsPage() {
  const { t } = useTranslation(['support', 'states']);
  const { may } = useDesk();
  const [search, setSearch] = useSearchParams();
  const group = groups.find((one) => one === search.get('group'));
  const tickets = api.useInfiniteQuery('get', '/v1/tickets', { params: { query: { limit: 50, group } } }, cursorPaging);
  const columns: Column<Row>[] = [
    { key: 'subject', title: t('column.subject'), cell: ({ subject }) => subject ?? t('erased') },
    { key: 'state', title: t('column.state'), cell: ({ state }) => <StateBadge of="ticket" state={state} /> },
    { key: 'asked', title: t('column.asked'), cell: ({ askedAt }) => <Moment at={askedAt} /> },
    { key: 'due', title: t('column.due'), cell: ({ dueAt }) => <Moment at={dueAt} /> },
  ];
  const ask = may('tickets:write') && (
    <Button component={Link} to="/tickets/new" leftSection={<IconMessagePlus size={16} aria-hidden />}>
      {t('mine.ask')}
    </Button>
  );
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} actions={ask}>
      <Stack gap="lg">
        <Listing
          label={t('mine.title')}
          query={tickets}
          columns={columns}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `/tickets/${id}`}
          empty={{ title: t('mine.empty'), text: t('mine.emptyText'), icon: IconLifebuoy }}
          clearFilters={group && (() => setSearch({}))}
          tools={
            <Select
              label={t('mine.filter')}
              data={[
                { value: '', label: t('mine.all') },
                ...groups.map((value) => ({ value, label: t(`group.${value}`) })),
              ]}
              value={group ?? ''}
              onChange={(value) => setSearch(value ? { group: value } : {})}
            />
          }
        />
        <Hours />
      </Stack>
    </Page>
  );
}
