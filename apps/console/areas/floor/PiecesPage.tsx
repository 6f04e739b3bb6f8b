import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useFloorWords } from './floor-words.ts';
import { useFilters } from './list-filters.ts';
import type { Query } from './query.ts';
import { Show } from './Show.tsx';

type Piece = Schemas['Piece'];
const names = ['state', 'reason', 'standing', 'lotId', 'trayId', 'depositId', 'dueBy', 'code'] as const;

/** Pieces: suspect and diverted ones unless a number of the board asked for others. */
export function PiecesPage() {
  const { t } = useTranslation('floor');
  const filters = useFilters(names);
  const query = filters.showing === 'all' ? { state: 'any' } : filters.query;
  const pieces = api.useInfiniteQuery(
    'get',
    '/v1/site/pieces',
    { params: { query: { limit: 50, ...query } as Query<'/v1/site/pieces'> } },
    cursorPaging,
  );
  return (
    <Page title={t('pieces.title')} lead={t('pieces.lead')}>
      <PieceListing
        query={pieces}
        clear={filters.clear}
        tools={<Show of="piece" filters={filters} usual={t('pieces.unresolved')} all={t('pieces.any')} />}
      />
    </Page>
  );
}

/** Pieces as a list, wherever they are shown. */
export function PieceListing({
  query,
  clear,
  tools,
}: {
  query: Parameters<typeof Listing<Piece>>[0]['query'];
  clear?: (() => void) | undefined;
  tools?: React.ReactNode;
}) {
  const { t } = useTranslation('floor');
  const { reason } = useFloorWords();
  const columns: Column<Piece>[] = [
    { key: 'window', title: t('pieces.window'), cell: ({ windowCode }) => windowCode },
    { key: 'state', title: t('pieces.state'), cell: ({ state }) => <StateBadge of="piece" state={state} /> },
    { key: 'why', title: t('pieces.why'), cell: (piece) => (piece.reason === null ? '—' : reason(piece.reason)) },
    { key: 'lot', title: t('pieces.lot'), align: 'right', cell: ({ lotNumber }) => lotNumber },
    { key: 'place', title: t('pieces.place'), align: 'right', cell: ({ position }) => position },
    { key: 'tray', title: t('pieces.tray'), align: 'right', cell: ({ trayNumber }) => trayNumber ?? '—' },
    { key: 'postcode', title: t('pieces.postcode'), cell: ({ postcode }) => postcode },
    { key: 'sheets', title: t('pieces.sheets'), align: 'right', cell: ({ sheets }) => <Count of={sheets} /> },
    { key: 'due', title: t('pieces.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
  ];
  return (
    <Listing
      label={t('pieces.title')}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/pieces/${id}`}
      empty={{ title: t('pieces.empty'), text: t('pieces.emptyText'), icon: IconMail }}
      clearFilters={clear}
      tools={tools}
    />
  );
}
