import { z } from 'zod';
import { standing, waits, whole } from './floor.ts';
import { idOf, moment, pageOf, pageQuery } from './shapes.ts';

export const floorOrder = z
  .object({
    id: idOf('order'),
    accountId: idOf('account'),
    state: z.string(),
    ...waits,
    letterCount: whole,
    openLetters: whole,
    submittedAt: moment.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'FloorOrder' });
export type FloorOrder = z.output<typeof floorOrder>;
export const floorOrderQuery = pageQuery.extend({
  state: z.enum(['submitted', 'in_progress', 'ended', 'refused', 'cancelled']).optional(),
  standing: standing.optional(),
});
export type FloorOrderQuery = z.output<typeof floorOrderQuery>;
export const floorOrderPage = pageOf(floorOrder);
