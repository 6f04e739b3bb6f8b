import { z } from 'zod';
import { depositState, trayState, waits, whole } from './floor.ts';
import { idOf, mode, moment, pageOf, pageQuery } from './shapes.ts';

const counted = whole.nullable();

export const depositQuery = pageQuery.extend({ state: depositState.optional() });
export type DepositQuery = z.output<typeof depositQuery>;
export const deposit = z
  .object({
    id: idOf('deposit'),
    number: whole,
    mode,
    state: depositState,
    ...waits,
    slotAt: moment,
    carrierContract: z.string(),
    pieces: whole,
    declared: z.unknown().describe('As the slip says: count and mean mass by product and band'),
    found: z.unknown().describe('What the carrier counted'),
    leftAt: moment.nullable(),
    acceptedAt: moment.nullable(),
    depositDay: z.string().nullable(),
    piecesAccepted: counted,
    hasSlip: z.boolean(),
    needsOperator: z.boolean(),
    operatorReason: z.string().nullable(),
  })
  .meta({ id: 'Deposit' });
export type DepositView = z.output<typeof deposit>;
export const depositPage = pageOf(deposit);
export const depositCase = z
  .object({
    id: idOf('case'),
    kind: z.string(),
    pieceId: z.string().nullable(),
    state: z.enum(['open', 'closed']),
    until: moment.nullable(),
    outcome: z.string().nullable(),
    createdAt: moment,
    closedAt: moment.nullable(),
  })
  .meta({ id: 'DepositCase' });
export const depositWhole = deposit
  .extend({
    trays: z.array(z.object({ id: z.string(), number: whole, state: trayState, pieces: whole })),
    cases: z.array(depositCase),
  })
  .meta({ id: 'DepositWhole' });
export type DepositWhole = z.output<typeof depositWhole>;
