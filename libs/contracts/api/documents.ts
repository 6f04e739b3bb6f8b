import { z } from 'zod';
import { repairKind } from './problem.ts';
import { idOf, moment, pageOf, pageQuery } from './shapes.ts';

/** What a document is kept for in the library of its account. */
export const library = z.enum(['letterhead', 'attachment']);
export type Library = z.output<typeof library>;

export const document = z
  .object({
    id: idOf('document'),
    state: z
      .enum(['proposed', 'stored', 'erased'])
      .describe('proposed: repaired, and not printed before it is accepted; erased: nothing of it is left'),
    pages: z.number().int(),
    bytes: z.number().int().describe('As stored: rewritten once'),
    name: z.string().nullable().describe('What its sender calls it; erased with it'),
    library: library.nullable().describe('Kept to be used again: not erased with the letters that used it'),
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

/** The name of a file for people: its last part, without what a file system or a header would stumble over. */
export const documentName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // eslint-disable-next-line no-control-regex
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'No control characters');

export const documentChange = z
  .strictObject({
    name: documentName.nullable().optional().describe('null: none'),
    library: library.nullable().optional().describe('null: no longer kept; it goes with the letters that used it'),
  })
  .meta({ id: 'DocumentChange' });
export type DocumentChange = z.output<typeof documentChange>;

export const documentQuery = pageQuery.extend({
  library: library.optional().describe('Only what is kept as that'),
  newest: z.enum(['true', 'false']).default('false').describe('true: the newest first'),
});
export type DocumentQuery = z.output<typeof documentQuery>;

export const pagePictureQuery = z.strictObject({
  of: z.enum(['printed', 'original']).default('printed').describe('original: as it was sent, before any repair'),
  dpi: z.coerce.number().int().min(18).max(200).default(100),
});
export type PagePictureQuery = z.output<typeof pagePictureQuery>;

export const pictureQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(2000).default(1),
  dpi: z.coerce.number().int().min(18).max(150).default(72),
});
export type PictureQuery = z.output<typeof pictureQuery>;
