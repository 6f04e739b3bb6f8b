import { z } from 'zod';
import { siteCase } from './cases.ts';
import { mostItems } from '../machines/carrier-files.ts';
import { because, depositState, standing, trayState, waits, whole } from './floor.ts';
import { code, day, givenMoment, idOf, mode, moment, pageOf, pageQuery, yesNo } from './shapes.ts';

const counted = whole.nullable();

export const depositQuery = pageQuery.extend({
  state: depositState.optional(),
  open: yesNo.optional().describe('true: only deposits that are not settled'),
  standing: standing.optional(),
  leftOn: day.optional().describe("Those that left on that day of the site's calendar"),
  needsOperator: yesNo.optional().describe('true: only deposits to which an operator was called'),
  operatorReason: code.optional(),
});
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
    acknowledgedBy: z.enum(['carrier', 'operator']).nullable().describe('Its file, or its stamped slip typed in'),
    hasSlip: z.boolean(),
    needsOperator: z.boolean(),
    operatorReason: z.string().nullable(),
  })
  .meta({ id: 'Deposit' });
export type DepositView = z.output<typeof deposit>;
export const depositPage = pageOf(deposit);
export const depositWhole = deposit
  .extend({
    trays: z.array(z.object({ id: z.string(), number: whole, state: trayState, pieces: whole })),
    cases: z.array(siteCase),
  })
  .meta({ id: 'DepositWhole' });
export type DepositWhole = z.output<typeof depositWhole>;

const windowCode = z.string().trim().min(1).max(60);
/** The carrier's stamped slip as a person types it in: when, what it counted, and the window codes of what differs. */
export const stampedSlip = z
  .strictObject({
    acceptedAt: givenMoment.describe('Date and hour on the stamp'),
    found: z
      .array(
        z.strictObject({ product: z.string().min(1).max(40), band: whole.min(0), count: whole.min(0).max(mostItems) }),
      )
      .max(200)
      .describe(
        'What the carrier counted by product and weight band (g), each once, without what it missed or refused; in all no more than declared and a tenth (at least 100)',
      ),
    missing: z.array(windowCode).max(5000).default([]),
    refused: z
      .array(z.strictObject({ windowCode, reason: code }))
      .max(5000)
      .default([]),
    ...because,
  })
  .meta({ id: 'StampedSlip' });
export type StampedSlipBody = z.output<typeof stampedSlip>;
