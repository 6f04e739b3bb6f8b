import { Button, Card, Code, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, http, queries } from '../../api/client.ts';
import { newOnce } from '../../api/once.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { Deliveries } from './Deliveries.tsx';
import { WebhookActionDialog, type WebhookAction } from './WebhookActions.tsx';
import { WebhookState } from './WebhookState.tsx';

/** One webhook: whether it is on, what was sent to it and how that was answered. */
export function WebhookPage() {
  const { t } = useTranslation('webhooks');
  const { id = '' } = useParams();
  const { may } = useDesk();
  const [action, setAction] = useState<WebhookAction>();
  const [trouble, setTrouble] = useState<unknown>();
  const webhook = api.useQuery('get', '/v1/webhooks/{id}', { params: { path: { id } } });
  const { data } = webhook;
  const back = { to: '/webhooks', name: t('one.back') };
  if (data === undefined)
    return (
      <Page title={t('title')} back={back}>
        {webhook.error && <ProblemNote error={webhook.error} retry={() => void webhook.refetch()} />}
      </Page>
    );
  const test = () => {
    setTrouble(undefined);
    http
      .POST('/v1/webhooks/{id}/test', { params: { path: { id } }, headers: newOnce() })
      .then(() => queries.invalidateQueries(), setTrouble);
  };
  return (
    <Page
      title={data.description ?? data.url ?? t('title')}
      badge={<WebhookState webhook={data} />}
      back={back}
      actions={
        may('webhooks:write') && (
          <>
            <Button onClick={test}>{t('one.test')}</Button>
            {data.state === 'disabled' && (
              <Button variant="default" onClick={() => setAction('enable')}>
                {t('one.enable')}
              </Button>
            )}
            <Button variant="default" onClick={() => setAction('range')} disabled={data.state !== 'enabled'}>
              {t('one.range')}
            </Button>
            <Button variant="default" onClick={() => setAction('rotate')}>
              {t('one.rotate')}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setAction('remove')}>
              {t('one.remove')}
            </Button>
          </>
        )
      }
    >
      <Stack>
        {trouble !== undefined && <ProblemNote error={trouble} />}
        <Card withBorder>
          <Facts
            of={[
              { name: t('url'), value: <span style={{ overflowWrap: 'anywhere' }}>{data.url}</span> },
              { name: t('types'), value: data.types.includes('*') ? t('all') : <Code>{data.types.join(', ')}</Code> },
              { name: t('column.told'), value: <Count of={data.told} /> },
              { name: t('failing'), value: data.failingSince && <Moment at={data.failingSince} /> },
              { name: t('formerSecret'), value: data.formerSecretUntil && <Moment at={data.formerSecretUntil} /> },
              {
                name: t('one.range'),
                value: data.redelivering && t('redelivering', data.redelivering),
              },
            ]}
          />
        </Card>
        <Deliveries webhook={data} />
      </Stack>
      {action && <WebhookActionDialog action={action} webhook={data} onClose={() => setAction(undefined)} />}
    </Page>
  );
}
