import { Button, Card, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAdjustments, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { onePage } from '../../components/one-page.ts';
import { useDesk } from '../../frame/desk.tsx';
import { FromField, fromOf, useFilter, useSites } from './choices.tsx';
import { Differences } from './Differences.tsx';
import { ProviderPage } from './ProviderPage.tsx';
import { Holds, Validity } from './Validity.tsx';

const JsonEditor = lazy(() => import('./JsonEditor.tsx'));
type Row = Schemas['Profile'];
const kinds = ['site', 'services', 'postage', 'geometry'] as const;
type Kind = (typeof kinds)[number];
const textOf = (data: unknown) => JSON.stringify(data, null, 2);

/** The profiles of a print room: each kind a series of dated versions, read, compared and followed by a new one. */
export function ProfilesPage() {
  const { t } = useTranslation('provider');
  const mayWrite = useDesk().may('provider:write');
  const [siteId, setSiteId] = useFilter('siteId');
  const [asked, setKind] = useFilter('kind');
  const kind = kinds.find((one) => one === asked) ?? 'site';
  const [shown, setShown] = useState<Row>();
  const [writes, setWrites] = useState(false);
  const sites = useSites();
  const site = siteId ?? sites.options[0]?.value;
  const profiles = api.useQuery(
    'get',
    '/v1/provider/profiles',
    { params: { query: { limit: 200, ...(site && { siteId: site }) } } },
    { enabled: site !== undefined },
  );
  const versions = (profiles.data?.rows ?? []).filter((row) => row.kind === kind).sort((a, b) => b.version - a.version);
  const [newest] = versions;
  const columns: Column<Row>[] = [
    { key: 'version', title: t('version'), cell: ({ version }) => version },
    { key: 'holds', title: t('state'), cell: (row) => <Holds from={row.validFrom} to={row.validTo} /> },
    { key: 'dates', title: t('from'), cell: (row) => <Validity from={row.validFrom} to={row.validTo} /> },
    {
      key: 'action',
      title: t('action'),
      narrow: true,
      cell: (row) => (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(row)}>
          {t('profiles.show')}
        </Button>
      ),
    },
  ];
  const choose = (set: (value: string | null) => void) => (value: string | null) => {
    setShown(undefined);
    setWrites(false);
    set(value);
  };
  const before = shown && versions.find(({ version }) => version === shown.version - 1);
  return (
    <ProviderPage
      tab="profiles"
      actions={
        mayWrite &&
        site !== undefined && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWrites(true)}>
            {t('profiles.make')}
          </Button>
        )
      }
    >
      <Stack>
        <Listing
          label={t('tab.profiles')}
          query={onePage(profiles, () => versions)}
          columns={columns}
          rowKey={({ id }) => id}
          empty={{ title: t('profiles.empty'), icon: IconAdjustments }}
          tools={
            <Group gap="sm">
              <Select
                label={t('site')}
                w={240}
                searchable
                data={sites.options}
                value={site ?? null}
                allowDeselect={false}
                onChange={choose(setSiteId)}
              />
              <Select
                label={t('kind')}
                w={260}
                data={kinds.map((value) => ({ value, label: t(`profiles.kinds.${value}`) }))}
                value={kind}
                allowDeselect={false}
                onChange={choose(setKind)}
              />
            </Group>
          }
        />
        {shown && !writes && (
          <Card withBorder component="section" aria-label={`${t('version')} ${shown.version}`}>
            <Title order={2} size="h4">
              {t('version')} {shown.version}
            </Title>
            {before && (
              <>
                <Text fw={600} mt="sm">
                  {t('profiles.diff')}
                </Text>
                <Differences before={textOf(before.data)} after={textOf(shown.data)} />
              </>
            )}
            <pre tabIndex={0} style={{ overflowX: 'auto', fontSize: 13 }}>
              {textOf(shown.data)}
            </pre>
          </Card>
        )}
        {writes && site !== undefined && (
          <NewVersion
            key={`${site} ${kind}`}
            siteId={site}
            kind={kind}
            former={newest}
            onDone={() => setWrites(false)}
          />
        )}
      </Stack>
    </ProviderPage>
  );
}

function NewVersion({
  siteId,
  kind,
  former,
  onDone,
}: {
  siteId: string;
  kind: Kind;
  former: Row | undefined;
  onDone: () => void;
}) {
  const { t } = useTranslation('provider');
  const before = textOf(former?.data ?? {});
  const [text, setText] = useState(before);
  const [from, setFrom] = useState('');
  const [saves, setSaves] = useState(false);
  let trouble: string | undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    trouble = error instanceof Error ? error.message : '';
  }
  return (
    <Card withBorder component="section" aria-label={t('profiles.make')}>
      <Stack>
        <Title order={2} size="h4">
          {t('profiles.make')} · {t(`profiles.kinds.${kind}`)}
        </Title>
        <Suspense fallback={<Skeleton height={320} />}>
          <JsonEditor label={t('profiles.editor')} value={before} onChange={setText} />
        </Suspense>
        {trouble === undefined ? (
          <>
            <Text fw={600}>{t('profiles.diff')}</Text>
            <Differences before={before} after={textOf(data)} />
          </>
        ) : (
          <Text c="red" role="alert">
            {t('profiles.notJson', { text: trouble })}
          </Text>
        )}
        <FromField value={from} onChange={setFrom} />
        <Button w="fit-content" disabled={trouble !== undefined} onClick={() => setSaves(true)}>
          {t('profiles.save')}
        </Button>
      </Stack>
      {saves && (
        <ActionDialog
          title={t('profiles.save')}
          effect={t('profiles.saveEffect')}
          confirm={t('profiles.save')}
          run={() =>
            http.POST('/v1/provider/profiles', {
              // What it must hold is the server's to say: each value is checked there.
              body: { siteId, kind, data, ...fromOf(from) } as Schemas['NewProfile'],
            })
          }
          onDone={() => {
            void queries.invalidateQueries();
            onDone();
          }}
          onClose={() => setSaves(false)}
        />
      )}
    </Card>
  );
}
