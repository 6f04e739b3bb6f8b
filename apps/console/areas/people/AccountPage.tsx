import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, http, queries } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { SiretDialog } from '../../components/SiretDialog.tsx';
import { siretText, Verification } from '../../components/Verification.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';

/** The account itself: who the organisation is, and whether the provider has checked it. */
export function AccountPage() {
  const { t } = useTranslation('people');
  const { may } = useDesk();
  const { data: account, error, refetch } = api.useQuery('get', '/v1/account');
  const [isChanging, setChanging] = useState(false);
  return (
    <Page title={t('account.title')} lead={t('account.lead')}>
      {error != null && <ProblemNote error={error} retry={() => void refetch()} />}
      {account === undefined && error == null && <Waiting />}
      {account !== undefined && (
        <Section
          title={account.name}
          actions={
            may('account:write') && (
              <Button variant="default" size="compact-sm" onClick={() => setChanging(true)}>
                {t(account.siret === null ? 'account.giveSiret' : 'account.changeSiret')}
              </Button>
            )
          }
        >
          <Facts
            of={[
              { name: t('account.siret'), value: account.siret === null ? '—' : siretText(account.siret) },
              { name: t('account.verification'), value: <Verification of={account.verification} /> },
              {
                name: t('account.verifiedAt'),
                value: account.verifiedAt && <Moment at={account.verifiedAt} as="date" />,
              },
              { name: t('account.since'), value: <Moment at={account.createdAt} as="date" /> },
            ]}
          />
          {account.verification !== 'verified' && (
            <Text size="sm" c="dimmed" mt="sm">
              {t(`account.next.${account.verification}`)}
            </Text>
          )}
        </Section>
      )}
      {isChanging && (
        <SiretDialog
          title={t('account.siretTitle')}
          effect={t('account.siretEffect')}
          siret={account?.siret ?? null}
          run={(siret) => http.PUT('/v1/account/siret', { body: { siret } })}
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setChanging(false)}
        />
      )}
    </Page>
  );
}
