import { z } from 'zod';
import { whole } from './floor.ts';
import { idOf, moment } from './shapes.ts';

/** The address and the pages of a letter, for a few minutes, to the person who said why. */
export const revealed = z
  .object({
    letterId: idOf('letter'),
    until: moment.describe('Refused from then on'),
    reason: z.string(),
    address: z.array(z.string()).describe('Its lines as they are printed'),
    pages: whole.nullable().describe('Pages that can be looked at; null while it is not composed'),
  })
  .meta({ id: 'Revealed' });
export type RevealedView = z.output<typeof revealed>;
