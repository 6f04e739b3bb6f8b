import { z } from 'zod';
import { postalAddressSchema } from '#domain/address-schema';
import { orderStates, type OrderState } from '#domain/life-cycles';
import { orderOptionsChangeSchema, orderOptionsSchema } from '#domain/options-schema';
import { acceptedWarnings, LETTERS_A_CALL, letterReceipt, newLetter, waiting } from './letters.ts';
import { idOf, jsonObject, mode, moment, pageOf, pageQuery, sort } from './shapes.ts';

const siteId = idOf('site')
  .optional()
  .describe('The print room; needed only when the account has contracts with several');

export const newOrder = z
  .strictObject({
    options: orderOptionsSchema.prefault({}).describe('For all its letters; what is left out is the default'),
    siteId,
    sender: postalAddressSchema.optional().describe('For the letters of this call that name none'),
    letters: z.array(newLetter).max(LETTERS_A_CALL).default([]),
    accept: acceptedWarnings.default([]).describe('Warnings accepted for all its letters, by code'),
    submit: z
      .boolean()
      .default(false)
      .describe('Makes it firm with this call: nothing is stored unless all of it can be made'),
  })
  .meta({ id: 'NewOrder' });
export type NewOrder = z.output<typeof newOrder>;

/** Options that a draft may be without. */
const dispensable = ['costCentre', 'clientReference', 'sendDate', 'backgroundPage'] as const;

export const orderChange = z
  .strictObject({
    options: orderOptionsChangeSchema,
    without: z.array(z.enum(dispensable)).max(4).default([]).describe('Options to take back'),
  })
  .meta({ id: 'OrderChange' });
export type OrderChange = z.output<typeof orderChange>;
export const orderSubmission = z
  .strictObject({
    siteId,
    accept: acceptedWarnings.default([]).describe('Warnings accepted for all its letters, by code'),
    importErrors: z
      .literal('leave_out')
      .optional()
      .describe('Submits although rows of imported files were left out; without it that is refused'),
  })
  .meta({ id: 'OrderSubmission' });
export type OrderSubmission = z.output<typeof orderSubmission>;

export const orderState = z.enum(Object.keys(orderStates) as [OrderState, ...OrderState[]]);

/** What a call that made or submitted an order answers; the same each time it is repeated. */
export const orderReceipt = z
  .object({
    id: idOf('order'),
    state: orderState,
    mode,
    siteId: z.string().nullable().describe('Taken at submission'),
    letterCount: z.number().int(),
    letters: z.array(letterReceipt).describe('Those of this call'),
    submittedAt: moment.nullable(),
    deadlineAt: moment.nullable().describe('When its letters are composed and checked at the latest'),
  })
  .meta({ id: 'OrderReceipt' });
export type OrderReceipt = z.output<typeof orderReceipt>;

export const orderRow = z
  .object({
    id: idOf('order'),
    state: orderState,
    since: moment,
    mode,
    siteId: z.string().nullable(),
    letterCount: z.number().int(),
    openLetters: z.number().int().describe('Letters that have not come to rest yet; 0 for a draft'),
    clientReference: z.string().nullable(),
    createdAt: moment,
    submittedAt: moment.nullable(),
    deadlineAt: moment.nullable(),
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.output<typeof orderRow>;
export const orderPage = pageOf(orderRow);

export const order = orderRow
  .extend({
    options: jsonObject,
    costCentre: z.string().nullable(),
    lettersByState: z.record(z.string(), z.number().int()),
    reason: z.string().nullable(),
    reasonText: z.string().nullable().describe('What the provider wrote when it refused the order'),
    waiting: waiting.nullable(),
  })
  .meta({ id: 'Order' });
export type Order = z.output<typeof order>;

export const orderQuery = pageQuery.extend({ sort, state: orderState.optional() });
export type OrderQuery = z.output<typeof orderQuery>;
