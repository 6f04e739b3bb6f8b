import { Button, Code, MultiSelect, TextInput } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventPatterns } from '#domain/event-types';
import { api, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count } from '../../components/measures.tsx';
import { onePage } from '../../components/one-page.ts';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { ShownSecret } from './ShownSecret.tsx';
import { WebhookState } from './WebhookState.tsx';

type Row = Schemas['Webhook'];
type Pattern = NonNullable<Schemas['NewWebhook']['types']>[number];
const isPattern = (one: string): one is Pattern => eventPatterns.includes(one);

/** The account's webhooks in this mode. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const { may } = useDesk();
  const [makes, setMakes] = useState(false);
  const webhooks = api.useQuery('get', '/v1/webhooks');
  const columns: Column<Row>[] = [
    { key: 'url', title: t('column.url'), cell: ({ description, url }) => description ?? url ?? '—' },
    { key: 'state', title: t('column.state'), cell: (row) => <WebhookState webhook={row} /> },
    {
      key: 'types',
      title: t('column.types'),
      cell: ({ types }) => (types.includes('*') ? t('all') : types.map((type) => <Code key={type}>{type} </Code>)),
    },
    { key: 'told', title: t('column.told'), align: 'right', cell: ({ told }) => <Count of={told} /> },
  ];
  const add = may('webhooks:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMakes(true)}>
      {t('make')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={add}>
      <Listing
        label={t('title')}
        query={onePage(webhooks, ({ rows }) => rows)}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/webhooks/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconWebhook }}
      />
      {makes && <Make onClose={() => setMakes(false)} />}
    </Page>
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const [url, setUrl] = useState('https://');
  const [description, setDescription] = useState('');
  const [types, setTypes] = useState<Pattern[]>([]);
  return (
    <ActionDialog
      title={t('make')}
      effect={t('makeEffect')}
      confirm={t('make')}
      ready={URL.canParse(url)}
      run={async ({ once }) => {
        const said = description.trim();
        const { data } = await http.POST('/v1/webhooks', {
          headers: once,
          body: { url, ...(types.length > 0 && { types }), ...(said !== '' && { description: said }) },
        });
        return data?.secret ?? '';
      }}
      result={(secret) => <ShownSecret secret={secret} />}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      <TextInput
        type="url"
        label={t('url')}
        description={t('urlHint')}
        value={url}
        required
        data-autofocus
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={t('description')}
        value={description}
        maxLength={200}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <MultiSelect
        label={t('types')}
        description={t('typesHint')}
        data={eventPatterns}
        searchable
        value={types}
        onChange={(chosen) => setTypes(chosen.filter(isPattern))}
      />
    </ActionDialog>
  );
}
