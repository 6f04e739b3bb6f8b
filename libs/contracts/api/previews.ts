import { z } from 'zod';
import { destinationZones } from '#domain/destinations';
import { envelopeFormats } from '#domain/geometry';
import { previewStates, type PreviewState } from '#domain/life-cycles';
import { orderOptionsSchema } from '#domain/options-schema';
import { carrierProducts } from '#domain/services';
import { postalAddressSchema } from '#domain/address-schema';
import { letterWarning, newLetter, waiting } from './letters.ts';
import { problemItem } from './problem.ts';
import { idOf, mode, moment } from './shapes.ts';

/** The longest that a call waits for its preview, in seconds; most are made in one or two. */
export const MOST_WAIT_SECONDS = 10;

const wait = z.coerce
  .number()
  .int()
  .min(0)
  .max(MOST_WAIT_SECONDS)
  .describe(`Seconds to wait for it while it is \`making\`, at most ${MOST_WAIT_SECONDS}`);
export const newPreviewQuery = z.strictObject({ wait: wait.default(8) });
export const previewQuery = z.strictObject({ wait: wait.default(0) });

/** A letter to look at before it is ordered: one written out as for an order, or one that stands in a draft. */
export const newPreview = z
  .strictObject({
    letter: newLetter.optional().describe('As it would stand in an order'),
    options: orderOptionsSchema.prefault({}).describe('The order’s options; with `letter` only'),
    sender: postalAddressSchema.optional().describe('When the letter names none; with `letter` only'),
    orderId: idOf('order').optional().describe('A draft of yours; with `letterId`'),
    letterId: idOf('letter').optional().describe('A letter of that draft'),
    siteId: idOf('site')
      .optional()
      .describe('The print room; needed only when the account has contracts with several and the draft names none'),
  })
  .superRefine(({ letter, orderId, letterId, sender }, context) => {
    const drafts = [orderId, letterId].filter((id) => id !== undefined).length;
    if (drafts === 1 || (drafts === 0) === (letter === undefined))
      context.addIssue({ code: 'custom', message: 'Give either a letter, or the orderId and letterId of a draft' });
    if (drafts > 0 && sender !== undefined)
      context.addIssue({ code: 'custom', path: ['sender'], message: 'A stored letter has its own sender' });
  })
  .meta({ id: 'NewPreview' });
export type NewPreview = z.output<typeof newPreview>;

/** How the letter would be made if it were submitted now. */
export const previewedLetter = z.object({
  pages: z.number().int().describe('Of its PDF; additions counted'),
  sheets: z.number().int(),
  parts: z
    .array(z.object({ kind: z.enum(['address_page', 'document', 'attachment']), pages: z.number().int() }))
    .describe('In their order; each begins a sheet'),
  envelope: z.enum(envelopeFormats),
  weightMg: z.number().int(),
  weightBand: z.number().int().describe('Upper limit in grams'),
  product: z.enum(carrierProducts).describe('What the carrier takes it in as'),
  destination: z.enum(destinationZones),
  postageCents: z.number().int(),
  plannedDeposit: z
    .object({ day: z.string().describe('J'), leavesAt: moment })
    .describe('The deposit it would go with'),
  promise: z
    .object({ days: z.number().int(), day: z.string().describe('J + days, by the carrier’s delivery days') })
    .describe('The carrier’s promise, shown as such; Pli proves J'),
});
export type PreviewedLetter = z.output<typeof previewedLetter>;

export const preview = z
  .object({
    id: idOf('preview'),
    state: z
      .enum(Object.keys(previewStates) as [PreviewState, ...PreviewState[]])
      .describe('`refused`: the letter cannot be made as it is, see `problems`; `erased`: looked at long enough'),
    since: moment,
    mode,
    siteId: idOf('site').describe('The print room that would make the letter'),
    createdAt: moment,
    validUntil: moment.describe('When what it shows is erased; an order submitted by then prints the very same bytes'),
    waiting: waiting.nullable().describe('While it is `making`'),
    trouble: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .describe('What keeps it from being made that is no fault of the letter; a person at the print room mends it'),
    made: previewedLetter.nullable().describe('Once it is `ready`'),
    warnings: z
      .array(letterWarning)
      .describe('Once it is `ready`; the letter is ordered only if those to accept are named in `accept`'),
    pages: z
      .number()
      .int()
      .nullable()
      .describe('Pages that can be looked at, also of most that are `refused`: what is wrong shows there'),
    problems: z.array(problemItem).describe('Why it is `refused`: each with its code and, where known, page and place'),
  })
  .meta({ id: 'Preview' });
export type PreviewView = z.output<typeof preview>;

export const previewPdfQuery = z.strictObject({
  marks: z
    .enum(['placeholders', 'none'])
    .default('placeholders')
    .describe('placeholders: what Pli prints for each copy is drawn where it will stand; none: the bytes as stored'),
});
export type PreviewPdfQuery = z.output<typeof previewPdfQuery>;

export const previewPageNumber = z.coerce.number().int().min(1).max(1000);
export const previewPageQuery = z.strictObject({
  dpi: z.coerce.number().int().min(36).max(200).default(100),
  zones: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true: window outlines at both ends of the play, clear zones and places of the marks are drawn over'),
});
export type PreviewPageQuery = z.output<typeof previewPageQuery>;
