import { Button, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, http, queries } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { Due } from './Due.tsx';
import { Said } from './Said.tsx';
import { WriteForm } from './WriteForm.tsx';

/** A question as support sees it: whose it is, when its answer is due, and the answer. */
export function DeskTicketPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('support');
  const [asked, setAsked] = useState<'close' | 'escalate'>();
  const params = { path: { id } };
  const query = api.useQuery('get', '/v1/support/tickets/{id}', { params });
  const ticket = query.data;
  const waits = ticket?.state === 'open' || ticket?.state === 'reopened';
  const open = waits || ticket?.state === 'answered';
  return (
    <Page
      title={ticket === undefined ? t('ticket.title') : (ticket.subject ?? t('erased'))}
      badge={ticket && <StateBadge of="ticket" state={ticket.state} />}
      back={{ to: '/support', name: t('desk.title') }}
      actions={
        <>
          {waits && (
            <Button variant="default" onClick={() => setAsked('escalate')}>
              {t('ticket.escalate')}
            </Button>
          )}
          {open && (
            <Button variant="default" onClick={() => setAsked('close')}>
              {t('ticket.close')}
            </Button>
          )}
        </>
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
                  { name: t('ticket.account'), value: ticket.accountName },
                  { name: t('ticket.asker'), value: ticket.asker ?? t('ticket.program') },
                  { name: t('ticket.asked'), value: <Moment at={ticket.createdAt} /> },
                  { name: t('ticket.letter'), value: ticket.letterId },
                  { name: t('ticket.order'), value: ticket.orderId },
                ]}
              />
            </Stack>
          </Paper>
          <Said
            messages={ticket.said}
            whose={({ side, author = '' }) => (side === 'customer' ? t('ticket.theirs') : t('ticket.ours', { author }))}
          />
          {open && (
            <WriteForm
              label={t('ticket.answerLabel')}
              hint={t('ticket.answerHint')}
              button={t('ticket.answer')}
              send={(text, once) =>
                http.POST('/v1/support/tickets/{id}/answer', { params, headers: once, body: { text } })
              }
            />
          )}
        </Stack>
      )}
      {asked === 'close' && (
        <ActionDialog
          title={t('ticket.close')}
          effect={t('ticket.closeEffect')}
          confirm={t('ticket.close')}
          run={() => http.POST('/v1/support/tickets/{id}/close', { params, body: {} })}
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'escalate' && (
        <ActionDialog
          title={t('ticket.escalate')}
          effect={t('ticket.escalateEffect')}
          confirm={t('ticket.escalate')}
          run={() => http.POST('/v1/support/tickets/{id}/escalate', { params, body: {} })}
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}
