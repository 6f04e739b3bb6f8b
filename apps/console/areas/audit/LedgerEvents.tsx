import { Alert, Code, Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Sign } from '../../components/Sign.tsx';
import { canHash, keyOf, useVerdicts, type Verdict } from './chain.ts';
import { useEventWords } from './event-words.ts';
import classes from './LedgerEvents.module.css';

type AuditEvent = Schemas['AuditEvent'];

/** The events about a letter as they were recorded; each unfolds to all that is hashed of it, and says whether its hash is right. */
export function LedgerEvents({ ledger }: { ledger: Schemas['LetterLedger'] }) {
  const { t } = useTranslation('audit');
  const verdicts = useVerdicts(ledger.events);
  const before = new Map<string, number>();
  return (
    <section aria-labelledby="events">
      <Title order={2} id="events" mb="sm">
        {t('events.title')}
      </Title>
      {!ledger.complete && <Alert color="yellow">{t('letter.incomplete')}</Alert>}
      <Paper px="md">
        <ol className={classes.events} aria-label={t('events.label')}>
          {ledger.events.map((event) => {
            const last = before.get(event.stream);
            before.set(event.stream, event.number);
            const between = last === undefined ? 0 : event.number - last - 1;
            return (
              <li key={keyOf(event)}>
                {between > 0 && <div className={classes.between}>↓ {t('events.between', { count: between })}</div>}
                <LedgerEvent event={event} verdict={verdicts.get(keyOf(event)) ?? 'checking'} />
              </li>
            );
          })}
        </ol>
      </Paper>
    </section>
  );
}

function LedgerEvent({ event, verdict }: { event: AuditEvent; verdict: Verdict }) {
  const { t } = useTranslation('audit');
  const words = useEventWords();
  const { workflow, run, bundle, request } = event.cause;
  return (
    <details className={classes.event} data-verdict={verdict}>
      <summary>
        <Text size="sm" component="span">
          <Moment at={event.recordedAt} />
        </Text>
        <span>
          <Text fw={600} component="span">
            {words.subject(event.subject)}
          </Text>{' '}
          · {words.what(event)}
          <Text size="xs" c="dimmed" component="span" display="block">
            {words.actor(event.actor)} · {event.type} · {t('events.number', { number: event.number })}
          </Text>
        </span>
        {canHash() && <Hash verdict={verdict} />}
      </summary>
      <div className={classes.facts}>
        <Facts
          of={[
            { name: words.subject(event.subject), value: event.subjectId },
            { name: t('chain.stream'), value: event.stream },
            { name: t('events.at'), value: <Moment at={event.at} /> },
            { name: t('events.recorded'), value: <Moment at={event.recordedAt} /> },
            { name: t('events.actor'), value: event.actor },
            { name: t('events.cause'), value: workflow !== undefined ? `${workflow} · ${run ?? ''}` : undefined },
            { name: t('events.bundle'), value: bundle },
            { name: t('events.request'), value: request },
            { name: t('events.previous'), value: event.previousHash },
            { name: t('events.hash'), value: event.hash },
          ]}
        />
        <Text size="sm" fw={600} mt="sm">
          {t('events.data')}
        </Text>
        <Code block>{JSON.stringify(event.data, null, 2)}</Code>
      </div>
    </details>
  );
}

function Hash({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('audit');
  if (verdict === 'holds')
    return (
      <Sign tone="good" icon={IconCircleCheck}>
        {t('events.holds')}
      </Sign>
    );
  if (verdict === 'broken')
    return (
      <Sign tone="bad" icon={IconCircleX}>
        {t('events.broken')}
      </Sign>
    );
  return (
    <Sign tone="quiet" icon={IconLoader2}>
      {t('events.checking')}
    </Sign>
  );
}
