import { z } from 'zod';
import { repairKind } from './problem.ts';
import { idOf, moment, pageOf } from './shapes.ts';

export const document = z
  .object({
    id: idOf('document'),
    state: z
      .enum(['proposed', 'stored', 'erased'])
      .describe('proposed: repaired, and not printed before it is accepted; erased: nothing of it is left'),
    pages: z.number().int(),
    bytes: z.number().int().describe('As stored: rewritten once'),
    repairs: z.array(repairKind).describe('What was mended; without any, its pages look as they were sent'),
    originalSha256: z.string().nullable().describe('Of the bytes that were sent, which are kept as well'),
    createdAt: moment,
    acceptBy: moment.nullable().describe('When a proposed document is erased, if it is not accepted before'),
    eraseAt: moment
      .nullable()
      .describe(
        'Of a stored document: when it is erased, unless a letter or a draft names it by then, or letters were lately written on it. Null until the next round of erasure has seen it',
      ),
    erasedAt: moment.nullable(),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.output<typeof document>;
export const documentPage = pageOf(document);

/** How a document is to be taken. */
export const uploadQuery = z.strictObject({
  repair: z
    .string()
    .regex(
      /^(embed_fonts|fit_to_a4)(,(embed_fonts|fit_to_a4))?$/,
      'embed_fonts, fit_to_a4, or both with a comma between',
    )
    .optional()
    .describe(
      'Repairs to make where they are needed (`embed_fonts,fit_to_a4`): what is repaired is a proposal that you look at and accept',
    ),
  purpose: z
    .enum(['letter', 'split'])
    .optional()
    .describe(
      '`split`: many letters in one file, of up to 2,000 pages unless the provider allows others; letters take ranges of its pages',
    ),
});
export type UploadQuery = z.output<typeof uploadQuery>;
