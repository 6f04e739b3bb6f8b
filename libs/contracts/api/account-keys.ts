import { z } from 'zod';
import { keyScopesOf, keyView } from './keys.ts';
import { displayName, pageOf } from './shapes.ts';

/** A key of the caller's own account, in the mode of the desk. */
export const newAccountKey = z
  .strictObject({
    name: displayName.describe('Which program uses it, for people'),
    scopes: z
      .array(z.enum(keyScopesOf.customer))
      .min(1)
      .optional()
      .describe('What it may do, no more than you may; everything of that when left out'),
  })
  .meta({ id: 'NewAccountKey' });
export type NewAccountKey = z.output<typeof newAccountKey>;

export const accountKeyMade = keyView
  .extend({
    secret: z
      .string()
      .nullable()
      .describe('The key itself, shown now and never again: null when the same request is answered once more'),
  })
  .meta({ id: 'AccountKeyMade' });
export const accountKeyPage = pageOf(keyView);
