import { Button, List, Text } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { useDesk } from '../../frame/desk.tsx';

/** Makes a draft of a former order, and says what of it is still there. For who may order. */
export function RepeatOrder({ orderId }: { orderId: string }) {
  const { t } = useTranslation('send');
  const { may } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (!may('orders:write')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconRepeat size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('repeat.action')}
      </Button>
      {isOpen && (
        <ActionDialog
          title={t('repeat.title')}
          effect={t('repeat.effect')}
          confirm={t('repeat.confirm')}
          run={async ({ once }) => {
            const { data } = await http.POST('/v1/orders/{id}/repeat', {
              params: { path: { id: orderId } },
              headers: once,
            });
            return data as Schemas['RepeatedOrder'];
          }}
          result={(order) => <Repeated order={order} />}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Repeated({ order }: { order: Schemas['RepeatedOrder'] }) {
  const { t } = useTranslation('send');
  return (
    <>
      <Text size="sm">{t('repeat.copied', { count: order.letterCount, of: order.lettersOfOrder })}</Text>
      {order.leftOut.length > 0 && (
        <List size="sm">
          {order.leftOut.map(({ why, count }) => (
            <List.Item key={why}>{t(`repeat.leftOut.${why}`, { count })}</List.Item>
          ))}
        </List>
      )}
      <Button component={Link} to={`/send/${order.id}`} size="compact-sm" mt="xs">
        {t('repeat.open')}
      </Button>
    </>
  );
}
