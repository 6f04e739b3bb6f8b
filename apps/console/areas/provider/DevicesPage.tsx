import { Button, Code, PasswordInput, Select, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { SiteFilter, useFilter, useSites } from './choices.tsx';
import { ProviderPage } from './ProviderPage.tsx';

type Row = Schemas['Device'];
const kinds = ['printer', 'inserter', 'carrier'] as const;

/** Printers, inserters and carriers of the print rooms. */
export function DevicesPage() {
  const { t } = useTranslation('provider');
  const mayWrite = useDesk().may('provider:write');
  const [siteId, setSiteId] = useFilter('siteId');
  const [makes, setMakes] = useState(false);
  const [retires, setRetires] = useState<Row>();
  const sites = useSites();
  const devices = api.useInfiniteQuery(
    'get',
    '/v1/provider/devices',
    { params: { query: { limit: 50, ...(siteId && { siteId }) } } },
    cursorPaging,
  );
  const columns: Column<Row>[] = [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`devices.kinds.${kind}`) },
    { key: 'site', title: t('site'), cell: (row) => sites.nameOf(row.siteId) },
    {
      key: 'address',
      title: t('devices.address'),
      cell: ({ address, simulated, settings }) => (
        <>
          <Code style={{ overflowWrap: 'anywhere' }}>{address}</Code>
          <Text size="xs" c="dimmed">
            {[
              simulated ? t('devices.simulated') : '',
              settings?.trackingUrl ?? '',
              settings?.hasTrackingKey ? t('devices.hasKey') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ retiredAt }) => (
        <Sign tone={retiredAt === null ? 'good' : 'quiet'} icon={retiredAt === null ? IconCircleCheck : IconCircleOff}>
          {t(retiredAt === null ? 'devices.inUse' : 'devices.retired')}
        </Sign>
      ),
    },
  ];
  if (mayWrite)
    columns.push({
      key: 'action',
      title: t('action'),
      narrow: true,
      cell: (row) =>
        row.retiredAt === null ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setRetires(row)}>
            {t('devices.retire')}
          </Button>
        ) : (
          '—'
        ),
    });
  return (
    <ProviderPage
      tab="devices"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMakes(true)}>
            {t('devices.make')}
          </Button>
        )
      }
    >
      <Listing
        label={t('tab.devices')}
        query={devices}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('devices.empty'), icon: IconPrinter }}
        clearFilters={siteId ? () => setSiteId(null) : undefined}
        tools={<SiteFilter value={siteId} onChange={setSiteId} />}
      />
      {makes && <Make siteId={siteId} onClose={() => setMakes(false)} />}
      {retires && (
        <ActionDialog
          title={`${t('devices.retire')} · ${retires.name}`}
          effect={t('devices.retireEffect', { name: retires.name })}
          confirm={t('devices.retire')}
          danger
          run={() => http.DELETE('/v1/provider/devices/{id}', { params: { path: { id: retires.id } } })}
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setRetires(undefined)}
        />
      )}
    </ProviderPage>
  );
}

function Make({ siteId: given, onClose }: { siteId: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('provider');
  const sites = useSites();
  const [siteId, setSiteId] = useState<string | null>(given ?? null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('printer');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [trackingUrl, setTrackingUrl] = useState('');
  const [trackingKey, setTrackingKey] = useState('');
  const run = () => {
    const common = {
      siteId: siteId ?? '',
      name: name.trim(),
      address: address.trim(),
      simulated: sites.of(siteId)?.mode === 'test',
    };
    const settings = { ...(trackingUrl && { trackingUrl }), ...(trackingKey && { trackingKey }) };
    return http.POST('/v1/provider/devices', {
      body: kind === 'carrier' ? { kind, ...common, settings } : { kind, ...common },
    });
  };
  return (
    <ActionDialog
      title={t('devices.make')}
      effect={t('devices.makeEffect')}
      confirm={t('devices.make')}
      ready={siteId !== null && name.trim() !== '' && address.trim() !== ''}
      run={run}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      <Select label={t('site')} data={sites.options} value={siteId} onChange={setSiteId} searchable required />
      <Select
        label={t('kind')}
        data={kinds.map((value) => ({ value, label: t(`devices.kinds.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'printer')}
      />
      <TextInput
        label={t('name')}
        value={name}
        maxLength={100}
        required
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('devices.address')}
        description={t(`devices.addressHint.${kind}`)}
        value={address}
        maxLength={500}
        required
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {kind === 'carrier' && (
        <>
          <TextInput
            type="url"
            label={t('devices.trackingUrl')}
            value={trackingUrl}
            onChange={(event) => setTrackingUrl(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('devices.trackingKey')}
            description={t('devices.trackingHint')}
            autoComplete="off"
            value={trackingKey}
            maxLength={200}
            onChange={(event) => setTrackingKey(event.currentTarget.value)}
          />
        </>
      )}
    </ActionDialog>
  );
}
