import { z } from 'zod';
import { archivedFileStates, type ArchivedFileState } from '#domain/life-cycles';
import { backwardsShape, periodShape } from './periods.ts';
import { idOf, moment, pageOf } from './shapes.ts';

const state = z.enum(Object.keys(archivedFileStates) as [ArchivedFileState, ...ArchivedFileState[]]);

export const archivedFile = z
  .object({
    id: idOf('archived_file'),
    letterId: idOf('letter'),
    orderId: idOf('order'),
    state,
    service: z.string(),
    costCentre: z.string().nullable(),
    recipient: z.string().nullable().describe('Null once erased'),
    clientReference: z.string().nullable(),
    bytes: z.int(),
    sha256: z.string().nullable().describe('Of the file, in hexadecimal; null once erased'),
    sentAt: moment.describe('When the carrier got the letter'),
    keptSince: moment,
    keepUntil: moment.nullable().describe('Null: until its account ends it'),
    erasedAt: moment.nullable(),
    reason: z.enum(['term_over', 'asked']).nullable().describe('Why it is erased, or will be at its next chance'),
  })
  .meta({ id: 'ArchivedFile' });
export type ArchivedFile = z.output<typeof archivedFile>;
export const archivePage = pageOf(archivedFile);

const filters = {
  ...backwardsShape,
  ...periodShape,
  before: idOf('archived_file').optional().describe('`next` of the page before'),
  state: state.optional(),
  orderId: idOf('order').optional(),
};
export const archiveQuery = z.strictObject(filters);
export type ArchiveQuery = z.output<typeof archiveQuery>;

/** What may be a person's own never stands in a URL: it is searched by a body. */
export const archiveSearch = z
  .strictObject({
    ...filters,
    limit: z.int().min(1).max(200).default(50),
    text: z
      .string()
      .trim()
      .min(2)
      .max(100)
      .describe('Part of the recipient’s name, or of the reference; upper and lower case alike'),
  })
  .meta({ id: 'ArchiveSearch' });
export type ArchiveSearch = z.output<typeof archiveSearch>;

export const archivedFileStory = archivedFile
  .extend({
    accesses: z
      .array(
        z.object({
          at: moment,
          actor: z.string().describe('Key or person'),
          name: z.string().nullable().describe('Who, by name, when it is a person of the account'),
        }),
      )
      .describe('Who opened the file, the latest 100, newest first'),
  })
  .meta({ id: 'ArchivedFileStory' });
export type ArchivedFileStory = z.output<typeof archivedFileStory>;
