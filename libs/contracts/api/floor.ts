import { z } from 'zod';
import {
  depositStates,
  lotStates,
  pieceStates,
  trayStates,
  type DepositState,
  type LotState,
  type PieceState,
  type TrayState,
} from '#domain/life-cycles';
import { waiting } from './letters.ts';
import { code, idOf, jsonObject, mode, moment, pageOf, pageQuery } from './shapes.ts';

const keysOf = <K extends string>(states: Record<K, unknown>) => z.enum(Object.keys(states) as [K, ...K[]]);
export const lotState = keysOf<LotState>(lotStates);
export const pieceState = keysOf<PieceState>(pieceStates);
export const trayState = keysOf<TrayState>(trayStates);
export const depositState = keysOf<DepositState>(depositStates);

/** Why a person does something: a code for the ledger, and words that can be erased. */
const because = {
  reason: code
    .describe('Code of the reason; the ledger keeps it')
    .meta({ examples: ['window_checked', 'torn', 'operator_release'] }),
  text: z.string().trim().max(1000).optional().describe('In words; kept apart, erasable'),
};
export const becauseOnly = z.strictObject(because).meta({ id: 'Because' });
export type Because = z.output<typeof becauseOnly>;

const waits = { since: moment, until: moment.nullable(), waiting: waiting.nullable() };
const n = z.number().int();
const counted = n.nullable();

export const lotQuery = pageQuery.extend({
  state: lotState.optional(),
  open: z.enum(['true', 'false']).optional().describe('true: only lots that are not closed'),
});
export type LotQuery = z.output<typeof lotQuery>;

export const lot = z
  .object({
    id: idOf('lot'),
    number: n,
    mode,
    kind: z.string(),
    key: jsonObject.describe('All that its pieces have in common'),
    state: lotState,
    ...waits,
    pieces: n,
    sheets: n,
    plannedDepositDate: z.string(),
    reprintOf: z.string().nullable(),
    needsOperator: z.boolean(),
    operatorReason: z.string().nullable(),
    balances: z.object({
      sheets: z.object({ printed: counted, good: counted, spoiled: counted, banner: counted, duplicate: counted }),
      pieces: z.object({ planned: n, good: counted, spoiled: counted, voided: counted }),
      envelopes: z.object({ used: counted, good: counted, spoiled: counted }),
    }),
    createdAt: moment,
  })
  .meta({ id: 'Lot' });
export type LotView = z.output<typeof lot>;
export const lotPage = pageOf(lot);
export const lotWhole = lot
  .extend({
    piecesByState: z.record(z.string(), n),
    trays: z.array(z.object({ id: z.string(), number: n, position: n, state: trayState, pieces: n })),
  })
  .meta({ id: 'LotWhole' });
export type LotWhole = z.output<typeof lotWhole>;

export const spoiledSheets = z.strictObject({ sheets: n.min(1).max(10_000), ...because }).meta({ id: 'SpoiledSheets' });

export const poolGroup = z
  .object({
    lotKey: z.string(),
    letters: n,
    sheets: n,
    oldestSince: moment,
    earliestUntil: moment.nullable(),
  })
  .meta({ id: 'PoolGroup' });
export const pool = z.object({ groups: z.array(poolGroup) });
export const poolRelease = z
  .strictObject({
    lotKey: z.string().max(2000).optional().describe('Only letters of this key; all when left out'),
    ...because,
  })
  .meta({ id: 'PoolRelease' });

export const pieceQuery = pageQuery.extend({
  state: z
    .union([pieceState, z.literal('unresolved'), z.literal('any')])
    .default('unresolved')
    .describe('unresolved: suspect and diverted'),
  lotId: idOf('lot').optional(),
});
export type PieceQuery = z.output<typeof pieceQuery>;

/** A copy as the floor sees it: codes, counts and the postcode; the address and the page are masked. */
export const piece = z
  .object({
    id: z.string().describe('Its letter and copy number'),
    letterId: idOf('letter'),
    copy: n,
    lotId: idOf('lot'),
    lotNumber: n,
    position: n,
    state: pieceState,
    ...waits,
    windowCode: z.string(),
    sheets: n,
    weightMg: n,
    weightBand: n,
    service: z.string(),
    postcode: z.string(),
    trayId: z.string().nullable(),
    depositId: z.string().nullable(),
    registeredNumber: z.string().nullable(),
    mark: n.nullable(),
    frankedAt: moment.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Piece' });
export type PieceView = z.output<typeof piece>;
export const piecePage = pageOf(piece);

/** What a person found out about a copy. */
export const finding = z
  .discriminatedUnion('found', [
    z.strictObject({ found: z.literal('printed').describe('Its sheets lie in the stack of the lot'), ...because }),
    z.strictObject({
      found: z.literal('trayed').describe('A good closed envelope, in the tray of that number'),
      tray: n.min(1),
      ...because,
    }),
    z.strictObject({ found: z.literal('spoiled').describe('Opened or damaged: in the sealed bin'), ...because }),
    z.strictObject({ found: z.literal('voided').describe('It never became paper'), ...because }),
  ])
  .meta({ id: 'Finding' });
export type FindingBody = z.output<typeof finding>;

export const trayQuery = pageQuery.extend({ state: trayState.optional() });
export type TrayQuery = z.output<typeof trayQuery>;
export const tray = z
  .object({
    id: idOf('tray'),
    number: n,
    kind: z.string(),
    state: trayState,
    ...waits,
    lotId: idOf('lot'),
    position: n,
    product: z.string(),
    carrierContract: z.string(),
    pieces: n,
    depositId: z.string().nullable(),
    sealedAt: moment.nullable(),
  })
  .meta({ id: 'Tray' });
export type TrayView = z.output<typeof tray>;
export const trayPage = pageOf(tray);

export const depositQuery = pageQuery.extend({ state: depositState.optional() });
export type DepositQuery = z.output<typeof depositQuery>;
export const deposit = z
  .object({
    id: idOf('deposit'),
    number: n,
    mode,
    state: depositState,
    ...waits,
    slotAt: moment,
    carrierContract: z.string(),
    pieces: n,
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
    trays: z.array(z.object({ id: z.string(), number: n, state: trayState, pieces: n })),
    cases: z.array(depositCase),
  })
  .meta({ id: 'DepositWhole' });
export type DepositWhole = z.output<typeof depositWhole>;

export const floorOrder = z
  .object({
    id: idOf('order'),
    accountId: idOf('account'),
    state: z.string(),
    ...waits,
    letterCount: n,
    openLetters: n,
    submittedAt: moment.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'FloorOrder' });
export type FloorOrder = z.output<typeof floorOrder>;
export const floorOrderQuery = pageQuery.extend({
  state: z.enum(['submitted', 'in_progress', 'ended', 'refused']).optional(),
});
export type FloorOrderQuery = z.output<typeof floorOrderQuery>;
export const floorOrderPage = pageOf(floorOrder);
