import { z } from 'zod';
import { postalAddressSchema } from '#domain/address-schema';
import { importDelimiters, importEncodings, importMapping, importMappingOfSome } from '#domain/import-mapping';
import { importStates, type ImportState } from '#domain/life-cycles';
import { letterOptions, waiting } from './letters.ts';
import { idOf, jsonObject, moment, pageOf, pageQuery } from './shapes.ts';

/** The largest file of one import, in bytes. */
export const IMPORT_BYTES = 1024 ** 3;
/** Days for which the rows that were left out may be read. */
export const IMPORT_ERRORS_DAYS = 7;

/** What stands in every letter of the file that does not say it itself. */
const sameForAll = z
  .strictObject({
    content: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('template'),
          templateVersionId: idOf('template_version'),
          data: jsonObject.default({}).describe('Data that is the same in all letters'),
        }),
        z.strictObject({
          kind: z.literal('document'),
          documentId: idOf('document').optional().describe('Left out when a column says it'),
          addressPage: z.enum(['auto', 'add']).optional(),
        }),
      ])
      .optional(),
    sender: postalAddressSchema.optional(),
    attachments: z.array(idOf('document')).max(10).optional(),
    options: letterOptions.optional(),
  })
  .describe('What stands in every letter whose row does not say it');
export type SameForAll = z.output<typeof sameForAll>;

/** How a file is to be read, and into which draft. */
export const newImport = z
  .strictObject({
    orderId: idOf('order').describe('A draft of yours; its letters are added to it'),
    format: z
      .enum(['csv', 'jsonl'])
      .default('csv')
      .describe('csv: the first row holds headings. jsonl: one NewLetter a line, in UTF-8'),
    encoding: z.enum(['auto', ...importEncodings]).default('auto'),
    delimiter: z.enum(['auto', ...importDelimiters]).default('auto'),
    mapping: z
      .union([z.literal('auto'), importMapping, importMappingOfSome])
      .default('auto')
      .describe(
        'For csv. auto: by usual headings in French or English, and by the names of the template’s data. With `others`: some said, the rest so',
      ),
    letter: sameForAll.default({}),
  })
  .superRefine(({ format, letter }, context) => {
    if (format === 'csv' && letter.content === undefined)
      context.addIssue({
        code: 'custom',
        path: ['letter', 'content'],
        message: 'Say what the letters are made of: a template version, or a document',
      });
  })
  .meta({ id: 'NewImport' });
export type NewImport = z.output<typeof newImport>;

export const importState = z
  .enum(Object.keys(importStates) as [ImportState, ...ImportState[]])
  .describe('complete: all rows were read. abandoned: not gone on with in time. deleted: its letters were taken out');

export const letterImport = z
  .object({
    id: idOf('import'),
    orderId: idOf('order'),
    state: importState,
    since: moment,
    until: moment.nullable().describe('Deadline for going on with it; null once it is complete'),
    format: z.enum(['csv', 'jsonl']),
    nextByte: z.number().int().describe('Bytes of the file that are stored: where to go on when it broke off'),
    rows: z.object({
      read: z.number().int().describe('Without the row of headings'),
      taken: z.number().int().describe('Letters added to the draft'),
      leftOut: z.number().int().describe('With something to mend; `errors.csv` says what'),
    }),
    reading: z
      .object({
        encoding: z.string().nullable().describe('null while nothing but ASCII was read'),
        delimiter: z.string().nullable(),
        mapping: importMapping.nullable().describe('Which column was taken for what'),
        unusedColumns: z.array(z.string()).describe('Headings that were taken for nothing'),
      })
      .nullable()
      .describe('As found out from the file; null before its first row, and once erased'),
    createdAt: moment,
    completedAt: moment.nullable(),
    erasedAt: moment.nullable().describe('Since when the rows left out can no longer be read'),
    waiting: waiting.nullable(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.output<typeof letterImport>;
export const importPage = pageOf(letterImport);

export const importQuery = pageQuery.extend({ orderId: idOf('order').optional() });
export type ImportQuery = z.output<typeof importQuery>;

/** Bytes of a file that are enough to see how it is to be read. */
export const BEGINNING_BYTES = 256 * 1024;
/** Rows shown of it. */
export const BEGINNING_ROWS = 8;

export const beginningQuery = z.strictObject({
  templateVersionId: idOf('template_version')
    .optional()
    .describe('Columns called as fields of its data are found, too'),
  delimiter: z.enum(['auto', ...importDelimiters]).default('auto'),
  encoding: z.enum(['auto', ...importEncodings]).default('auto'),
});
export type BeginningQuery = z.output<typeof beginningQuery>;

/** How a file of letters would be read, found out from its first bytes. */
export const fileBeginning = z
  .object({
    encoding: z.string().nullable().describe('null while nothing but ASCII was read'),
    delimiter: z.enum(importDelimiters),
    headings: z.array(z.string()),
    rows: z.array(z.array(z.string())).describe(`The first rows, at most ${BEGINNING_ROWS}`),
    mapping: importMapping.nullable().describe('By usual headings; null when they leave it open'),
    why: z.string().nullable().describe('Why nothing was guessed'),
    dataFields: z.array(z.string()).describe('Fields of the template’s data, inner ones with points'),
  })
  .meta({ id: 'FileBeginning' });
export type FileBeginning = z.output<typeof fileBeginning>;

export const importErrorQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('`next` of the page before'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .describe('Rows of the file, each with all of its things to mend'),
});
export type ImportErrorQuery = z.output<typeof importErrorQuery>;
export const importErrorPage = z.object({
  rows: z.array(
    z.object({
      row: z.number().int().describe('As a spreadsheet numbers it'),
      column: z.string().nullable(),
      value: z.string().nullable().describe('What the cell held'),
      code: z.string(),
      detail: z.string(),
    }),
  ),
  next: z.number().int().nullable(),
});
export type ImportErrorPage = z.output<typeof importErrorPage>;
