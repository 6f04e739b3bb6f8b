import { z } from 'zod';
import { because, lotState, trayState, waits, whole } from './floor.ts';
import { idOf, jsonObject, mode, moment, pageOf, pageQuery } from './shapes.ts';

const counted = whole.nullable();

export const lotQuery = pageQuery.extend({
  state: lotState.optional(),
  open: z.enum(['true', 'false']).optional().describe('true: only lots that are not closed'),
});
export type LotQuery = z.output<typeof lotQuery>;

export const lot = z
  .object({
    id: idOf('lot'),
    number: whole,
    mode,
    kind: z.string(),
    key: jsonObject.describe('All that its pieces have in common'),
    state: lotState,
    ...waits,
    pieces: whole,
    sheets: whole,
    plannedDepositDate: z.string(),
    reprintOf: z.string().nullable(),
    needsOperator: z.boolean(),
    operatorReason: z.string().nullable(),
    balances: z.object({
      sheets: z.object({ printed: counted, good: counted, spoiled: counted, banner: counted, duplicate: counted }),
      pieces: z.object({ planned: whole, good: counted, spoiled: counted, voided: counted }),
      envelopes: z.object({ used: counted, good: counted, spoiled: counted }),
    }),
    createdAt: moment,
  })
  .meta({ id: 'Lot' });
export type LotView = z.output<typeof lot>;
export const lotPage = pageOf(lot);
export const lotWhole = lot
  .extend({
    piecesByState: z.record(z.string(), whole),
    trays: z.array(z.object({ id: z.string(), number: whole, position: whole, state: trayState, pieces: whole })),
  })
  .meta({ id: 'LotWhole' });
export type LotWhole = z.output<typeof lotWhole>;

export const spoiledSheets = z
  .strictObject({ sheets: whole.min(1).max(10_000), ...because })
  .meta({ id: 'SpoiledSheets' });
