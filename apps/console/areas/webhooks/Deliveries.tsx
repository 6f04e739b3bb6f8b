import { Button, Code, Group, List, Modal, Select, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconClockHour4, IconSend, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { messageStates, type MessageState } from '#domain/telling';
import { api, http, queries, type Schemas } from '../../api/client.ts';
import { useFocusBack } from '../../components/focus-back.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useDesk } from '../../frame/desk.tsx';

type Row = Schemas['WebhookDelivery'];
const looks = {
  due: ['calm', IconClockHour4],
  delivered: ['good', IconCircleCheck],
  failed: ['bad', IconAlertTriangle],
} as const satisfies Record<MessageState, unknown>;

/** What was sent to a webhook, newest first: attempts, answers, the next try; each can be sent again. */
export function Deliveries({ webhook }: { webhook: Schemas['Webhook'] }) {
  const { t } = useTranslation('webhooks');
  const mayWrite = useDesk().may('webhooks:write');
  const [search, setSearch] = useSearchParams();
  const [again, setAgain] = useState<Row>();
  const [shown, setShown] = useState<Row>();
  const state = messageStates.find((one) => one === search.get('state'));
  const deliveries = api.useInfiniteQuery(
    'get',
    '/v1/webhooks/{id}/deliveries',
    { params: { path: { id: webhook.id }, query: { limit: 50, ...(state && { state }) } } },
    {
      pageParamName: 'before',
      initialPageParam: null,
      getNextPageParam: (page: { next: number | null }) => page.next ?? undefined,
      // The worker sends beside us: what waits is soon sent.
      refetchInterval: 3000,
    },
  );
  const columns: Column<Row>[] = [
    { key: 'created', title: t('log.column.created'), cell: (row) => <Moment at={row.createdAt} /> },
    {
      key: 'events',
      title: t('log.column.events'),
      cell: ({ kind, numbers }) => (kind === 'test' ? t('log.kind.test') : rangeOf(numbers)),
    },
    {
      key: 'state',
      title: t('log.column.state'),
      cell: (row) => {
        const [tone, icon] = looks[row.state];
        return (
          <Sign tone={tone} icon={icon}>
            {t(`log.state.${row.state}`)}
          </Sign>
        );
      },
    },
    { key: 'attempts', title: t('log.column.attempts'), align: 'right', cell: (row) => <Count of={row.attempts} /> },
    {
      key: 'answer',
      title: t('log.column.answer'),
      cell: ({ log: [latest] }) =>
        latest === undefined
          ? '—'
          : `${t(`log.outcome.${latest.outcome}`)}${latest.status === null ? '' : ` · ${latest.status}`}`,
    },
    {
      key: 'next',
      title: t('log.column.next'),
      cell: ({ nextAttemptAt }) => (nextAttemptAt === null ? '—' : <Moment at={nextAttemptAt} as="relative" />),
    },
    {
      key: 'action',
      title: t('log.column.action'),
      narrow: true,
      cell: (row) => (
        <Group gap={4} wrap="nowrap">
          <Button size="compact-sm" variant="subtle" disabled={row.log.length === 0} onClick={() => setShown(row)}>
            {t('log.attempts')}
          </Button>
          {mayWrite && row.kind === 'events' && webhook.state === 'enabled' && (
            <Button size="compact-sm" variant="subtle" onClick={() => setAgain(row)}>
              {t('log.again')}
            </Button>
          )}
        </Group>
      ),
    },
  ];
  return (
    <section aria-labelledby="deliveries">
      <Title order={2} size="h4" mb="xs" id="deliveries">
        {t('log.title')}
      </Title>
      <Listing
        label={t('log.title')}
        query={deliveries}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('log.empty'), text: t('log.emptyText'), icon: IconSend }}
        clearFilters={state && (() => setSearch({}))}
        tools={
          <Select
            label={t('log.filter')}
            w={160}
            data={[
              { value: '', label: t('log.all') },
              ...messageStates.map((value) => ({ value, label: t(`log.state.${value}`) })),
            ]}
            value={state ?? ''}
            onChange={(value) => setSearch(value ? { state: value } : {}, { replace: true })}
          />
        }
      />
      {again && (
        <ActionDialog
          title={t('log.again')}
          effect={t('log.againEffect')}
          confirm={t('log.again')}
          run={({ once }) =>
            http.POST('/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver', {
              params: { path: { id: webhook.id, deliveryId: again.id } },
              headers: once,
            })
          }
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setAgain(undefined)}
        />
      )}
      {shown && <Attempts of={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}

const rangeOf = (numbers: readonly number[]): string =>
  numbers.length > 1 ? `${numbers[0]} – ${numbers.at(-1)}` : String(numbers[0] ?? '');

function Attempts({ of, onClose }: { of: Row; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'frame']);
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={620}>{t('log.attempts')}</Text>}
      closeButtonProps={{ 'aria-label': t('frame:action.close') }}
    >
      <Stack>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {of.id}
        </Code>
        <List spacing="sm">
          {of.log.map((attempt, i) => (
            <List.Item key={i}>
              <Moment at={attempt.at} /> · {t(`log.outcome.${attempt.outcome}`)}
              {attempt.status !== null && ` · HTTP ${attempt.status}`} ·{' '}
              {t('log.milliseconds', { count: attempt.milliseconds })}
              {attempt.answer && (
                <Code block mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {attempt.answer}
                </Code>
              )}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Modal>
  );
}
