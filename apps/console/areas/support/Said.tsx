import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Moment } from '../../components/measures.tsx';
import classes from './Said.module.css';

/** What was said in a ticket. `whose`: how each side is called by who reads. */
export function Said({
  messages,
  whose,
}: {
  messages: Schemas['Ticket']['said'] | Schemas['SupportTicket']['said'];
  whose: (message: { side: 'customer' | 'support'; author?: string }) => string;
}) {
  const { t } = useTranslation('support');
  return (
    <section aria-labelledby="said">
      <Title order={2} id="said" mb="sm">
        {t('ticket.said')}
      </Title>
      <ol className={classes.said}>
        {messages.map((message) => (
          <li key={message.number} className={classes.message} data-side={message.side}>
            <Text size="xs" c="dimmed">
              {whose(message)} · <Moment at={message.at} />
            </Text>
            <Text className={classes.text ?? ''} {...(message.text === null && { c: 'dimmed', fs: 'italic' })}>
              {message.text ?? t('erased')}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
