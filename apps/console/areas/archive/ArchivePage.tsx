import { Button, Group, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconArchive, IconSearch } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { http, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { KeptUntil } from './KeptUntil.tsx';

type Row = Schemas['ArchivedFile'];
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Files in the archive, those erased too; found by recipient or reference, which never stand in an address. */
export function ArchivePage() {
  const { t } = useTranslation(['archive', 'states']);
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const dated = (name: string) => (day.test(search.get(name) ?? '') ? (search.get(name) as string) : undefined);
  const [from, to] = [dated('from'), dated('to')];
  const state = (['kept', 'erased'] as const).find((one) => one === search.get('state'));
  const chosen = { ...(from && { from }), ...(to && { to }), ...(state && { state }) };
  const files = useInfiniteQuery({
    queryKey: ['archive', asked, chosen],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
    queryFn: async ({ pageParam, signal }) => {
      const page = { ...chosen, ...(pageParam !== undefined && { before: pageParam }) };
      const { data } =
        asked === ''
          ? await http.GET('/v1/archive', { params: { query: { limit: 50, ...page } }, signal })
          : await http.POST('/v1/archive/search', { body: { text: asked, limit: 50, ...page }, signal });
      return data ?? { rows: [], next: null };
    },
  });
  const change = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const find = (event: FormEvent) => {
    event.preventDefault();
    setAsked(text.trim().length < 2 ? '' : text.trim());
  };
  const clear = () => {
    setSearch({});
    setText('');
    setAsked('');
  };
  const isFiltered = asked !== '' || Object.keys(chosen).length > 0;
  const columns: Column<Row>[] = [
    { key: 'sent', title: t('column.sent'), cell: (row) => <Moment at={row.sentAt} /> },
    { key: 'recipient', title: t('column.recipient'), cell: (row) => row.recipient ?? '—' },
    { key: 'reference', title: t('column.reference'), cell: (row) => row.clientReference ?? '—' },
    { key: 'service', title: t('column.service'), cell: (row) => t(`states:service.${row.service as 'priority'}`) },
    { key: 'centre', title: t('column.costCentre'), cell: (row) => row.costCentre ?? '—' },
    { key: 'state', title: t('column.state'), cell: (row) => <StateBadge of="archived_file" state={row.state} /> },
    { key: 'until', title: t('column.until'), cell: (row) => <KeptUntil file={row} /> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Listing
        label={t('title')}
        query={files}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/archive/${id}`}
        empty={{ title: t('empty'), text: t('emptyText'), icon: IconArchive }}
        clearFilters={isFiltered ? clear : undefined}
        tools={
          <Group gap="sm" align="flex-end">
            <form onSubmit={find} role="search">
              <Group gap="xs" align="flex-end" wrap="nowrap">
                <TextInput
                  label={t('search')}
                  placeholder={t('searchHint')}
                  value={text}
                  maxLength={100}
                  onChange={(event) => setText(event.currentTarget.value)}
                />
                <Button type="submit" variant="default" leftSection={<IconSearch size={16} aria-hidden />}>
                  {t('filter.search')}
                </Button>
              </Group>
            </form>
            <TextInput
              type="date"
              label={t('filter.from')}
              value={from ?? ''}
              onChange={(event) => change('from', event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('filter.to')}
              value={to ?? ''}
              onChange={(event) => change('to', event.currentTarget.value)}
            />
            <Select
              label={t('filter.state')}
              w={140}
              data={[
                { value: '', label: t('filter.all') },
                { value: 'kept', label: t('states:archived_file.kept') },
                { value: 'erased', label: t('states:archived_file.erased') },
              ]}
              value={state ?? ''}
              onChange={(value) => change('state', value)}
            />
          </Group>
        }
      />
    </Page>
  );
}
