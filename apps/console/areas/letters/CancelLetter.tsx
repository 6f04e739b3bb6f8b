import { useTranslation } from 'react-i18next';
import { http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';

/** Cancels a letter, in its stage: what becomes of its paper is said before and after. The contract decides; the server says so. */
export function CancelLetter({ letter, onClose }: { letter: Schemas['Letter']; onClose: () => void }) {
  const { t } = useTranslation('letters');
  return (
    <ActionDialog
      title={t('cancel.title')}
      danger
      effect={
        <>
          <p>{t(letter.state === 'in_production' ? 'cancel.paper' : 'cancel.nothing')}</p>
          <p>{t('cancel.final')}</p>
        </>
      }
      confirm={t('cancel.confirm')}
      run={async ({ once }) => {
        const { data } = await http.POST('/v1/letters/{id}/cancel', {
          params: { path: { id: letter.id } },
          headers: once,
          body: {},
        });
        return data;
      }}
      result={(done) => (
        <>
          {t('cancel.done')} {done?.copy && t(`cancel.copy.${done.copy}`)}
        </>
      )}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    />
  );
}
