import { Button, Select, TextInput } from '@mantine/core';
import { IconBuildingFactory2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { ActiveState } from './ActiveState.tsx';
import { ProviderPage } from './ProviderPage.tsx';

type Row = Schemas['Site'];

/** The print rooms. */
export function SitesPage() {
  const { t } = useTranslation(['provider', 'states']);
  const mayWrite = useDesk().may('provider:write');
  const [makes, setMakes] = useState(false);
  const [changes, setChanges] = useState<Row>();
  const sites = api.useInfiniteQuery('get', '/v1/provider/sites', { params: { query: { limit: 50 } } }, cursorPaging);
  const columns: Column<Row>[] = [
    { key: 'code', title: t('sites.code'), cell: ({ code }) => code },
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    { key: 'mode', title: t('sites.mode'), cell: ({ mode }) => t(`states:mode.${mode}`) },
    { key: 'zone', title: t('sites.timeZone'), cell: ({ timeZone }) => timeZone },
    { key: 'state', title: t('state'), cell: ({ state }) => <ActiveState state={state} /> },
    { key: 'created', title: t('created'), cell: (row) => <Moment at={row.createdAt} as="date" /> },
  ];
  if (mayWrite)
    columns.push({
      key: 'action',
      title: t('action'),
      narrow: true,
      cell: (row) => (
        <Button size="compact-sm" variant="subtle" onClick={() => setChanges(row)}>
          {t(row.state === 'active' ? 'sites.suspend' : 'sites.resume')}
        </Button>
      ),
    });
  const what = changes?.state === 'active' ? 'suspend' : 'resume';
  return (
    <ProviderPage
      tab="sites"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMakes(true)}>
            {t('sites.make')}
          </Button>
        )
      }
    >
      <Listing
        label={t('tab.sites')}
        query={sites}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/provider/profiles?siteId=${id}&kind=site`}
        empty={{ title: t('sites.empty'), icon: IconBuildingFactory2 }}
      />
      {makes && <Make onClose={() => setMakes(false)} />}
      {changes && (
        <ActionDialog
          title={`${t(`sites.${what}`)} · ${changes.code}`}
          effect={t(`sites.${what}Effect`, { name: changes.name })}
          confirm={t(`sites.${what}`)}
          danger={what === 'suspend'}
          run={() =>
            http.PATCH('/v1/provider/sites/{id}', {
              params: { path: { id: changes.id } },
              body: { state: what === 'suspend' ? 'suspended' : 'active' },
            })
          }
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setChanges(undefined)}
        />
      )}
    </ProviderPage>
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['provider', 'states']);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [mode, setMode] = useState<'test' | 'live'>('test');
  const [timeZone, setTimeZone] = useState('Europe/Paris');
  return (
    <ActionDialog
      title={t('sites.make')}
      effect={t('sites.makeEffect')}
      confirm={t('sites.make')}
      ready={/^[A-Z0-9]{4}$/.test(code) && name.trim() !== ''}
      run={() => http.POST('/v1/provider/sites', { body: { code, name: name.trim(), mode, timeZone } })}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      <TextInput
        label={t('sites.code')}
        description={t('sites.codeHint')}
        value={code}
        maxLength={4}
        required
        data-autofocus
        onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
      />
      <TextInput
        label={t('name')}
        value={name}
        maxLength={100}
        required
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('sites.mode')}
        data={(['test', 'live'] as const).map((value) => ({ value, label: t(`states:mode.${value}`) }))}
        value={mode}
        allowDeselect={false}
        onChange={(value) => setMode(value === 'live' ? 'live' : 'test')}
      />
      <Select
        label={t('sites.timeZone')}
        data={Intl.supportedValuesOf('timeZone')}
        value={timeZone}
        searchable
        limit={100}
        allowDeselect={false}
        onChange={(value) => setTimeZone(value ?? 'Europe/Paris')}
      />
    </ActionDialog>
  );
}
