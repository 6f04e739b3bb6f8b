import { z } from 'zod';
import { firstOff } from './first-offs.ts';
import { because, lotState, standing, trayState, waits, whole } from './floor.ts';
import { code, idOf, jsonObject, mode, moment, pageOf, pageQuery, yesNo } from './shapes.ts';

const counted = whole.nullable();

export const lotQuery = pageQuery.extend({
  state: lotState.optional(),
  open: yesNo.optional().describe('true: only lots that are not closed'),
  standing: standing.optional(),
  needsOperator: yesNo.optional().describe('true: only lots to which an operator was called'),
  operatorReason: code.optional(),
  firstOff: z
    .enum(['missing', 'failed'])
    .optional()
    .describe(
      'missing: lots on the inserter or behind it of which nobody has signed the first envelope; failed: its last one was not in order',
    ),
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
    standing: standing.nullable().describe('Null once it is closed'),
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
    paperGrammage: whole.nullable().describe('g/m² of its paper; null when that stock is not kept any more'),
    reprintOfNumber: whole.nullable(),
    piecesByState: z.record(z.string(), whole),
    firstOffs: z.array(firstOff).describe('Signatures of its first envelopes, the last one last'),
    trays: z.array(z.object({ id: z.string(), number: whole, position: whole, state: trayState, pieces: whole })),
  })
  .meta({ id: 'LotWhole' });
export type LotWhole = z.output<typeof lotWhole>;

export const spoiledSheets = z
  .strictObject({ sheets: whole.min(1).max(10_000), ...because })
  .meta({ id: 'SpoiledSheets' });
