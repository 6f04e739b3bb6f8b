import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconFileSearch, IconSearch } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { onePage } from '../../components/one-page.ts';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';

type Found = Schemas['AuditFound']['rows'][number];

/** Finds letters by any of their numbers; a scanner's text and Enter will do. What was typed stands in no address. */
export function AuditSearchPage() {
  const { t } = useTranslation(['audit', 'frame', 'states']);
  const [text, setText] = useState('');
  const search = useMutation({
    mutationFn: async (asked: string) => (await http.POST('/v1/audit/letters/search', { body: { text: asked } })).data,
  });
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') search.mutate(text.trim());
  };
  const found = search.data;
  const columns: Column<Found>[] = [
    { key: 'letter', title: t('column.letter'), cell: ({ id }) => id },
    { key: 'state', title: t('column.state'), cell: ({ state }) => <StateBadge of="letter" state={state} /> },
    { key: 'order', title: t('column.order'), cell: ({ orderId }) => orderId },
    { key: 'registered', title: t('column.registered'), cell: ({ registeredNumber }) => registeredNumber ?? '—' },
    { key: 'created', title: t('column.created'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ];
  return (
    <Page title={t('search.title')} lead={t('search.lead')}>
      <Stack>
        <form onSubmit={find}>
          <Group align="flex-end" wrap="wrap">
            <TextInput
              label={t('search.label')}
              description={t('search.hint')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              maxLength={100}
              miw="min(100%, 22rem)"
              style={{ flex: 1 }}
              spellCheck={false}
              autoComplete="off"
            />
            <Button type="submit" loading={search.isPending} leftSection={<IconSearch size={16} aria-hidden />}>
              {t('search.go')}
            </Button>
          </Group>
        </form>
        {search.error !== null && <ProblemNote error={search.error} />}
        {found === undefined && search.error === null && (
          <Nothing icon={IconFileSearch} title={t('search.before')} text={t('search.beforeText')} />
        )}
        {found !== undefined && (
          <Listing
            label={found.by === null ? t('search.found') : t(`search.by.${found.by}`)}
            query={onePage({ ...search, data: found, isPending: false, refetch: () => undefined }, ({ rows }) => rows)}
            columns={columns}
            rowKey={({ id }) => id}
            rowTo={({ id }) => `/audit/letters/${id}`}
            empty={{ title: t('search.none'), text: t('search.noneText'), icon: IconFileSearch }}
            tools={found.by !== null && t(`search.by.${found.by}`)}
          />
        )}
        {found?.more === true && <Alert color="gray">{t('search.more')}</Alert>}
      </Stack>
    </Page>
  );
}
