import { Button, Group, Paper, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconBuildingBank, IconCircleCheck, IconCircleOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { costCentreRules, type CostCentreRule } from '#domain/cost-centres';
import { api, http, queries, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { onePage } from '../../components/one-page.ts';
import { Page } from '../../components/Page.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useDesk } from '../../frame/desk.tsx';

type Row = Schemas['CostCentre'];
type Open = { what: 'add' } | { what: 'rename' | 'retire' | 'takeBack'; row: Row };

/** The account's list of cost centres, and whether its orders must name one. */
export function CostCentresPage() {
  const { t } = useTranslation('cost-centres');
  const { may } = useDesk();
  const mayWrite = may('account:write');
  const [open, setOpen] = useState<Open>();
  const list = api.useQuery('get', '/v1/cost-centres');
  const columns: Column<Row>[] = [
    {
      key: 'code',
      title: t('column.code'),
      cell: ({ code }) => (
        <Text fw={600} span>
          {code}
        </Text>
      ),
    },
    { key: 'label', title: t('column.label'), cell: ({ label }) => label },
    {
      key: 'state',
      title: t('column.state'),
      cell: ({ state }) => (
        <Sign tone={state === 'active' ? 'good' : 'quiet'} icon={state === 'active' ? IconCircleCheck : IconCircleOff}>
          {t(`state.${state}`)}
        </Sign>
      ),
    },
  ];
  if (mayWrite)
    columns.push({
      key: 'actions',
      title: t('column.actions'),
      narrow: true,
      cell: (row) => (
        <Group gap={4} wrap="nowrap">
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen({ what: 'rename', row })}>
            {t('rename')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setOpen({ what: row.state === 'active' ? 'retire' : 'takeBack', row })}
          >
            {t(row.state === 'active' ? 'retire' : 'takeBack')}
          </Button>
        </Group>
      ),
    });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ what: 'add' })}>
            {t('add')}
          </Button>
        )
      }
    >
      <Stack>
        {may('account:read') && <Rule mayWrite={mayWrite} />}
        <Listing
          label={t('title')}
          query={onePage(list, ({ rows }) => rows)}
          columns={columns}
          rowKey={({ id }) => id}
          empty={{ title: t('empty'), text: t('emptyText'), icon: IconBuildingBank }}
        />
      </Stack>
      {open && <Change open={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Rule({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('cost-centres');
  const settings = api.useQuery('get', '/v1/account/settings');
  const put = api.useMutation('put', '/v1/account/settings', { onSuccess: () => void queries.invalidateQueries() });
  return (
    <Paper withBorder p="md">
      <Radio.Group
        label={t('rule')}
        value={(put.isPending ? put.variables.body.costCentres : settings.data?.costCentres) ?? ''}
        onChange={(value) => put.mutate({ body: { costCentres: value as CostCentreRule } })}
        readOnly={!mayWrite}
      >
        <Stack gap="xs" mt="xs">
          {costCentreRules.map((rule) => (
            <Radio key={rule} value={rule} label={t(`rules.${rule}`)} disabled={!mayWrite || put.isPending} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" role="status" mt="xs">
        {put.isSuccess ? t('saved') : ''}
      </Text>
      {put.error && <ProblemNote error={put.error} />}
      {settings.error && <ProblemNote error={settings.error} retry={() => void settings.refetch()} />}
    </Paper>
  );
}

function Change({ open, onClose }: { open: Open; onClose: () => void }) {
  const { t } = useTranslation('cost-centres');
  const row = open.what === 'add' ? undefined : open.row;
  const [code, setCode] = useState('');
  const [label, setLabel] = useState(row?.label ?? '');
  const isNamed = open.what === 'add' || open.what === 'rename';
  const run = async () => {
    if (row === undefined) await http.POST('/v1/cost-centres', { body: { code: code.trim(), label: label.trim() } });
    else
      await http.PATCH('/v1/cost-centres/{id}', {
        params: { path: { id: row.id } },
        body:
          open.what === 'rename' ? { label: label.trim() } : { state: open.what === 'retire' ? 'retired' : 'active' },
      });
  };
  return (
    <ActionDialog
      title={row === undefined ? t('add') : `${t(open.what)} · ${row.code}`}
      effect={t(`${open.what}Effect`, { code: row?.code ?? '' })}
      confirm={t(open.what)}
      ready={!isNamed || (label.trim() !== '' && (row !== undefined || code.trim() !== ''))}
      run={run}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      {row === undefined && (
        <TextInput
          label={t('code')}
          description={t('codeHint')}
          value={code}
          maxLength={60}
          required
          data-autofocus
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      {isNamed && (
        <TextInput
          label={t('label')}
          value={label}
          maxLength={100}
          required
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}
