import { z } from 'zod';
import { carrierProducts } from '#domain/services';
import { because, standing, trayState, waits, whole } from './floor.ts';
import { idOf, moment, pageOf, pageQuery, yesNo } from './shapes.ts';

export const trayQuery = pageQuery.extend({
  state: trayState.optional(),
  open: yesNo.optional().describe('true: only trays that are not settled'),
  standing: standing.optional(),
  byHand: yesNo.optional().describe('true: open trays that no lot fills: a seal was broken, or a person opened them'),
});
export type TrayQuery = z.output<typeof trayQuery>;
export const tray = z
  .object({
    id: idOf('tray'),
    number: whole,
    code: z.string().describe('As on its label'),
    kind: z.string(),
    state: trayState,
    ...waits,
    lotId: idOf('lot').nullable().describe('null for a tray that a person opened'),
    position: whole,
    product: z.string(),
    carrierContract: z.string(),
    pieces: whole.describe('Planned for it; once sealed, those in it'),
    inside: whole.describe('Pieces that lie in it'),
    coming: whole.describe(
      'Pieces planned for it that are still to come or to be resolved: it cannot be sealed before',
    ),
    depositId: z.string().nullable(),
    sealedAt: moment.nullable(),
    standing: standing.nullable().describe('Null once it is settled'),
    sealBrokenAt: moment.nullable().describe('Since when a tray that was sealed is open again'),
  })
  .meta({ id: 'Tray' });
export type TrayView = z.output<typeof tray>;
export const trayPage = pageOf(tray);

export const newTray = z
  .strictObject({
    product: z.enum(carrierProducts),
    carrierContract: z.string().trim().min(1).max(60).describe('As the piece shows it'),
    ...because,
  })
  .meta({ id: 'NewTray' });
export type NewTray = z.output<typeof newTray>;
