import { z } from 'zod';
import { idOf } from './shapes.ts';

const mm = (most: number) => z.number().min(0).max(most);
const zone = z
  .strictObject({ x: mm(210), y: mm(297), width: mm(210).min(1), height: mm(297).min(1) })
  .describe("A rectangle in millimetres from the page's top left corner");
const words = z.string().trim().min(1).max(100);
const begins = z
  .enum(['where_it_changes', 'wherever_it_shows'])
  .describe(
    'where_it_changes: a letter begins on a page that says something else than the last page that said anything; ' +
      'wherever_it_shows: on every page that says it',
  );
const separators = z
  .boolean()
  .default(false)
  .describe('The page that begins a letter is a separator sheet: it is left out');

export const splitRequest = z
  .strictObject({
    by: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('pages'), every: z.number().int().min(1).max(100) }),
      z.strictObject({
        kind: z.literal('text'),
        zone,
        startsWith: words.optional().describe('Only text that starts so counts; upper and lower case alike'),
        pattern: words
          .optional()
          .describe(
            'Only text of this form counts: # is a digit, ? any character, * any number of them; upper and lower case alike',
          ),
        begins: begins
          .optional()
          .describe('Where startsWith or pattern is given wherever_it_shows, else where_it_changes'),
        separators,
      }),
      z.strictObject({
        kind: z.literal('barcode'),
        zone: zone.optional().describe('Where to look: far faster than the whole page'),
        format: z.enum(['Code128', 'Code39', 'DataMatrix', 'QRCode', 'PDF417']).optional(),
        startsWith: words.optional().describe('Other codes are passed over'),
        begins: begins.default('where_it_changes'),
        separators,
      }),
    ]),
    addressZone: zone
      .default({ x: 80, y: 35, width: 130, height: 60 })
      .describe("Where the recipient's address stands on a letter's first page; else where French windows are"),
  })
  .meta({ id: 'SplitRequest' });
export type SplitRequest = z.output<typeof splitRequest>;

export const splitAnswer = z
  .object({
    documentId: idOf('document'),
    pages: z.number().int(),
    parts: z.array(
      z.object({
        pages: z
          .string()
          .describe("As a letter's content takes it: {kind: 'document', documentId, pages}")
          .meta({
            examples: ['1-3'],
          }),
        count: z.number().int().describe('Pages of the part'),
        text: z.string().optional().describe('What its first page says in the zone'),
        code: z.string().optional().describe('The barcode of its first page'),
        addressLines: z
          .array(z.string())
          .describe('The text in the address zone of its first page, for POST /v1/addresses/check; empty for a scan'),
      }),
    ),
    before: z.string().nullable().describe('Pages before the first letter begins: they are in no part'),
  })
  .meta({ id: 'SplitAnswer' });
export type SplitAnswer = z.output<typeof splitAnswer>;
