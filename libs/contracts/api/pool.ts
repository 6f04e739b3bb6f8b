import { z } from 'zod';
import { because, whole } from './floor.ts';
import { moment } from './shapes.ts';

export const poolGroup = z
  .object({
    lotKey: z.string(),
    letters: whole,
    sheets: whole,
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
