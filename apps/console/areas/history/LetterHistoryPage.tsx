import { Anchor, Button, Text } from '@mantine/core';
import { IconChartBar, IconDownload, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { download } from '../../api/files.ts';
import { addressOf, countedChoiceOf, useLetterChoice } from '../../components/letter-choice.ts';
import { LetterFilters } from '../../components/LetterFilters.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment, Money } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { beforePaging } from '../../components/before-paging.ts';
import { HistoryTabs } from './HistoryTabs.tsx';

type Row = Schemas['LetterHistoryRow'];

/** Every letter that was submitted, chosen by period, state, service, cost centre and person. */
export function LetterHistoryPage() {
  const { t, i18n } = useTranslation(['history', 'states']);
  const { may } = useDesk();
  const [choice, change] = useLetterChoice();
  const letters = api.useInfiniteQuery(
    'get',
    '/v1/history/letters',
    { params: { query: { limit: 50, ...choice } } },
    beforePaging,
  );
  const columns: Column<Row>[] = [
    { key: 'submitted', title: t('column.submitted'), cell: (row) => <Moment at={row.submittedAt} /> },
    { key: 'state', title: t('column.state'), cell: (row) => <StateBadge of="letter" state={row.state} /> },
    {
      key: 'recipient',
      title: t('column.recipient'),
      cell: (row) =>
        row.recipient ??
        (row.erasedAt === null ? (
          '—'
        ) : (
          <Text c="dimmed" size="sm" span>
            {t('erased')}
          </Text>
        )),
    },
    { key: 'reference', title: t('column.reference'), cell: (row) => row.clientReference ?? '—' },
    { key: 'service', title: t('column.service'), cell: (row) => t(`states:service.${row.service as 'priority'}`) },
    { key: 'centre', title: t('column.costCentre'), cell: (row) => row.costCentre ?? '—' },
    {
      key: 'postage',
      title: t('column.postage'),
      align: 'right',
      cell: (row) => (row.postageCents === null ? '—' : <Money cents={row.postageCents} />),
    },
    {
      key: 'file',
      title: t('column.file'),
      narrow: true,
      cell: (row) =>
        row.archivedFileId !== null && may('archive:read') ? (
          <Anchor component={Link} to={`/archive/${row.archivedFileId}`} size="sm">
            {t('kept')}
          </Anchor>
        ) : (
          t('notKept')
        ),
    },
  ];
  const address = addressOf(choice);
  const { orderId } = choice;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {may('statistics:read') && (
            <Button
              component={Link}
              to={`/statistics?${addressOf(countedChoiceOf(choice))}`}
              variant="default"
              leftSection={<IconChartBar size={16} aria-hidden />}
            >
              {t('statistics')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() =>
              void download(
                `/v1/history/letters.csv?${address}${address && '&'}language=${i18n.language}`,
                'letters.csv',
              )
            }
          >
            {t('export')}
          </Button>
        </>
      }
    >
      <HistoryTabs choice={choice} total={letters.data?.pages[0]?.total} />
      <Listing
        label={t('tab.letters')}
        query={letters}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/letters/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconHistory }}
        clearFilters={
          address === ''
            ? undefined
            : () => change(Object.fromEntries(Object.keys(choice).map((name) => [name, undefined])))
        }
        tools={
          <>
            <LetterFilters choice={choice} change={change} person />
            {(choice.sent !== undefined ||
              orderId !== undefined ||
              choice.content !== undefined ||
              choice.envelope !== undefined) && (
              <Text size="sm" c="dimmed">
                {t('filter.more', {
                  what: [
                    choice.sent === undefined ? '' : t(choice.sent === 'true' ? 'filter.sent' : 'filter.notSent'),
                    choice.content === undefined ? '' : t(`content.${choice.content}`),
                    choice.envelope ?? '',
                    orderId === undefined ? '' : t('filter.oneOrder'),
                  ]
                    .filter(Boolean)
                    .join(', '),
                })}
              </Text>
            )}
          </>
        }
      />
    </Page>
  );
}
