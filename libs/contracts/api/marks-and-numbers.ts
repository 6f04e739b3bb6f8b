import { z } from 'zod';
import { pieceState, whole } from './floor.ts';
import { idOf, moment, pageOf, pageQuery } from './shapes.ts';

/** A franking mark of a copy that will never be posted: the carrier is asked to refund it. */
export const refund = z
  .object({
    id: z.string().describe('The copy'),
    letterId: idOf('letter'),
    copy: whole,
    carrierContract: z.string(),
    frankingMode: z.string(),
    counterId: idOf('postage_counter'),
    mark: whole.describe('Value of the counter'),
    markDate: z.string(),
    cents: whole,
    pieceState,
    reason: z.string().nullable().describe('Code of why the copy is dead'),
    since: moment.describe('When it died'),
  })
  .meta({ id: 'Refund' });
export type RefundView = z.output<typeof refund>;
export const refundPage = pageOf(refund).extend({
  total: z.object({ marks: whole, cents: whole }).describe('Of all that are due, on whatever page'),
});
export type RefundPage = z.output<typeof refundPage>;

const numberStates = ['assigned', 'used', 'void'] as const;
export const numberQuery = pageQuery.extend({
  state: z
    .enum(numberStates)
    .optional()
    .describe('assigned: on a copy that the carrier has not accepted yet; used: accepted; void: never to be used'),
});
export type NumberQuery = z.output<typeof numberQuery>;
export const registeredNumber = z
  .object({
    id: z.string().describe('The copy that bears it'),
    number: z.string(),
    rangeId: idOf('number_range'),
    state: z.enum(numberStates),
    letterId: idOf('letter'),
    copy: whole,
    pieceState,
    assignedAt: moment,
    voidedAt: moment.nullable(),
    reason: z.string().nullable().describe('Code of why the copy is dead, of a void number'),
  })
  .meta({ id: 'RegisteredNumber' });
export type RegisteredNumberView = z.output<typeof registeredNumber>;
export const registeredNumberPage = pageOf(registeredNumber).extend({
  total: z.object({ assigned: whole, used: whole, void: whole, free: whole }).describe('Of all ranges of the site'),
});
export type RegisteredNumberPage = z.output<typeof registeredNumberPage>;
