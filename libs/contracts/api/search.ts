import { z } from 'zod';
import { letterRow } from './letters.ts';
import { orderRow } from './orders.ts';
import { idOf } from './shapes.ts';

/** What is looked for. In a body, because a name never stands in a URL. */
export const searchText = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .describe(
        'As typed or scanned: an id, reference, name, registered or tracking number, or a code that Pli printed',
      )
      .meta({ examples: ['RK 12 345 678 5 FR'] }),
    limit: z.number().int().min(1).max(100).default(20).describe('Most of each kind'),
  })
  .meta({ id: 'SearchText' });
export type SearchQuery = z.output<typeof searchText>;

export const foundLetter = letterRow
  .extend({
    recipientName: z.string().nullable().describe('null once erased'),
    clientReference: z.string().nullable(),
    by: z.enum(['id', 'code', 'number', 'reference', 'deposit', 'name']).describe('By what it was found'),
  })
  .meta({ id: 'FoundLetter' });
export type FoundLetter = z.output<typeof foundLetter>;

export const found = z
  .object({
    open: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('letter'), id: idOf('letter') }),
        z.object({ kind: z.literal('order'), id: idOf('order') }),
      ])
      .nullable()
      .describe('The one thing that a number means: open it at once'),
    orders: z.array(orderRow.extend({ clientReference: z.string().nullable() }).meta({ id: 'FoundOrder' })),
    letters: z.array(foundLetter),
    more: z.boolean().describe('Whether there are further ones: say more of what you look for'),
  })
  .meta({ id: 'Found' });
export type Found = z.output<typeof found>;

/** Something of the print room that has a number. */
export const foundAtSite = z
  .object({
    kind: z.enum(['letter', 'order', 'lot', 'tray', 'deposit', 'case']),
    id: z.string(),
    number: z.number().int().nullable().describe('Of a lot, tray or deposit'),
    state: z.string(),
    by: z.enum(['id', 'code', 'number', 'mark']),
    copy: z.number().int().nullable().describe('Of its letter, when a code or number names one copy'),
  })
  .meta({ id: 'FoundAtSite' });
export type FoundAtSite = z.output<typeof foundAtSite>;

export const siteFound = z
  .object({
    open: foundAtSite.nullable().describe('The one thing that it means: open it at once'),
    things: z.array(foundAtSite),
  })
  .meta({ id: 'SiteFound' });
export type SiteFound = z.output<typeof siteFound>;
