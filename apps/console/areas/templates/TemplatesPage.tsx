import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, cursorPaging, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useDesk } from '../../frame/desk.tsx';

type Template = Schemas['Template'];

/** All templates of the account in this mode. */
export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const { may } = useDesk();
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  const [name, setName] = useState('');
  const templates = api.useInfiniteQuery('get', '/v1/templates', { params: { query: { limit: 50 } } }, cursorPaging);
  const button = may('templates:write') ? (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  ) : undefined;
  const columns: Column<Template>[] = [
    { key: 'name', title: t('column.name'), cell: (template) => template.name },
    {
      key: 'state',
      title: t('column.state'),
      cell: ({ state, latestVersion }) =>
        state === null ? (
          t('noVersion')
        ) : (
          <>
            {t('version', { version: latestVersion ?? 0 })} <StateBadge of="template_version" state={state} />
          </>
        ),
    },
    {
      key: 'approved',
      title: t('column.approved'),
      cell: ({ approvedVersion }) =>
        approvedVersion === null ? t('none') : t('version', { version: approvedVersion }),
    },
    { key: 'changed', title: t('column.changed'), cell: ({ changedAt }) => <Moment at={changedAt} as="relative" /> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} actions={button}>
      <Listing
        label={t('title')}
        query={templates}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/templates/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconTemplate, action: button }}
      />
      {isMaking && (
        <ActionDialog
          title={t('newTitle')}
          effect={t('newEffect')}
          confirm={t('newConfirm')}
          ready={name.trim() !== ''}
          run={async ({ once }) =>
            (await http.POST('/v1/templates', { headers: once, body: { name: name.trim() } })).data
          }
          onDone={(template) => {
            void queries.invalidateQueries();
            if (template) void navigate(`/templates/${template.id}/edit`);
          }}
          onClose={() => setMaking(false)}
        >
          <TextInput
            label={t('name')}
            data-autofocus
            maxLength={100}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
          />
        </ActionDialog>
      )}
    </Page>
  );
}
