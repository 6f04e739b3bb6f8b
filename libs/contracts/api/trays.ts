import { z } from 'zod';
import { trayState, waits, whole } from './floor.ts';
import { idOf, moment, pageOf, pageQuery } from './shapes.ts';

export const trayQuery = pageQuery.extend({ state: trayState.optional() });
export type TrayQuery = z.output<typeof trayQuery>;
export const tray = z
  .object({
    id: idOf('tray'),
    number: whole,
    kind: z.string(),
    state: trayState,
    ...waits,
    lotId: idOf('lot').nullable().describe('null for a tray that a person opened'),
    position: whole,
    product: z.string(),
    carrierContract: z.string(),
    pieces: whole,
    depositId: z.string().nullable(),
    sealedAt: moment.nullable(),
    sealBrokenAt: moment.nullable().describe('Since when a tray that was sealed is open again'),
  })
  .meta({ id: 'Tray' });
export type TrayView = z.output<typeof tray>;
export const trayPage = pageOf(tray);
