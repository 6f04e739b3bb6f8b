import { Alert, Box, Button, Group } from '@mantine/core';
import { IconBan, IconInfoCircle, IconList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { letterStates, type LetterState } from '#domain/life-cycles';
import { api, type Schemas } from '../../api/client.ts';
import { Columns } from '../../components/Columns.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Moment, NumberLink } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { WaitingFacts } from '../../components/WaitingFacts.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { RepeatOrder } from '../send/RepeatOrder.tsx';
import { AskSupport } from '../support/AskSupport.tsx';
import { CancelOrder } from './CancelOrder.tsx';
import { OrderProgress } from './OrderProgress.tsx';

/** One order: how far its letters are, each count a link to them, and what it waits for. Live by the stream of events. */
export function OrderPage() {
  const { id = '' } = useParams();
  const order = api.useQuery('get', '/v1/orders/{id}', { params: { path: { id } } });
  return <Loaded query={order}>{(it) => <Shown order={it} />}</Loaded>;
}

function Shown({ order }: { order: Schemas['Order'] }) {
  const { t } = useTranslation(['orders', 'states']);
  const { may } = useDesk();
  const [isCancelling, setCancelling] = useState(false);
  const counts = (Object.keys(letterStates) as LetterState[]).flatMap((state) => {
    const count = order.lettersByState[state] ?? 0;
    return count > 0 ? [{ state, count }] : [];
  });
  const mayCancel = may('orders:write') && ['submitted', 'in_progress'].includes(order.state) && order.openLetters > 0;
  return (
    <Page
      title={order.clientReference ?? `${t('one')} …${order.id.slice(-8)}`}
      badge={<StateBadge of="order" state={order.state} />}
      back={{ to: '/orders', name: t('title') }}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            component={Link}
            to={`/letters?order=${order.id}`}
            leftSection={<IconList size={16} aria-hidden />}
          >
            {t('allLetters')}
          </Button>
          {order.state !== 'draft' && <RepeatOrder orderId={order.id} />}
          {order.state !== 'draft' && <AskSupport about="order" id={order.id} />}
          {mayCancel && (
            <Button
              variant="default"
              leftSection={<IconBan size={16} aria-hidden />}
              onClick={() => setCancelling(true)}
            >
              {t('cancel.action')}
            </Button>
          )}
        </Group>
      }
    >
      {order.reasonText !== null && (
        <Alert color="red" mb="md" icon={<IconInfoCircle aria-hidden />}>
          {order.reasonText}
        </Alert>
      )}
      <Columns
        main={
          <>
            <Section title={t('counts')}>
              <Box mb="md">
                <OrderProgress of={order} />
              </Box>
              <Facts
                of={counts.map(({ state, count }) => ({
                  name: t(`states:letter.${state}`),
                  value: (
                    <NumberLink
                      count={count}
                      to={`/letters?order=${order.id}&state=${state}`}
                      label={`${t(`states:letter.${state}`)} : ${count}`}
                    />
                  ),
                }))}
              />
            </Section>
            <WaitingFacts waiting={order.waiting} />
          </>
        }
        side={
          <Section title={t('facts')}>
            <Facts
              of={[
                {
                  name: t('fact.letters'),
                  value: <NumberLink count={order.letterCount} to={`/letters?order=${order.id}`} />,
                },
                { name: t('reference'), value: order.clientReference },
                { name: t('fact.centre'), value: order.costCentre },
                { name: t('fact.created'), value: <Moment at={order.createdAt} /> },
                { name: t('fact.submitted'), value: order.submittedAt && <Moment at={order.submittedAt} /> },
                { name: t('fact.id'), value: <code>{order.id}</code> },
              ]}
            />
          </Section>
        }
      />
      {isCancelling && <CancelOrder order={order} onClose={() => setCancelling(false)} />}
    </Page>
  );
}
