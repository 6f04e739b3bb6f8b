import { NumberInput, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { ShownSecret } from './ShownSecret.tsx';

export type WebhookAction = 'rotate' | 'enable' | 'remove' | 'range';

/** What can be done to a webhook, each with its effect before. */
export function WebhookActionDialog({
  action,
  webhook,
  onClose,
}: {
  action: WebhookAction;
  webhook: Schemas['Webhook'];
  onClose: () => void;
}) {
  const { t } = useTranslation('webhooks');
  const go = useNavigate();
  const [hours, setHours] = useState<number | string>(24);
  const [from, setFrom] = useState<'where_it_stopped' | 'now'>('where_it_stopped');
  const [first, setFirst] = useState<number | string>(Math.max(1, webhook.told - 9));
  const [last, setLast] = useState<number | string>(Math.max(1, webhook.told));
  const params = { path: { id: webhook.id } };
  const common = {
    title: t(`one.${action}`),
    effect: t(`one.${action}Effect`),
    confirm: t(`one.${action}`),
    onClose,
    onDone: () => void queries.invalidateQueries(),
  };
  switch (action) {
    case 'rotate':
      return (
        <ActionDialog
          {...common}
          ready={typeof hours === 'number'}
          run={async ({ once }) => {
            const { data } = await http.POST('/v1/webhooks/{id}/rotate-secret', {
              params,
              headers: once,
              body: { overlapHours: Number(hours) },
            });
            return data?.secret ?? '';
          }}
          result={(secret) => <ShownSecret secret={secret} />}
        >
          <NumberInput
            label={t('one.overlap')}
            value={hours}
            onChange={setHours}
            min={0}
            max={168}
            allowDecimal={false}
          />
        </ActionDialog>
      );
    case 'enable':
      return (
        <ActionDialog
          {...common}
          run={({ once }) => http.POST('/v1/webhooks/{id}/enable', { params, headers: once, body: { from } })}
        >
          <Radio.Group label={t('one.from')} value={from} onChange={(value) => setFrom(value as typeof from)}>
            <Stack gap="xs" mt="xs">
              <Radio value="where_it_stopped" label={t('one.fromStopped')} />
              <Radio value="now" label={t('one.fromNow')} />
            </Stack>
          </Radio.Group>
        </ActionDialog>
      );
    case 'remove':
      return (
        <ActionDialog
          {...common}
          danger
          run={() => http.DELETE('/v1/webhooks/{id}', { params })}
          onDone={() => {
            void queries.invalidateQueries();
            void go('/webhooks');
          }}
        />
      );
    case 'range':
      return (
        <ActionDialog
          {...common}
          ready={typeof first === 'number' && typeof last === 'number' && first <= last}
          run={({ once }) =>
            http.POST('/v1/webhooks/{id}/redeliver', {
              params,
              headers: once,
              body: { from: Number(first), to: Number(last) },
            })
          }
        >
          <NumberInput label={t('one.first')} value={first} onChange={setFirst} min={1} allowDecimal={false} />
          <NumberInput label={t('one.last')} value={last} onChange={setLast} min={1} allowDecimal={false} />
        </ActionDialog>
      );
  }
}
