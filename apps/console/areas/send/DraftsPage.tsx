import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCut, IconMailPlus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, cursorPaging, http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useOnce } from '../../api/once.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useDesk } from '../../frame/desk.tsx';

type DraftRow = Schemas['DraftRow'];

/** Where sending begins: a new letter or mailing, and the drafts to go on with. */
export function DraftsPage() {
  const { t } = useTranslation('send');
  const { may } = useDesk();
  const navigate = useNavigate();
  const once = useOnce();
  const drafts = api.useInfiniteQuery('get', '/v1/drafts', { params: { query: { limit: 50 } } }, cursorPaging);
  const begin = useMutation({
    mutationFn: () => http.POST('/v1/orders', { headers: once, body: {} }),
    onSuccess: ({ data }) => data && void navigate(`/send/${data.id}/what`),
  });
  const button = may('orders:write') ? (
    <Button leftSection={<IconPlus size={17} aria-hidden />} loading={begin.isPending} onClick={() => begin.mutate()}>
      {t('new')}
    </Button>
  ) : undefined;
  const buttons = button && (
    <Group gap="xs">
      {may('documents:write') && (
        <Button component={Link} to="/send/split" variant="default" leftSection={<IconCut size={16} aria-hidden />}>
          {t('split.new')}
        </Button>
      )}
      {button}
    </Group>
  );
  const columns: Column<DraftRow>[] = [
    { key: 'draft', title: t('column.draft'), cell: (row) => <DraftName row={row} /> },
    {
      key: 'lacks',
      title: t('column.lacks'),
      cell: ({ lacks }) =>
        lacks.length === 0 ? (
          <Sign tone="good">{t('nothingLacks')}</Sign>
        ) : (
          <Group gap={4}>
            {lacks.map((lack) => (
              <Sign key={lack} tone="calm">
                {t(`lack.${lack}`)}
              </Sign>
            ))}
          </Group>
        ),
    },
    { key: 'service', title: t('column.service'), cell: ({ service }) => t(`how.services.${service}`) },
    { key: 'created', title: t('column.created'), cell: ({ createdAt }) => <Moment at={createdAt} as="relative" /> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} actions={buttons}>
      {begin.error && <ProblemNote error={begin.error} />}
      <Listing
        label={t('drafts')}
        query={drafts}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/send/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconMailPlus, action: button }}
      />
    </Page>
  );
}

function DraftName({ row }: { row: DraftRow }) {
  const { t } = useTranslation('send');
  const { recipient, letterCount, content, clientReference } = row;
  const to = recipient ?? (letterCount > 0 ? t('toMany', { count: letterCount }) : undefined);
  const name = content === null ? t('untitled') : (content.name ?? t('what.unnamed'));
  return <>{[clientReference, name, to].filter(Boolean).join(' · ')}</>;
}
