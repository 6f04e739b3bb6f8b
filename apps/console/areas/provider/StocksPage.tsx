import { Button } from '@mantine/core';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, type Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { localeOf } from '../../words/language.ts';
import { SiteFilter, useFilter, useSites } from './choices.tsx';
import { ProviderPage } from './ProviderPage.tsx';
import { StockDialog } from './StockDialog.tsx';
import { Holds, Validity } from './Validity.tsx';

type Row = Schemas['Stock'];

/** Envelopes and papers of the print rooms, every weighing of them. */
export function StocksPage() {
  const { t, i18n } = useTranslation('provider');
  const mayWrite = useDesk().may('provider:write');
  const [siteId, setSiteId] = useFilter('siteId');
  const [open, setOpen] = useState<Row | 'new'>();
  const sites = useSites();
  const stocks = api.useInfiniteQuery(
    'get',
    '/v1/provider/stocks',
    { params: { query: { limit: 100, ...(siteId && { siteId }) } } },
    cursorPaging,
  );
  const number = new Intl.NumberFormat(localeOf(i18n.language), { maximumFractionDigits: 3 });
  const measures = ({ data }: Row): string =>
    'format' in data
      ? `${data.format} · ${t(`stocks.folds.${data.fold}`)} · ≤ ${data.maxSheets} · ${number.format(data.massMg / 1000)} g · ${number.format(data.thicknessUm / 1000)} mm`
      : `${data.grammage} g/m²${data.weighedSheetMg === undefined ? '' : ` · A4 ${number.format(data.weighedSheetMg / 1000)} g`} · ${number.format(data.thicknessUm / 1000)} mm`;
  const columns: Column<Row>[] = [
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`stocks.kinds.${kind}`) },
    { key: 'data', title: t('stocks.data'), cell: measures },
    { key: 'site', title: t('site'), cell: (row) => sites.nameOf(row.siteId) },
    { key: 'version', title: t('version'), align: 'right', cell: ({ version }) => version },
    { key: 'holds', title: t('state'), cell: (row) => <Holds from={row.validFrom} to={row.validTo} /> },
    { key: 'dates', title: t('from'), cell: (row) => <Validity from={row.validFrom} to={row.validTo} /> },
  ];
  if (mayWrite)
    columns.push({
      key: 'action',
      title: t('action'),
      narrow: true,
      cell: (row) =>
        row.validTo === null ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(row)}>
            {t('stocks.change')}
          </Button>
        ) : (
          '—'
        ),
    });
  return (
    <ProviderPage
      tab="stocks"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
            {t('stocks.make')}
          </Button>
        )
      }
    >
      <Listing
        label={t('tab.stocks')}
        query={stocks}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ title: t('stocks.empty'), icon: IconMail }}
        clearFilters={siteId ? () => setSiteId(null) : undefined}
        tools={<SiteFilter value={siteId} onChange={setSiteId} />}
      />
      {open && (
        <StockDialog
          of={open === 'new' ? undefined : open}
          siteId={siteId ?? null}
          onClose={() => setOpen(undefined)}
        />
      )}
    </ProviderPage>
  );
}
