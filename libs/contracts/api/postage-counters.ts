import { z } from 'zod';
import { frankingModes } from '#domain/franking';
import { code, idOf, mode, pageOf } from './shapes.ts';

/** Counts the marks of a site under a carrier contract and franking mode. There is one of each. */
export const newPostageCounter = z
  .strictObject({ siteId: idOf('site'), carrierContract: code, franking: z.enum(frankingModes) })
  .meta({ id: 'NewPostageCounter' });

export const postageCounter = z
  .object({
    id: idOf('postage_counter'),
    siteId: idOf('site'),
    mode,
    carrierContract: z.string(),
    franking: z.enum(frankingModes),
    lastMark: z.number().int(),
  })
  .meta({ id: 'PostageCounter' });
export type PostageCounter = z.output<typeof postageCounter>;
export const postageCounterPage = pageOf(postageCounter);
