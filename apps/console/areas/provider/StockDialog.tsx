import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { envelopeFormats, folds } from '#domain/geometry';
import { http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { FromField, fromOf, useSites } from './choices.tsx';

type Envelope = Schemas['EnvelopeStock'];
type Paper = Schemas['PaperStock'];
const newEnvelope: Envelope = {
  format: 'C5',
  fold: 'half',
  maxSheets: 6,
  massMg: 6500,
  tolerancePermille: 10,
  thicknessUm: 300,
};
const newPaper: Paper = { grammage: 80, tolerancePermille: 10, thicknessUm: 104 };

/** A new stock, or a batch of it weighed anew; millimetres and grams on screen, whole µm and mg behind it. */
export function StockDialog({
  of,
  siteId: given,
  onClose,
}: {
  of: Schemas['Stock'] | undefined;
  siteId: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('provider');
  const sites = useSites();
  const [siteId, setSiteId] = useState(given);
  const [kind, setKind] = useState<'envelope' | 'paper'>(of?.kind ?? 'envelope');
  const [envelope, setEnvelope] = useState<Envelope>(of && 'format' in of.data ? of.data : newEnvelope);
  const [paper, setPaper] = useState<Paper>(of && 'grammage' in of.data ? of.data : newPaper);
  const [from, setFrom] = useState('');
  const body = kind === 'envelope' ? { kind, data: envelope } : { kind, data: paper };
  const run = () =>
    of === undefined
      ? http.POST('/v1/provider/stocks', { body: { siteId: siteId ?? '', ...body, ...fromOf(from) } })
      : http.POST('/v1/provider/stocks/{id}/versions', {
          params: { path: { id: of.stockId } },
          body: { ...body, ...fromOf(from) },
        });
  const thousandths = (value: number | string) => Math.round(Number(value) * 1000);
  const thickness = (value: number, change: (thicknessUm: number) => void) => (
    <NumberInput
      label={t('stocks.thickness')}
      value={value / 1000}
      min={0.01}
      step={0.01}
      decimalScale={3}
      onChange={(next) => change(thousandths(next))}
    />
  );
  const tolerance = (value: number, change: (tolerancePermille: number) => void) => (
    <NumberInput
      label={t('stocks.tolerance')}
      value={value}
      min={0}
      max={100}
      allowDecimal={false}
      onChange={(next) => change(Number(next))}
    />
  );
  return (
    <ActionDialog
      title={t(of === undefined ? 'stocks.make' : 'stocks.change')}
      effect={t(of === undefined ? 'stocks.makeEffect' : 'stocks.changeEffect')}
      confirm={t(of === undefined ? 'stocks.make' : 'stocks.change')}
      ready={of !== undefined || siteId !== null}
      run={run}
      onDone={() => void queries.invalidateQueries()}
      onClose={onClose}
    >
      {of === undefined && (
        <>
          <Select label={t('site')} data={sites.options} value={siteId} onChange={setSiteId} searchable required />
          <Select
            label={t('kind')}
            data={(['envelope', 'paper'] as const).map((value) => ({ value, label: t(`stocks.kinds.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(value === 'paper' ? 'paper' : 'envelope')}
          />
        </>
      )}
      {kind === 'envelope' ? (
        <>
          <Select
            label={t('stocks.format')}
            data={[...envelopeFormats]}
            value={envelope.format}
            allowDeselect={false}
            onChange={(value) =>
              setEnvelope({ ...envelope, format: envelopeFormats.find((one) => one === value) ?? 'C5' })
            }
          />
          <Select
            label={t('stocks.fold')}
            data={folds.map((value) => ({ value, label: t(`stocks.folds.${value}`) }))}
            value={envelope.fold}
            allowDeselect={false}
            onChange={(value) => setEnvelope({ ...envelope, fold: folds.find((one) => one === value) ?? 'none' })}
          />
          <NumberInput
            label={t('stocks.maxSheets')}
            value={envelope.maxSheets}
            min={1}
            allowDecimal={false}
            onChange={(value) => setEnvelope({ ...envelope, maxSheets: Number(value) })}
          />
          <NumberInput
            label={t('stocks.mass')}
            value={envelope.massMg / 1000}
            min={0.1}
            step={0.1}
            decimalScale={3}
            onChange={(value) => setEnvelope({ ...envelope, massMg: thousandths(value) })}
          />
          {thickness(envelope.thicknessUm, (thicknessUm) => setEnvelope({ ...envelope, thicknessUm }))}
          {tolerance(envelope.tolerancePermille, (tolerancePermille) =>
            setEnvelope({ ...envelope, tolerancePermille }),
          )}
        </>
      ) : (
        <>
          <NumberInput
            label={t('stocks.grammage')}
            value={paper.grammage}
            min={1}
            allowDecimal={false}
            onChange={(value) => setPaper({ ...paper, grammage: Number(value) })}
          />
          <NumberInput
            label={t('stocks.sheetMass')}
            value={paper.weighedSheetMg === undefined ? '' : paper.weighedSheetMg / 1000}
            min={0.1}
            step={0.01}
            decimalScale={3}
            onChange={(value) => {
              const changed = { ...paper };
              if (value === '') delete changed.weighedSheetMg;
              else changed.weighedSheetMg = thousandths(value);
              setPaper(changed);
            }}
          />
          {thickness(paper.thicknessUm, (thicknessUm) => setPaper({ ...paper, thicknessUm }))}
          {tolerance(paper.tolerancePermille, (tolerancePermille) => setPaper({ ...paper, tolerancePermille }))}
        </>
      )}
      <FromField value={from} onChange={setFrom} />
    </ActionDialog>
  );
}
