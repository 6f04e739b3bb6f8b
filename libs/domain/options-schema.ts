import { z } from 'zod';
import { isLocalDate } from './local-date.ts';
import { archiveYears, defaultOptions, optionFaults, optionValues } from './options.ts';

/** A day of a calendar, `2027-03-28`. */
export const localDateSchema = z
  .string()
  .refine(isLocalDate, 'A day that exists, written 2027-03-28')
  .meta({ format: 'date', examples: ['2027-03-28'] });

const reference = z.string().trim().min(1).max(60);
const id = z.string().trim().min(1).max(60);

/** The options one by one, without defaults: what a change to a draft may hold. */
export const orderOptionsShape = z.strictObject({
  colour: z.enum(optionValues.colour),
  sides: z.enum(optionValues.sides).describe('simplex: one side; duplex: both sides of each sheet'),
  envelope: z.enum(optionValues.envelope).describe('auto: the smallest that holds the sheets'),
  service: z.enum(optionValues.service),
  acknowledgement: z.enum(optionValues.acknowledgement).describe('Proof of receipt (AR) of a registered letter'),
  channel: z.enum(optionValues.channel),
  archive: z.strictObject({
    kind: z.enum(optionValues.archive),
    years: z
      .literal(archiveYears)
      .optional()
      .describe('How long it keeps the file; a simple archive without it keeps it until the account ends it'),
  }),
  costCentre: reference.optional(),
  clientReference: reference.optional(),
  sendDate: localDateSchema.optional().describe('The planned deposit date'),
  backgroundPage: id.optional().describe('Id of a document laid under the pages (letterhead)'),
  inserts: z.array(id).max(6).describe('Ids of inserts, in feeding order'),
  returnAddress: z.enum(optionValues.returnAddress),
  integrity: z.enum(optionValues.integrity),
  markConflict: z
    .enum(optionValues.markConflict)
    .describe('What happens to a page without a free zone for the sheet code'),
});

/** A change to some options of a draft. */
export const orderOptionsChangeSchema = orderOptionsShape.partial();

/** The options of an order, what is not chosen filled with the default; refused where they contradict each other. */
export const orderOptionsSchema = orderOptionsChangeSchema
  .transform((chosen) => ({ ...defaultOptions, ...withoutUndefined(chosen) }))
  .superRefine((options, context) => {
    for (const { option, text } of optionFaults(options))
      context.addIssue({ code: 'custom', path: [option], message: text, params: { code: 'option_conflict' } });
  });

function withoutUndefined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
