import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancellationTerms } from '#domain/cancellation';
import { frankingModes } from '#domain/franking';
import { serviceNames, type ServiceName } from '#domain/services';
import { http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { FromField, fromOf, useAccounts, useSites } from './choices.tsx';

type Terms = Schemas['ContractTerms'];
const usual: Terms = {
  carrierContract: '',
  contractOwner: 'provider',
  franking: 'printed',
  mixing: { providerAllows: true, accountAllows: false },
  services: [...serviceNames],
  cancellation: 'none',
};

/** A new contract, or the next version of one: its terms as a form. */
export function ContractDialog({
  of,
  accountId: given,
  onClose,
}: {
  of: Schemas['Contract'] | undefined;
  accountId: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(['provider', 'states']);
  const [accounts, sites] = [useAccounts(), useSites()];
  const [accountId, setAccountId] = useState(given);
  const [siteId, setSiteId] = useState<string | null>(null);
  const [terms, setTerms] = useState<Terms>(of?.terms ?? usual);
  const [from, setFrom] = useState('');
  const change = (changed: Partial<Terms>) => setTerms({ ...terms, ...changed });
  const chosen = <T extends string>(values: readonly T[], value: string | null, otherwise: T): T =>
    values.find((one) => one === value) ?? otherwise;
  const run = () =>
    of === undefined
      ? http.POST('/v1/provider/contracts', {
          body: { accountId: accountId ?? '', siteId: siteId ?? '', terms, ...fromOf(from) },
        })
      : http.POST('/v1/provider/contracts/{id}/versions', {
          params: { path: { id: of.contractId } },
          body: { terms, ...fromOf(from) },
        });
  return (
    <ActionDialog
      title={of === undefined ? t('contracts.make') : `${t('contracts.change')} · ${accounts.nameOf(of.accountId)}`}
      effect={t(of === undefined ? 'contracts.makeEffect' : 'contracts.changeEffect')}
      confirm={t(of === undefined ? 'contracts.make' : 'contracts.change')}
      ready={
        terms.carrierContract !== '' && terms.services.length > 0 && (of !== undefined || (!!accountId && !!siteId))
      }
      run={run}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      {of === undefined && (
        <>
          <Select
            label={t('account')}
            data={accounts.options}
            value={accountId}
            onChange={setAccountId}
            searchable
            required
          />
          <Select label={t('site')} data={sites.options} value={siteId} onChange={setSiteId} searchable required />
        </>
      )}
      <TextInput
        label={t('contracts.carrierContract')}
        description={t('contracts.carrierHint')}
        value={terms.carrierContract}
        maxLength={40}
        required
        onChange={(event) => change({ carrierContract: event.currentTarget.value })}
      />
      <Select
        label={t('contracts.owner')}
        data={(['provider', 'account'] as const).map((value) => ({ value, label: t(`contracts.owners.${value}`) }))}
        value={terms.contractOwner}
        allowDeselect={false}
        onChange={(value) => change({ contractOwner: value === 'account' ? 'account' : 'provider' })}
      />
      <Select
        label={t('contracts.franking')}
        data={frankingModes.map((value) => ({ value, label: t(`contracts.frankings.${value}`) }))}
        value={terms.franking}
        allowDeselect={false}
        onChange={(value) => change({ franking: chosen(frankingModes, value, 'printed') })}
      />
      <MultiSelect
        label={t('contracts.services')}
        data={serviceNames.map((value) => ({ value, label: t(`states:service.${value}`) }))}
        value={terms.services}
        required
        onChange={(values) => change({ services: values as ServiceName[] })}
      />
      <Checkbox.Group
        label={t('contracts.mixing')}
        value={(['providerAllows', 'accountAllows'] as const).filter((name) => terms.mixing[name])}
        onChange={(values) =>
          change({
            mixing: {
              providerAllows: values.includes('providerAllows'),
              accountAllows: values.includes('accountAllows'),
            },
          })
        }
      >
        <Checkbox mt="xs" value="providerAllows" label={t('contracts.providerAllows')} />
        <Checkbox mt="xs" value="accountAllows" label={t('contracts.accountAllows')} />
      </Checkbox.Group>
      <Select
        label={t('contracts.cancellation')}
        data={cancellationTerms.map((value) => ({ value, label: t(`contracts.cancellations.${value}`) }))}
        value={terms.cancellation}
        allowDeselect={false}
        onChange={(value) => change({ cancellation: chosen(cancellationTerms, value, 'none') })}
      />
      <FromField value={from} onChange={setFrom} />
    </ActionDialog>
  );
}
