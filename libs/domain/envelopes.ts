import type { EnvelopeFormat, Fold } from './geometry.ts';

/** An envelope stock of a site: data, told by whoever bought and weighed it. */
export type EnvelopeStock = {
  id: string;
  format: EnvelopeFormat;
  fold: Fold;
  /** The most sheets of the site's paper that the inserter folds and closes in it. */
  maxSheets: number;
  /** Mean mass of one empty envelope of the weighed batch, and how far one may differ (per thousand). */
  massMg: number;
  tolerancePermille: number;
  /** Thickness of one empty envelope in micrometres. */
  thicknessUm: number;
};

/** A paper stock. The mean mass of a weighed batch goes before the grammage on its label. */
export type PaperStock = {
  id: string;
  /** g/m² on the label. */
  grammage: number;
  /** Mean mass of one A4 sheet of the weighed batch; absent when the batch was not weighed. */
  weighedSheetMg?: number | undefined;
  /** How far the mass may differ (per thousand): paper varies by about 4 % from its label, a weighed batch by far less. */
  tolerancePermille: number;
  /** Thickness of one sheet in micrometres. */
  thicknessUm: number;
};

/**
 * Specimen stocks of the demonstration. Five sheets are what folds in three, six what folds in half on its inserter; 45 sheets in a C4
 * are a usual limit of the trade (just under 250 g with their envelope); beyond them a C4 with gussets.
 */
export const specimenEnvelopes: readonly EnvelopeStock[] = [
  { id: 'C5/6', format: 'C5/6', fold: 'z_three', maxSheets: 5, massMg: 5000, tolerancePermille: 0, thicknessUm: 300 },
  { id: 'C5', format: 'C5', fold: 'half', maxSheets: 6, massMg: 6500, tolerancePermille: 0, thicknessUm: 300 },
  { id: 'C4', format: 'C4', fold: 'none', maxSheets: 45, massMg: 16000, tolerancePermille: 0, thicknessUm: 350 },
  {
    id: 'C4 gusset',
    format: 'C4',
    fold: 'none',
    maxSheets: 120,
    massMg: 28000,
    tolerancePermille: 0,
    thicknessUm: 700,
  },
];
/** 80 g/m², weighed: a sheet of 4,990 mg, exact to one per thousand. */
export const specimenPaper: PaperStock = { id: 'A4 80 g', grammage: 80, tolerancePermille: 1, thicknessUm: 104 };

/** How many layers of a sheet lie over each other once folded. */
export const layersOf = { none: 1, half: 2, z_three: 3 } as const satisfies Record<Fold, number>;

/** Thickness in micrometres of a closed envelope: what it takes of a tray's length. */
export function thicknessOf(envelope: EnvelopeStock, paper: PaperStock, sheets: number): number {
  return envelope.thicknessUm + sheets * layersOf[envelope.fold] * paper.thicknessUm;
}
