import { z } from 'zod';
import { idOf, mode, moment, pageOf } from './shapes.ts';

const serial = z.number().int().min(1).max(99_999_999);

/** Numbers for registered mail in the form of UPU S10. They come from the carrier; a test site takes a specimen range. */
export const newNumberRange = z
  .strictObject({
    siteId: idOf('site'),
    kind: z.literal('s10'),
    prefix: z.string().regex(/^R[A-Z]$/, 'RA to RZ'),
    country: z.string().regex(/^[A-Z]{2}$/, 'Two capitals'),
    first: serial,
    last: serial,
  })
  .refine(({ first, last }) => first <= last, { path: ['last'], message: 'The last number is not before the first' })
  .meta({ id: 'NewNumberRange' });
export type NewNumberRange = z.output<typeof newNumberRange>;

export const numberRange = z
  .object({
    id: idOf('number_range'),
    siteId: idOf('site'),
    mode,
    kind: z.literal('s10'),
    prefix: z.string(),
    country: z.string(),
    first: z.number().int(),
    last: z.number().int(),
    next: z.number().int().describe('The next number it gives; last + 1 when it is used up'),
    createdAt: moment,
  })
  .meta({ id: 'NumberRange' });
export type NumberRangeView = z.output<typeof numberRange>;
export const numberRangePage = pageOf(numberRange);
