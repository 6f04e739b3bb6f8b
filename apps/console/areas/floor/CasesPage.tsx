import { Anchor, Button, Select, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, cursorPaging, http, type Schemas } from '../../api/client.ts';
import { Listing, type Column, type ListQuery } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { because, FloorAction } from './FloorAction.tsx';
import { useFilters } from './list-filters.ts';
import type { Query } from './query.ts';
import { Show } from './Show.tsx';

type Case = Schemas['DepositCase'];
type Outcome = Case['decisions'][number];
const names = ['state', 'kind', 'standing', 'depositId'] as const;

/** What the carrier and our slips do not agree about. */
export function CasesPage() {
  const { t } = useTranslation('floor');
  const filters = useFilters(names, { state: 'open' });
  const cases = api.useInfiniteQuery(
    'get',
    '/v1/site/cases',
    { params: { query: { limit: 50, ...filters.query } as Query<'/v1/site/cases'> } },
    cursorPaging,
  );
  return (
    <Page title={t('cases.title')} lead={t('cases.lead')}>
      <CaseListing
        query={cases}
        clear={filters.clear}
        tools={<Show of="case" filters={filters} usual={t('cases.open')} all={t('cases.all')} />}
      />
    </Page>
  );
}

/** Cases as a list, with what a person may decide of each. */
export function CaseListing({
  query,
  clear,
  tools,
}: {
  query: ListQuery<Case>;
  clear?: (() => void) | undefined;
  tools?: React.ReactNode;
}) {
  const { t } = useTranslation('floor');
  const { may } = useDesk();
  const [decided, setDecided] = useState<{ of: Case; outcome: Outcome } | undefined>();
  const columns: Column<Case>[] = [
    {
      key: 'case',
      title: t('cases.case'),
      cell: ({ kind, difference, product, band }) =>
        `${t(`cases.kind.${kind}`)}${difference === null ? '' : ` (${difference > 0 ? '+' : ''}${difference} · ${product} ${band} g)`}`,
    },
    {
      key: 'piece',
      title: t('cases.piece'),
      cell: ({ pieceId, windowCode }) =>
        pieceId ? (
          <Anchor component={Link} to={`/pieces/${pieceId}`} inherit>
            {windowCode}
          </Anchor>
        ) : (
          (windowCode ?? '—')
        ),
    },
    {
      key: 'deposit',
      title: t('cases.deposit'),
      cell: ({ depositId, depositNumber }) => (
        <Anchor component={Link} to={`/deposits/${depositId}`} inherit>
          {depositNumber}
        </Anchor>
      ),
    },
    { key: 'tray', title: t('cases.tray'), align: 'right', cell: ({ tray }) => tray ?? '—' },
    { key: 'due', title: t('cases.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
    {
      key: 'outcome',
      title: t('cases.outcomeTitle'),
      cell: (one) =>
        one.outcome !== null ? (
          t(`cases.outcome.${one.outcome}`)
        ) : one.decisions.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('cases.byScan')}
          </Text>
        ) : (
          may('floor:write') && (
            <Button.Group>
              {one.decisions.map((outcome) => (
                <Button
                  key={outcome}
                  size="compact-sm"
                  variant="default"
                  onClick={() => setDecided({ of: one, outcome })}
                >
                  {t(`cases.outcome.${outcome}`)}
                </Button>
              ))}
            </Button.Group>
          )
        ),
    },
  ];
  return (
    <>
      <Listing
        label={t('cases.title')}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('cases.empty'), text: t('cases.emptyText'), icon: IconScale }}
        clearFilters={clear}
        tools={tools}
      />
      {decided && <DecideDialog {...decided} onClose={() => setDecided(undefined)} />}
    </>
  );
}

const reasons: Readonly<Record<string, readonly string[]>> = {
  lost: ['searched_everywhere', 'carrier_told'],
  found_by_carrier: ['carrier_told'],
  named_missing: ['counted_again', 'carrier_told'],
  explained: ['clerk_error', 'counted_again', 'carrier_told'],
};

function DecideDialog({ of, outcome, onClose }: { of: Case; outcome: Outcome; onClose: () => void }) {
  const { t } = useTranslation('floor');
  const [pieceId, setPieceId] = useState<string | null>(null);
  const needsPiece = outcome === 'named_missing';
  const pieces = api.useQuery(
    'get',
    '/v1/site/pieces',
    { params: { query: { limit: 200, depositId: of.depositId, state: 'accepted' } } },
    { enabled: needsPiece },
  );
  const decision = (reason: string) =>
    (needsPiece ? { outcome, pieceId: pieceId ?? '', reason } : { outcome, reason }) as Schemas['CaseDecision'];
  return (
    <FloorAction
      title={`${t(`cases.kind.${of.kind}`)} · ${t(`cases.outcome.${outcome}`)}`}
      intended={
        needsPiece && pieceId === null ? undefined : { action: 'decide_case', id: of.id, body: decision('preview') }
      }
      reasons={reasons[outcome] ?? ['counted_again']}
      confirm={t(`cases.outcome.${outcome}`)}
      danger={outcome === 'lost'}
      run={(input) =>
        http.POST('/v1/site/cases/{id}/close', {
          params: { path: { id: of.id } },
          body: { ...decision(input.reason), ...because(input) },
          headers: input.once,
        })
      }
      onClose={onClose}
    >
      {needsPiece && (
        <Select
          label={t('cases.whichPiece')}
          data={(pieces.data?.rows ?? []).map(({ id, windowCode }) => ({ value: id, label: windowCode }))}
          value={pieceId}
          onChange={setPieceId}
          searchable
        />
      )}
    </FloorAction>
  );
}
