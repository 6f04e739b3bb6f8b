import { Alert, Text } from '@mantine/core';
import { IconAlarm } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useNow } from '../../components/now.ts';
import { useDayAndTime } from './day-and-time.ts';

/** When the answer is due and why then, whether it came in time, and what happens next; all by the provider's opening hours. */
export function Due({ ticket }: { ticket: Schemas['TicketRow'] }) {
  const { t } = useTranslation('support');
  const dayAndTime = useDayAndTime();
  const now = useNow(true);
  const waits = ticket.state === 'open' || ticket.state === 'reopened';
  const due = dayAndTime(ticket.dueAt);
  const until = ticket.waiting?.until ?? null;
  return (
    <div>
      {waits && (
        <Text>{t('ticket.due', { due, hours: ticket.answerSeconds / 3600, asked: dayAndTime(ticket.askedAt) })}</Text>
      )}
      {waits && new Date(ticket.dueAt) < now && (
        <Alert color="red" icon={<IconAlarm aria-hidden />} mt="xs">
          {t('ticket.overdue')}
        </Alert>
      )}
      {!waits && ticket.answeredAt !== null && (
        <Text>
          {t('ticket.answered', { at: dayAndTime(ticket.answeredAt) })},{' '}
          {ticket.answeredAt <= ticket.dueAt || (ticket.firstAnsweredAt ?? '') <= ticket.dueAt
            ? t('ticket.inTime')
            : t('ticket.late', { due })}
        </Text>
      )}
      {ticket.escalatedAt !== null && (
        <Text size="sm" c="dimmed">
          {t('ticket.escalated', { count: ticket.escalations, at: dayAndTime(ticket.escalatedAt) })}
        </Text>
      )}
      {ticket.ending !== null && <Text size="sm">{t(`ticket.ending.${ticket.ending}`)}</Text>}
      {ticket.state === 'answered' && until !== null && (
        <Text size="sm" c="dimmed">
          {t('ticket.closesAt', { at: dayAndTime(until) })}
        </Text>
      )}
      {ticket.state === 'closed' && until !== null && (
        <Text size="sm" c="dimmed">
          {t('ticket.erasedAt', { at: dayAndTime(until) })}
        </Text>
      )}
    </div>
  );
}
