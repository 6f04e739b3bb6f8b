import { Button, Group, NumberInput, Select, Stack, TextInput, Title } from '@mantine/core';
import { IconNumbers, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { frankingModes } from '#domain/franking';
import { api, cursorPaging, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count } from '../../components/measures.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { SiteFilter, useFilter, useSites } from './choices.tsx';
import { ProviderPage } from './ProviderPage.tsx';

/** Numbers of registered mail with what is left of them, and the counters of postage. */
export function NumbersPage() {
  const { t } = useTranslation(['provider', 'states']);
  const mayWrite = useDesk().may('provider:write');
  const [siteId, setSiteId] = useFilter('siteId');
  const [makes, setMakes] = useState<'range' | 'counter'>();
  const sites = useSites();
  const params = { params: { query: { limit: 50, ...(siteId && { siteId }) } } };
  const ranges = api.useInfiniteQuery('get', '/v1/provider/number-ranges', params, cursorPaging);
  const counters = api.useInfiniteQuery('get', '/v1/provider/postage-counters', params, cursorPaging);
  const ofRange: Column<Schemas['NumberRange']>[] = [
    { key: 'range', title: t('numbers.prefix'), cell: (row) => `${row.prefix} … ${row.country}` },
    { key: 'site', title: t('site'), cell: (row) => `${sites.nameOf(row.siteId)} · ${t(`states:mode.${row.mode}`)}` },
    { key: 'first', title: t('numbers.first'), align: 'right', cell: (row) => String(row.first).padStart(8, '0') },
    { key: 'last', title: t('numbers.last'), align: 'right', cell: (row) => String(row.last).padStart(8, '0') },
    { key: 'left', title: t('numbers.left'), align: 'right', cell: (row) => <Count of={row.last + 1 - row.next} /> },
  ];
  const ofCounter: Column<Schemas['PostageCounter']>[] = [
    { key: 'contract', title: t('contracts.carrierContract'), cell: (row) => row.carrierContract },
    { key: 'site', title: t('site'), cell: (row) => `${sites.nameOf(row.siteId)} · ${t(`states:mode.${row.mode}`)}` },
    { key: 'franking', title: t('contracts.franking'), cell: (row) => t(`contracts.frankings.${row.franking}`) },
    { key: 'mark', title: t('numbers.lastMark'), align: 'right', cell: (row) => <Count of={row.lastMark} /> },
  ];
  return (
    <ProviderPage
      tab="numbers"
      actions={
        mayWrite && (
          <>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMakes('range')}>
              {t('numbers.makeRange')}
            </Button>
            <Button variant="default" onClick={() => setMakes('counter')}>
              {t('numbers.makeCounter')}
            </Button>
          </>
        )
      }
    >
      <Stack>
        <Group>
          <SiteFilter value={siteId} onChange={setSiteId} />
        </Group>
        <Title order={2} size="h4">
          {t('numbers.ranges')}
        </Title>
        <Listing
          label={t('numbers.ranges')}
          query={ranges}
          columns={ofRange}
          rowKey={({ id }) => id}
          empty={{ title: t('numbers.noRange'), icon: IconNumbers }}
        />
        <Title order={2} size="h4">
          {t('numbers.counters')}
        </Title>
        <Listing
          label={t('numbers.counters')}
          query={counters}
          columns={ofCounter}
          rowKey={({ id }) => id}
          empty={{ title: t('numbers.noCounter'), icon: IconNumbers }}
        />
      </Stack>
      {makes === 'range' && <MakeRange siteId={siteId ?? null} onClose={() => setMakes(undefined)} />}
      {makes === 'counter' && <MakeCounter siteId={siteId ?? null} onClose={() => setMakes(undefined)} />}
    </ProviderPage>
  );
}

function MakeRange({ siteId: given, onClose }: { siteId: string | null; onClose: () => void }) {
  const { t } = useTranslation('provider');
  const sites = useSites();
  const [siteId, setSiteId] = useState(given);
  const [prefix, setPrefix] = useState('RA');
  const [country, setCountry] = useState('FR');
  const [first, setFirst] = useState<number | string>('');
  const [last, setLast] = useState<number | string>('');
  return (
    <ActionDialog
      title={t('numbers.makeRange')}
      effect={t('numbers.rangeEffect')}
      confirm={t('numbers.makeRange')}
      ready={siteId !== null && typeof first === 'number' && typeof last === 'number'}
      run={() =>
        http.POST('/v1/provider/number-ranges', {
          body: { siteId: siteId ?? '', kind: 's10', prefix, country, first: Number(first), last: Number(last) },
        })
      }
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      <Select label={t('site')} data={sites.options} value={siteId} onChange={setSiteId} searchable required />
      <TextInput
        label={t('numbers.prefix')}
        value={prefix}
        maxLength={2}
        required
        onChange={(event) => setPrefix(event.currentTarget.value.toUpperCase())}
      />
      <TextInput
        label={t('numbers.country')}
        value={country}
        maxLength={2}
        required
        onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
      />
      <NumberInput
        label={t('numbers.first')}
        value={first}
        onChange={setFirst}
        min={1}
        max={99_999_999}
        allowDecimal={false}
        required
      />
      <NumberInput
        label={t('numbers.last')}
        value={last}
        onChange={setLast}
        min={1}
        max={99_999_999}
        allowDecimal={false}
        required
      />
    </ActionDialog>
  );
}

function MakeCounter({ siteId: given, onClose }: { siteId: string | null; onClose: () => void }) {
  const { t } = useTranslation('provider');
  const sites = useSites();
  const [siteId, setSiteId] = useState(given);
  const [carrierContract, setContract] = useState('');
  const [franking, setFranking] = useState<(typeof frankingModes)[number]>('printed');
  return (
    <ActionDialog
      title={t('numbers.makeCounter')}
      effect={t('numbers.counterEffect')}
      confirm={t('numbers.makeCounter')}
      ready={siteId !== null && carrierContract !== ''}
      run={() =>
        http.POST('/v1/provider/postage-counters', { body: { siteId: siteId ?? '', carrierContract, franking } })
      }
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      <Select label={t('site')} data={sites.options} value={siteId} onChange={setSiteId} searchable required />
      <TextInput
        label={t('contracts.carrierContract')}
        description={t('contracts.carrierHint')}
        value={carrierContract}
        maxLength={40}
        required
        onChange={(event) => setContract(event.currentTarget.value)}
      />
      <Select
        label={t('contracts.franking')}
        data={frankingModes.map((value) => ({ value, label: t(`contracts.frankings.${value}`) }))}
        value={franking}
        allowDeselect={false}
        onChange={(value) => setFranking(frankingModes.find((one) => one === value) ?? 'printed')}
      />
    </ActionDialog>
  );
}
