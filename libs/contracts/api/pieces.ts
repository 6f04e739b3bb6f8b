import { z } from 'zod';
import { because, pieceState, standing, waits, whole } from './floor.ts';
import { letterState } from './letters.ts';
import { code, day, idOf, moment, pageOf, pageQuery } from './shapes.ts';

export const pieceQuery = pageQuery.extend({
  state: z
    .union([pieceState, z.literal('unresolved'), z.literal('any')])
    .optional()
    .describe('unresolved (suspect and diverted) unless told, or any when a code or tray is'),
  lotId: idOf('lot').optional(),
  trayId: idOf('tray').optional(),
  depositId: idOf('deposit').optional(),
  dueBy: day.optional().describe('Planned for a deposit of that day or before'),
  reason: code.optional().describe('Code of why it is in its state'),
  standing: standing.optional(),
  code: z.string().trim().max(60).optional().describe('A window or sheet code as it was read'),
});
export type PieceQuery = z.output<typeof pieceQuery>;

/** A copy as the floor sees it: codes, counts and the postcode; the address and the page are masked. */
export const piece = z
  .object({
    id: z.string().describe('Its letter and copy number'),
    letterId: idOf('letter'),
    copy: whole,
    lotId: idOf('lot'),
    lotNumber: whole,
    position: whole,
    state: pieceState,
    ...waits,
    letterState,
    windowCode: z.string(),
    sheets: whole,
    weightMg: whole,
    weightBand: whole,
    service: z.string(),
    postcode: z.string(),
    product: z.string(),
    carrierContract: z.string(),
    trayId: z.string().nullable(),
    trayNumber: whole.nullable(),
    depositId: z.string().nullable(),
    registeredNumber: z.string().nullable(),
    mark: whole.nullable(),
    frankedAt: moment.nullable(),
    reason: z.string().nullable(),
    reappearedAt: moment.nullable().describe('Counted as dead before, and turned up again: it may only be spoiled'),
  })
  .meta({ id: 'Piece' });
export type PieceView = z.output<typeof piece>;
export const piecePage = pageOf(piece);

/** What a person found out about a copy. */
export const finding = z
  .discriminatedUnion('found', [
    z.strictObject({ found: z.literal('printed').describe('Its sheets lie in the stack of the lot'), ...because }),
    z.strictObject({
      found: z
        .literal('trayed')
        .describe(
          'A good closed envelope, in the open tray of that number: of its lot, or of its product and contract',
        ),
      tray: whole.min(1),
      ...because,
    }),
    z.strictObject({ found: z.literal('spoiled').describe('Opened or damaged: in the sealed bin'), ...because }),
    z.strictObject({ found: z.literal('voided').describe('It never became paper'), ...because }),
  ])
  .meta({ id: 'Finding' });
export type FindingBody = z.output<typeof finding>;
