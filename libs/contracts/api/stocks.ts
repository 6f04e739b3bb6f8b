import { z } from 'zod';
import { envelopeFormats, folds } from '#domain/geometry';
import { dated, givenMoment, idOf, pageOf } from './shapes.ts';

const positive = z.number().int().positive();
const permille = z.number().int().min(0).max(100);

const envelopeData = z
  .strictObject({
    format: z.enum(envelopeFormats),
    fold: z.enum(folds),
    maxSheets: positive.describe('Sheets the inserter folds and closes in it'),
    massMg: positive.describe('Mean mass of one empty envelope of the weighed batch, mg'),
    tolerancePermille: permille,
    thicknessUm: positive,
  })
  .meta({ id: 'EnvelopeStock' });
const paperData = z
  .strictObject({
    grammage: positive.describe('g/m² on the label'),
    weighedSheetMg: positive.optional().describe('Mean mass of one A4 sheet of the weighed batch, mg'),
    tolerancePermille: permille,
    thicknessUm: positive,
  })
  .meta({ id: 'PaperStock' });

const kinds = [
  { kind: z.literal('envelope'), data: envelopeData },
  { kind: z.literal('paper'), data: paperData },
] as const;
const from = { validFrom: givenMoment.optional().describe('Now when left out') };

export const newStock = z
  .discriminatedUnion('kind', [
    z.strictObject({ siteId: idOf('site'), ...kinds[0], ...from }),
    z.strictObject({ siteId: idOf('site'), ...kinds[1], ...from }),
  ])
  .meta({ id: 'NewStock' });
/** A new version: another batch, weighed again. */
export const newStockVersion = z
  .discriminatedUnion('kind', [z.strictObject({ ...kinds[0], ...from }), z.strictObject({ ...kinds[1], ...from })])
  .meta({ id: 'NewStockVersion' });

export const stock = z
  .object({
    id: idOf('stock').describe('This version'),
    stockId: idOf('stock').describe('The same for all versions; the lot key names it'),
    version: z.number().int(),
    siteId: idOf('site'),
    kind: z.enum(['envelope', 'paper']),
    data: z.union([envelopeData, paperData]),
    ...dated,
  })
  .meta({ id: 'Stock' });
export type Stock = z.output<typeof stock>;
export const stockPage = pageOf(stock);
