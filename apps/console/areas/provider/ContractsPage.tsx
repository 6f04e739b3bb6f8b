import { Button, Group, Select, Text } from '@mantine/core';
import { IconFileCertificate, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { useAccounts, useFilter, useSites } from './choices.tsx';
import { ContractDialog } from './ContractDialog.tsx';
import { ProviderPage } from './ProviderPage.tsx';
import { Holds, Validity } from './Validity.tsx';

type Row = Schemas['Contract'];

/** What accounts and print rooms agreed, every version of it. */
export function ContractsPage() {
  const { t } = useTranslation(['provider', 'states']);
  const mayWrite = useDesk().may('provider:write');
  const [accountId, setAccountId] = useFilter('accountId');
  const [open, setOpen] = useState<Row | 'new'>();
  const [accounts, sites] = [useAccounts(), useSites()];
  const contracts = api.useInfiniteQuery(
    'get',
    '/v1/provider/contracts',
    { params: { query: { limit: 100, ...(accountId && { accountId }) } } },
    cursorPaging,
  );
  const columns: Column<Row>[] = [
    { key: 'account', title: t('account'), cell: (row) => accounts.nameOf(row.accountId) },
    { key: 'site', title: t('site'), cell: (row) => `${sites.nameOf(row.siteId)} · ${t(`states:mode.${row.mode}`)}` },
    { key: 'version', title: t('version'), align: 'right', cell: ({ version }) => version },
    {
      key: 'terms',
      title: t('contracts.services'),
      cell: ({ terms }) => (
        <>
          {terms.services.map((service) => t(`states:service.${service}`)).join(', ')}
          <Text size="xs" c="dimmed">
            {terms.carrierContract} · {t(`contracts.frankings.${terms.franking}`)} ·{' '}
            {t('contracts.cancellation').toLowerCase()} :{' '}
            {t(`contracts.cancellations.${terms.cancellation ?? 'none'}`).toLowerCase()}
          </Text>
        </>
      ),
    },
    { key: 'holds', title: t('state'), cell: (row) => <Holds from={row.validFrom} to={row.validTo} /> },
    { key: 'dates', title: t('from'), cell: (row) => <Validity from={row.validFrom} to={row.validTo} /> },
  ];
  if (mayWrite)
    columns.push({
      key: 'action',
      title: t('action'),
      narrow: true,
      cell: (row) =>
        row.validTo === null ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(row)}>
            {t('contracts.change')}
          </Button>
        ) : (
          '—'
        ),
    });
  return (
    <ProviderPage
      tab="contracts"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
            {t('contracts.make')}
          </Button>
        )
      }
    >
      <Listing
        label={t('tab.contracts')}
        query={contracts}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('contracts.empty'), icon: IconFileCertificate }}
        clearFilters={accountId ? () => setAccountId(null) : undefined}
        tools={
          <Group>
            <Select
              label={t('account')}
              w={260}
              searchable
              data={[{ value: '', label: t('all') }, ...accounts.options]}
              value={accountId ?? ''}
              onChange={setAccountId}
            />
          </Group>
        }
      />
      {open && (
        <ContractDialog
          of={open === 'new' ? undefined : open}
          accountId={accountId ?? null}
          onClose={() => setOpen(undefined)}
        />
      )}
    </ProviderPage>
  );
}
