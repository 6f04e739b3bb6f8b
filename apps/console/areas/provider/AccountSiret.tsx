import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, queries, type Schemas } from '../../api/client.ts';
import { SiretDialog } from '../../components/SiretDialog.tsx';

/** Who a customer is: its SIRET, and whether the provider has checked it. */
export function AccountSiret({ account, onClose }: { account: Schemas['Account']; onClose: () => void }) {
  const { t } = useTranslation('provider');
  const [verified, setVerified] = useState(account.verification === 'verified');
  return (
    <SiretDialog
      title={`${t('accounts.siret')} · ${account.name}`}
      effect={t('accounts.siretEffect')}
      siret={account.siret}
      run={(siret) =>
        http.PATCH('/v1/provider/accounts/{id}', { params: { path: { id: account.id } }, body: { siret, verified } })
      }
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      <Checkbox
        label={t('accounts.siretVerified')}
        checked={verified}
        onChange={(event) => setVerified(event.currentTarget.checked)}
      />
    </SiretDialog>
  );
}
