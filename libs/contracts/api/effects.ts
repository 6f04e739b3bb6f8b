import { z } from 'zod';
import { caseDecision } from './cases.ts';
import { stampedSlip } from './deposits.ts';
import { whole } from './floor.ts';
import { finding } from './pieces.ts';
import { poolRelease } from './pool.ts';
import { becauseOnly } from './floor.ts';
import { spoiledSheets } from './lots.ts';
import { scanIntoTray } from './scans.ts';
import { idOf } from './shapes.ts';

const pieceId = z.string().regex(/^let_[0-9a-z]{26}\.[1-9][0-9]{0,3}$/, 'A letter’s id, a dot and the copy number');

/** An action of the floor as it would be done: the thing, and the body of its route. */
export const intendedAction = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('resolve_piece'), id: pieceId, body: finding }),
    z.strictObject({ action: z.literal('release_pool'), body: poolRelease }),
    z.strictObject({ action: z.literal('spoil_sheets'), id: idOf('lot'), body: spoiledSheets }),
    z.strictObject({ action: z.literal('scan_into_tray'), id: idOf('tray'), body: scanIntoTray }),
    z.strictObject({ action: z.literal('seal_tray'), id: idOf('tray'), body: becauseOnly }),
    z.strictObject({ action: z.literal('break_seal'), id: idOf('tray'), body: becauseOnly }),
    z.strictObject({ action: z.literal('decide_case'), id: idOf('case'), body: caseDecision }),
    z.strictObject({ action: z.literal('acknowledge'), id: idOf('deposit'), body: stampedSlip }),
  ])
  .meta({ id: 'IntendedAction' });
export type IntendedAction = z.output<typeof intendedAction>;

/** One thing that would change. */
export const effect = z
  .object({
    about: z.string().describe('piece, letter, lot, tray, deposit, case, registered_number, postage_entry, site'),
    id: z.string(),
    name: z
      .string()
      .describe('How the floor calls it: a window code, a number of lot, tray or deposit, a registered number'),
    event: z.string().describe('What the ledger would tell'),
    from: z.string().nullable().describe('Its state now'),
    to: z.string().nullable().describe('Its state then'),
    tray: whole.nullable().describe('Number of the tray it would go into'),
    cents: whole.nullable().describe('Postage it is about'),
    letterLeaves: z.boolean().nullable().describe('Of a dead copy: whether its letter gets a next one'),
  })
  .meta({ id: 'Effect' });
export type Effect = z.output<typeof effect>;

export const effects = z
  .object({
    possible: z.boolean(),
    refusal: z.object({ code: z.string(), detail: z.string() }).nullable().describe('Why it would be refused'),
    changes: z.array(effect).describe('At most 100; `more` tells of the rest'),
    more: whole,
    lots: z
      .array(z.object({ lotKey: z.string(), pieces: whole, sheets: whole, trays: whole }))
      .nullable()
      .describe('Of a release: the lots that would form at once'),
    sheets: z
      .object({ printed: whole, toldBefore: whole, toldThen: whole })
      .nullable()
      .describe('Of spoiled sheets: printed, and told as spoiled by people'),
    count: z
      .object({ declared: whole, accepted: whole, missing: whole, refused: whole, unexplained: whole })
      .nullable()
      .describe('Of a stamped slip: what would be accepted, and the cases that would open'),
  })
  .meta({ id: 'Effects' });
export type Effects = z.output<typeof effects>;
