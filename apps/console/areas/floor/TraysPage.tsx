import { Button, Select, Stack } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { carrierProducts, type CarrierProduct } from '#domain/services';
import { api, cursorPaging, http, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Count, Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { because } from './FloorAction.tsx';
import { useFloorWords } from './floor-words.ts';
import { useFilters } from './list-filters.ts';
import { useKeyWord } from './lot-kind.ts';
import type { Query } from './query.ts';
import { Show } from './Show.tsx';
import { StandingSign } from './StandingSign.tsx';

type Tray = Schemas['Tray'];
const names = ['state', 'open', 'standing', 'byHand'] as const;

/** Trays that are not settled, and how they stand against their truck. */
export function TraysPage() {
  const { t } = useTranslation('floor');
  const { may } = useDesk();
  const word = useKeyWord();
  const filters = useFilters(names, { open: 'true' });
  const [isOpen, setOpen] = useState(false);
  const trays = api.useInfiniteQuery(
    'get',
    '/v1/site/trays',
    { params: { query: { limit: 50, ...filters.query } as Query<'/v1/site/trays'> } },
    cursorPaging,
  );
  const columns: Column<Tray>[] = [
    { key: 'number', title: t('trays.number'), cell: ({ number }) => t('trays.one', { number }) },
    { key: 'state', title: t('trays.state'), cell: ({ state }) => <StateBadge of="tray" state={state} /> },
    { key: 'standing', title: t('trays.standing'), cell: ({ standing }) => <StandingSign of={standing} /> },
    {
      key: 'product',
      title: t('trays.product'),
      cell: ({ product, carrierContract }) => `${word(product)} · ${carrierContract}`,
    },
    { key: 'inside', title: t('trays.inside'), align: 'right', cell: ({ inside }) => <Count of={inside} /> },
    { key: 'coming', title: t('trays.coming'), align: 'right', cell: ({ coming }) => <Count of={coming} /> },
    { key: 'due', title: t('trays.due'), cell: ({ until }) => <Moment at={until} as="relative" /> },
  ];
  return (
    <Page
      title={t('trays.title')}
      lead={t('trays.lead')}
      actions={
        may('floor:write') && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('trays.openNew')}
          </Button>
        )
      }
    >
      <Listing
        label={t('trays.title')}
        query={trays}
        columns={columns}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/trays/${id}`}
        empty={{ title: t('trays.empty'), text: t('trays.emptyText'), icon: IconInbox }}
        clearFilters={filters.clear}
        tools={<Show of="tray" filters={filters} usual={t('trays.open')} all={t('trays.all')} />}
      />
      {isOpen && <NewTray known={trays.data?.pages.flatMap(({ rows }) => rows) ?? []} onClose={() => setOpen(false)} />}
    </Page>
  );
}

function NewTray({ known, onClose }: { known: readonly Tray[]; onClose: () => void }) {
  const { t } = useTranslation('floor');
  const { reason: words } = useFloorWords();
  const navigate = useNavigate();
  const contracts = [...new Set(known.map(({ carrierContract }) => carrierContract))];
  const [product, setProduct] = useState<CarrierProduct>(carrierProducts[0]);
  const [contract, setContract] = useState<string | null>(contracts[0] ?? null);
  return (
    <ActionDialog
      title={t('trays.openNew')}
      effect={t('trays.openNewText')}
      reasons={['came_back', 'piece_to_put_in'].map((value) => ({ value, label: words(value) }))}
      ready={contract !== null}
      confirm={t('trays.openNew')}
      run={async (input) => {
        const { data } = await http.POST('/v1/site/trays', {
          body: { product, carrierContract: contract ?? '', ...because(input) },
          headers: input.once,
        });
        return data;
      }}
      onDone={(tray) => void (tray && navigate(`/trays/${tray.id}`))}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Select
          label={t('trays.product')}
          data={[...carrierProducts]}
          value={product}
          onChange={(value) => setProduct(value as CarrierProduct)}
        />
        <Select label={t('trays.contract')} data={contracts} value={contract} onChange={setContract} searchable />
      </Stack>
    </ActionDialog>
  );
}
