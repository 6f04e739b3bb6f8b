import { z } from 'zod';
import { localDateSchema } from '#domain/options-schema';

/** Days between which something happened, both counted in, as the print room's clock counts them. */
export const periodShape = {
  from: localDateSchema.optional().describe('First day, by the clock of the print room'),
  to: localDateSchema.optional().describe('Last day'),
};

/** Orders and letters are told newest first: a page goes on behind the last row of the page before. */
export const backwardsShape = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows of the page'),
};
