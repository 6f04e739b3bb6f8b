import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, cursorPaging, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { siretText, Verification } from '../../components/Verification.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { ActiveState } from './ActiveState.tsx';
import { AccountSiret } from './AccountSiret.tsx';
import { ProviderPage } from './ProviderPage.tsx';

type Row = Schemas['Account'];
const reasons = {
  suspend: ['unpaid', 'misuse', 'asked_by_customer', 'contract_ended', 'other'],
  resume: ['settled', 'asked_by_customer', 'other'],
} as const;

/** The customer organisations: make one, suspend it, take it back. */
export function AccountsPage() {
  const { t } = useTranslation('provider');
  const mayWrite = useDesk().may('provider:write');
  const [makes, setMakes] = useState(false);
  const [changes, setChanges] = useState<Row>();
  const [checks, setChecks] = useState<Row>();
  const [name, setName] = useState('');
  const accounts = api.useInfiniteQuery(
    'get',
    '/v1/provider/accounts',
    { params: { query: { limit: 50 } } },
    cursorPaging,
  );
  const columns: Column<Row>[] = [
    { key: 'name', title: t('name'), cell: (row) => row.name },
    { key: 'state', title: t('state'), cell: (row) => <ActiveState state={row.state} /> },
    {
      key: 'siret',
      title: t('accounts.siret'),
      cell: (row) =>
        row.siret === null ? (
          '—'
        ) : (
          <>
            {siretText(row.siret)} <Verification of={row.verification} />
          </>
        ),
    },
    { key: 'created', title: t('created'), cell: (row) => <Moment at={row.createdAt} as="date" /> },
    {
      key: 'action',
      title: t('action'),
      narrow: true,
      cell: (row) => (
        <Group gap="sm" wrap="nowrap">
          <Anchor component={Link} to={`/provider/contracts?accountId=${row.id}`} size="sm">
            {t('accounts.contracts')}
          </Anchor>
          {mayWrite && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${t('accounts.siret')} · ${row.name}`}
              onClick={() => setChecks(row)}
            >
              {t('accounts.siret')}
            </Button>
          )}
          {mayWrite && (
            <Button size="compact-sm" variant="subtle" onClick={() => setChanges(row)}>
              {t(row.state === 'active' ? 'accounts.suspend' : 'accounts.resume')}
            </Button>
          )}
        </Group>
      ),
    },
  ];
  const what = changes?.state === 'active' ? 'suspend' : 'resume';
  return (
    <ProviderPage
      tab="accounts"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMakes(true)}>
            {t('accounts.make')}
          </Button>
        )
      }
    >
      <Listing
        label={t('tab.accounts')}
        query={accounts}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('accounts.empty'), icon: IconUsersGroup }}
      />
      {checks && <AccountSiret account={checks} onClose={() => setChecks(undefined)} />}
      {makes && (
        <ActionDialog
          title={t('accounts.make')}
          effect={t('accounts.makeEffect')}
          confirm={t('accounts.make')}
          ready={name.trim() !== ''}
          run={() => http.POST('/v1/provider/accounts', { body: { name: name.trim() } })}
          onDone={() => {
            setName('');
            void queries.invalidateQueries();
          }}
          onClose={() => setMakes(false)}
        >
          <TextInput
            label={t('name')}
            value={name}
            maxLength={100}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </ActionDialog>
      )}
      {changes && (
        <ActionDialog
          title={`${t(`accounts.${what}`)} · ${changes.name}`}
          effect={t(`accounts.${what}Effect`, { name: changes.name })}
          confirm={t(`accounts.${what}`)}
          danger={what === 'suspend'}
          reasons={reasons[what].map((value) => ({ value, label: t(`accounts.reasons.${value}`) }))}
          run={({ reason }) =>
            http.PATCH('/v1/provider/accounts/{id}', {
              params: { path: { id: changes.id } },
              body: {
                state: what === 'suspend' ? 'suspended' : 'active',
                reason: reason as (typeof reasons)['suspend'][number],
              },
            })
          }
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setChanges(undefined)}
        />
      )}
    </ProviderPage>
  );
}
