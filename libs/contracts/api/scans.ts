import { z } from 'zod';
import { scanActions } from '#domain/scan-advice';
import { because, depositState, lotState, whole } from './floor.ts';
import { piece } from './pieces.ts';
import { tray } from './trays.ts';

/** A code of ours as the scanner read it: letters, digits and strokes. */
const scannedCode = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .describe('As read: the window code of an envelope, the code of a sheet, a tray, a lot or a deposit slip')
  .meta({ examples: ['W/PAR1/123/45/1/K'] });

export const scan = z.strictObject({ code: scannedCode }).meta({ id: 'Scan' });
export type Scan = z.output<typeof scan>;

export const advice = z
  .object({
    do: z.enum(scanActions),
    tray: z
      .object({ id: z.string(), number: whole })
      .nullable()
      .describe('The open tray into which it goes if it is good'),
    sentence: z.string(),
  })
  .meta({ id: 'Advice' });

/** What a scanned code is, and what to do with what bears it. */
export const scanned = z
  .object({
    kind: z.enum(['window', 'sheet', 'tray', 'lot', 'deposit']),
    piece: piece.nullable(),
    tray: tray.nullable(),
    lot: z.object({ id: z.string(), number: whole, state: lotState }).nullable(),
    deposit: z.object({ id: z.string(), number: whole, state: depositState }).nullable(),
    putAside: z.boolean().describe('Whether this scan made a copy that was counted as dead a diverted one'),
    advice,
  })
  .meta({ id: 'Scanned' });
export type ScannedView = z.output<typeof scanned>;

export const scanIntoTray = z
  .strictObject({
    windowCode: scannedCode,
    reason: because.reason.default('scanned_into_tray'),
    text: because.text,
  })
  .meta({ id: 'ScanIntoTray' });
export type ScanIntoTrayBody = z.output<typeof scanIntoTray>;

export const scannedIntoTray = z
  .object({
    outcome: z
      .enum(['trayed', 'already_there', 'reappeared'])
      .describe('reappeared: it was counted as dead and is put aside; it must be spoiled'),
    piece,
    tray,
    advice,
  })
  .meta({ id: 'ScannedIntoTray' });
export type ScannedIntoTray = z.output<typeof scannedIntoTray>;
