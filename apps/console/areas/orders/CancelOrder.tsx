import { useTranslation } from 'react-i18next';
import { http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';

/** Cancels what of an order still can be, letter by letter, and tells how many were and how many it was too late for. */
export function CancelOrder({ order, onClose }: { order: Schemas['Order']; onClose: () => void }) {
  const { t } = useTranslation('orders');
  return (
    <ActionDialog
      title={t('cancel.title')}
      danger
      effect={
        <>
          <p>{t('cancel.effect', { count: order.openLetters })}</p>
          <p>{t('cancel.paper')}</p>
        </>
      }
      confirm={t('cancel.confirm')}
      run={({ once }) => cancelAll(order.id, once['Idempotency-Key'])}
      result={(done) => t('cancel.done', done)}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    />
  );
}

/** A call takes so many letters; the next goes on where it ended, under a name of its own that a repetition has too. */
async function cancelAll(id: string, name: string): Promise<{ cancelled: number; refused: number }> {
  const sum = { cancelled: 0, refused: 0 };
  for (let after: string | undefined; ;) {
    const { data } = await http.POST('/v1/orders/{id}/cancel', {
      params: { path: { id } },
      headers: { 'Idempotency-Key': after === undefined ? name : `${name} ${after}` },
      body: after === undefined ? {} : { after },
    });
    sum.cancelled += data?.cancelled ?? 0;
    sum.refused += data?.refused ?? 0;
    if (data?.next == null) return sum;
    after = data.next;
  }
}
