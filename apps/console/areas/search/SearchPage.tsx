import { Stack, Text } from '@mantine/core';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { onePage } from '../../components/one-page.ts';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useFound, useOpened, useSearchedText } from './searched.ts';

type FoundLetter = Schemas['FoundLetter'];
type FoundOrder = Schemas['FoundOrder'];

/** What a search of the account's letters and orders found; the one thing that a number means is opened at once. */
export function SearchPage() {
  const { t } = useTranslation(['search', 'states']);
  const text = useSearchedText();
  const query = useFound(text);
  const { data: found } = query;
  useOpened(found?.open ? `/${found.open.kind}s/${found.open.id}` : undefined);

  const letters: Column<FoundLetter>[] = [
    { key: 'letter', title: t('column.letter'), cell: ({ recipientName }) => recipientName ?? t('erased') },
    { key: 'reference', title: t('column.reference'), cell: ({ clientReference }) => clientReference ?? '—' },
    { key: 'by', title: t('column.by'), cell: ({ by }) => t(`by.${by}`) },
    { key: 'state', title: t('column.state'), cell: ({ state }) => <StateBadge of="letter" state={state} /> },
    { key: 'created', title: t('column.created'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ];
  const orders: Column<FoundOrder>[] = [
    { key: 'order', title: t('column.order'), cell: ({ clientReference, id }) => clientReference ?? id },
    { key: 'state', title: t('column.state'), cell: ({ state }) => <StateBadge of="order" state={state} /> },
    { key: 'count', title: t('column.count'), align: 'right', cell: ({ letterCount }) => <Count of={letterCount} /> },
    { key: 'created', title: t('column.created'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ];
  return (
    <Page title={t('title')} lead={text === '' ? t('lead') : t('of', { text })}>
      {text === '' && <Nothing icon={IconSearch} title={t('nothing')} text={t('nothingText')} />}
      {query.error !== null && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
      {query.isLoading && <Waiting label={t('searching')} />}
      {found && !found.open && (
        <Stack gap="lg">
          {found.orders.length + found.letters.length === 0 && (
            <Nothing icon={IconSearchOff} title={t('none')} text={t('noneText')} />
          )}
          {found.orders.length > 0 && (
            <section aria-label={t('orders')}>
              <Text component="h2" fw={620} mb="xs">
                {t('orders')}
              </Text>
              <Listing
                label={t('orders')}
                query={onePage(query, () => found.orders)}
                columns={orders}
                rowKey={({ id }) => id}
                rowTo={({ id }) => `/orders/${id}`}
                empty={{ title: t('none') }}
              />
            </section>
          )}
          {found.letters.length > 0 && (
            <section aria-label={t('letters')}>
              <Text component="h2" fw={620} mb="xs">
                {t('letters')}
              </Text>
              <Listing
                label={t('letters')}
                query={onePage(query, () => found.letters)}
                columns={letters}
                rowKey={({ id }) => id}
                rowTo={({ id }) => `/letters/${id}`}
                empty={{ title: t('none') }}
              />
            </section>
          )}
          {found.more && <Text c="dimmed">{t('more')}</Text>}
        </Stack>
      )}
    </Page>
  );
}
