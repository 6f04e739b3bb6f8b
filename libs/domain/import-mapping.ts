import { z } from 'zod';
import { postalAddressShape } from './address-schema.ts';
import type { orderOptionsShape } from './options-schema.ts';

/** Encodings in which spreadsheets and back offices write text; `auto` looks at the bytes. */
export const importEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'macintosh',
] as const;
export type ImportEncoding = (typeof importEncodings)[number];

export const importDelimiters = [';', ',', '\t', '|'] as const;
export type ImportDelimiter = (typeof importDelimiters)[number];

/** A column: its heading (upper and lower case, accents and spaces alike), or its number, from 1. */
export const importColumn = z
  .union([z.string().trim().min(1).max(200), z.number().int().min(1).max(1000)])
  .describe('Heading of a column (case and accents do not matter), or its number from 1');
/** One column, or several whose texts are joined by a space. */
const joinedColumns = z.union([importColumn, z.array(importColumn).min(1).max(6)]);
export type ImportColumns = z.output<typeof joinedColumns>;

const byFieldOf = <T extends string>(fields: readonly T[]) =>
  z.partialRecord(z.enum(fields as readonly [T, ...T[]]), joinedColumns);

export type AddressColumn = Exclude<keyof typeof postalAddressShape.shape, 'lines'>;
/** Fields of an address that a cell can say. */
export const addressColumns = Object.keys(postalAddressShape.shape).filter(
  (field) => field !== 'lines',
) as AddressColumn[];
/** Options that a row may choose for its letter, as far as one cell can say them. */
export const optionColumns = [
  'colour',
  'sides',
  'envelope',
  'service',
  'acknowledgement',
  'sendDate',
] as const satisfies readonly (keyof typeof orderOptionsShape.shape)[];

const saidColumns = {
  recipient: byFieldOf(addressColumns).optional().describe('Fields of the address; several columns are joined'),
  recipientLines: z
    .array(importColumn)
    .min(1)
    .max(7)
    .optional()
    .describe('Instead of `recipient`: columns that hold the lines of the address, as one would write it'),
  sender: byFieldOf(addressColumns).optional(),
  clientReference: joinedColumns.optional(),
  data: z
    .record(z.string().min(1).max(200), joinedColumns)
    .optional()
    .describe("Fields of the template's data; `customer.name` is `name` in `customer`"),
  options: byFieldOf(optionColumns).optional(),
  documentId: importColumn.optional().describe('For letters made of documents: which one'),
  pages: importColumn.optional().describe('For letters made of documents: which pages, `3-5`'),
};

/** Which column says what. */
export const importMapping = z
  .strictObject(saidColumns)
  .refine(({ recipient, recipientLines }) => (recipient === undefined) !== (recipientLines === undefined), {
    message: 'Say where the address stands: by fields in `recipient`, or by lines in `recipientLines`',
    path: ['recipient'],
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.output<typeof importMapping>;

/** Which column says what for some things; the other columns are recognised. */
export const importMappingOfSome = z
  .strictObject({
    ...saidColumns,
    others: z.literal('auto').describe('The columns not named here are recognised by usual headings'),
  })
  .refine(({ recipient, recipientLines }) => recipient === undefined || recipientLines === undefined, {
    message: 'Say where the address stands either by fields in `recipient`, or by lines in `recipientLines`',
    path: ['recipient'],
  })
  .meta({ id: 'ImportMappingOfSome' });
export type ImportMappingOfSome = z.output<typeof importMappingOfSome>;
