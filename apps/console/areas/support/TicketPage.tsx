import { Anchor, Button, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, http, queries } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { Due } from './Due.tsx';
import { Said } from './Said.tsx';
import { WriteForm } from './WriteForm.tsx';

/** A question as whoever asked sees it: when its answer is due, what was said, and a further word. */
export function TicketPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('support');
  const { may } = useDesk();
  const [closing, setClosing] = useState(false);
  const params = { path: { id } };
  const query = api.useQuery('get', '/v1/tickets/{id}', { params });
  const ticket = query.data;
  const isOver = ticket?.state === 'closed' || ticket?.state === 'erased';
  const mayWrite = may('tickets:write') && ticket !== undefined && ticket.state !== 'erased';
  return (
    <Page
      title={ticket === undefined ? t('ticket.title') : (ticket.subject ?? t('erased'))}
      badge={ticket && <StateBadge of="ticket" state={ticket.state} />}
      back={{ to: '/tickets', name: t('mine.title') }}
      actions={
        mayWrite &&
        !isOver && (
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('ticket.close')}
          </Button>
        )
      }
    >
      {query.error !== null && <ProblemNote error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && query.error === null && <Waiting />}
      {ticket !== undefined && (
        <Stack gap="lg">
          <Paper p="md">
            <Stack gap="sm">
              <Due ticket={ticket} />
              <Facts
                of={[
                  { name: t('ticket.asked'), value: <Moment at={ticket.createdAt} /> },
                  {
                    name: t('ticket.letter'),
                    value: ticket.letterId && (
                      <Anchor component={Link} to={`/letters/${ticket.letterId}`}>
                        {ticket.letterId}
                      </Anchor>
                    ),
                  },
                  {
                    name: t('ticket.order'),
                    value: ticket.orderId && (
                      <Anchor component={Link} to={`/orders/${ticket.orderId}`}>
                        {ticket.orderId}
                      </Anchor>
                    ),
                  },
                ]}
              />
            </Stack>
          </Paper>
          <Said messages={ticket.said} whose={({ side }) => t(`ticket.${side}`)} />
          {mayWrite && (
            <WriteForm
              label={t('ticket.message')}
              button={ticket.state === 'open' || ticket.state === 'reopened' ? t('ticket.send') : t('ticket.reopen')}
              send={(text, once) => http.POST('/v1/tickets/{id}/messages', { params, headers: once, body: { text } })}
            />
          )}
        </Stack>
      )}
      {closing && (
        <ActionDialog
          title={t('ticket.close')}
          effect={t('ticket.closeEffect')}
          confirm={t('ticket.close')}
          run={({ once }) => http.POST('/v1/tickets/{id}/close', { params, headers: once, body: {} })}
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setClosing(false)}
        />
      )}
    </Page>
  );
}
