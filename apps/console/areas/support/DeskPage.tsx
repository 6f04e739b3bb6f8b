import { Badge, Group, Stack } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink, useSearchParams } from 'react-router';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';

type Row = Schemas['SupportTicketRow'];

/** The lists of the desk; each number of the counts is the length of its list. */
const lists = {
  waiting: { group: 'waiting' },
  late: { late: 'true' },
  escalated: { escalated: 'true' },
  answered: { group: 'answered' },
  closed: { group: 'closed' },
} as const;
type List = keyof typeof lists;
const names = Object.keys(lists) as List[];

/** The questions of all accounts, list by list; those that wait come by when they are due. */
export function DeskPage() {
  const { t } = useTranslation(['support', 'states']);
  const [search] = useSearchParams();
  const list = names.find((name) => name === search.get('list')) ?? 'waiting';
  const counts = api.useQuery('get', '/v1/support/counts', {});
  const tickets = api.useInfiniteQuery(
    'get',
    '/v1/support/tickets',
    { params: { query: { limit: 50, ...lists[list] } } },
    cursorPaging,
  );
  const columns: Column<Row>[] = [
    { key: 'subject', title: t('column.subject'), cell: ({ subject }) => subject ?? t('erased') },
    { key: 'account', title: t('column.account'), cell: ({ accountName }) => accountName },
    { key: 'state', title: t('column.state'), cell: ({ state }) => <StateBadge of="ticket" state={state} /> },
    { key: 'asked', title: t('column.asked'), cell: ({ askedAt }) => <Moment at={askedAt} /> },
    { key: 'due', title: t('column.due'), cell: ({ dueAt }) => <Moment at={dueAt} as="relative" /> },
  ];
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')}>
      <Stack gap="md">
        <Group component="nav" aria-label={t('desk.lists')} gap="xs" wrap="wrap">
          {names.map((name) => (
            <NavLink
              key={name}
              to={`/support?list=${name}`}
              {...(name === list && { 'aria-current': 'page' as const })}
              style={{ textDecoration: 'none' }}
            >
              <Badge size="lg" variant={name === list ? 'filled' : 'default'} tt="none">
                {t(`desk.${name}`)} {counts.data !== undefined && <Count of={counts.data[name]} />}
              </Badge>
            </NavLink>
          ))}
        </Group>
        <Listing
          label={t(`desk.${list}`)}
          query={tickets}
          columns={columns}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `/support/${id}`}
          empty={{ title: t('desk.empty'), text: t('desk.emptyText'), icon: IconLifebuoy }}
        />
      </Stack>
    </Page>
  );
}
