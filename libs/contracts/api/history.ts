import { z } from 'zod';
import { letterRow } from './letters.ts';
import { orderRow, orderState } from './orders.ts';
import { backwardsShape, periodShape } from './periods.ts';
import { idOf, moment, pageOf } from './shapes.ts';
import { contentKinds, costCentreKey, letterFilters, spreadsheetShape } from './statistics.ts';

const letterChoice = {
  ...periodShape,
  ...letterFilters,
  orderId: idOf('order').optional(),
  personId: idOf('person').optional().describe('Who made the order; keys are nobody'),
};
export const letterHistoryQuery = z.strictObject({
  ...backwardsShape,
  before: idOf('letter').optional().describe('`next` of the page before'),
  ...letterChoice,
});
export type LetterHistoryQuery = z.output<typeof letterHistoryQuery>;
export const letterHistoryFileQuery = z.strictObject({ ...letterChoice, ...spreadsheetShape });
export type LetterHistoryFileQuery = z.output<typeof letterHistoryFileQuery>;

export const letterHistoryRow = letterRow
  .extend({
    submittedAt: moment,
    content: z.enum(contentKinds),
    recipient: z.string().nullable().describe('Null once erased'),
    clientReference: z.string().nullable().describe('Its own, else its order’s'),
    costCentre: z.string().nullable(),
    sheets: z.int().nullable(),
    envelope: z.string().nullable(),
    weightMg: z.int().nullable(),
    postageCents: z.int().nullable(),
    depositDay: z.string().nullable().describe('J'),
    erasedAt: moment.nullable(),
    archivedFileId: idOf('archived_file').nullable().describe('Its file, when it is kept in the archive'),
  })
  .meta({ id: 'LetterHistoryRow' });
export type LetterHistoryRow = z.output<typeof letterHistoryRow>;
export const letterHistoryPage = pageOf(letterHistoryRow).extend({
  total: z
    .int()
    .nullable()
    .describe('Letters of all pages; null when an order or a person is named, and to who sees their own alone'),
});

const orderChoice = {
  ...periodShape,
  state: orderState.exclude(['draft', 'deleted']).optional(),
  service: letterFilters.service,
  costCentre: letterFilters.costCentre,
  personId: idOf('person').optional().describe('Who made the order; keys are nobody'),
};
export const orderHistoryQuery = z.strictObject({
  ...backwardsShape,
  before: idOf('order').optional().describe('`next` of the page before'),
  ...orderChoice,
});
export type OrderHistoryQuery = z.output<typeof orderHistoryQuery>;
export const orderHistoryFileQuery = z.strictObject({ ...orderChoice, ...spreadsheetShape });
export type OrderHistoryFileQuery = z.output<typeof orderHistoryFileQuery>;

export const orderHistoryRow = orderRow
  .extend({
    submittedAt: moment,
    service: z.string(),
    clientReference: z.string().nullable(),
    costCentre: z.string().nullable(),
    personId: z.string().nullable().describe('Who made it; null: a key'),
    openLetters: z.int().describe('Letters that have not come to rest'),
    archive: z.enum(['none', 'simple']),
  })
  .meta({ id: 'OrderHistoryRow' });
export type OrderHistoryRow = z.output<typeof orderHistoryRow>;
export const orderHistoryPage = pageOf(orderHistoryRow);

/** What history and statistics may be chosen by, as far as the account's own orders tell. */
export const historyChoices = z
  .object({
    persons: z
      .array(z.object({ id: z.string(), name: z.string().nullable().describe('Null: who has left') }))
      .describe('Who has made orders'),
    firstDay: z.string().nullable().describe('Of the first letter that was submitted'),
    costCentres: z
      .array(z.object({ key: costCentreKey, costCentre: z.string(), label: z.string().nullable() }))
      .describe('Cost centres that orders have named'),
  })
  .meta({ id: 'HistoryChoices' });
export type HistoryChoices = z.output<typeof historyChoices>;
