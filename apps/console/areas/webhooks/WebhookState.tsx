import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Sign } from '../../components/Sign.tsx';

/** Whether a webhook is on, and why not. */
export function WebhookState({ webhook }: { webhook: Schemas['Webhook'] }) {
  const { t } = useTranslation('webhooks');
  const isOn = webhook.state === 'enabled';
  return (
    <Sign
      tone={isOn ? (webhook.failingSince === null ? 'good' : 'warn') : 'bad'}
      icon={isOn ? IconCircleCheck : IconCircleOff}
    >
      {t(`state.${webhook.state}`)}
      {webhook.reason && ` : ${t(`reason.${webhook.reason}`)}`}
    </Sign>
  );
}
