import { z } from 'zod';
import { envelopeFormats } from '#domain/geometry';
import { letterStates, type LetterState } from '#domain/life-cycles';
import { localDateSchema } from '#domain/options-schema';
import { serviceNames } from '#domain/services';

/** Names a cost centre in an address without telling it: an order's cost centre is free text. */
export const costCentreKey = z
  .string()
  .regex(/^(none|cck_[0-9a-f]{16})$/, 'A key of a cost centre as the statistics name it, or none')
  .describe('Key of a cost centre, as statistics and history name it; `none` for letters without');

const countedState = z.enum(
  Object.keys(letterStates).filter((state) => state !== 'draft' && state !== 'deleted') as [
    LetterState,
    ...LetterState[],
  ],
);
export const contentKinds = ['template', 'document'] as const;

/** What letters may be chosen by, in statistics and in history alike: a number here is the length of that list. */
export const letterFilters = {
  service: z.enum(serviceNames).optional(),
  state: countedState.optional(),
  sent: z
    .stringbool({ truthy: ['true'], falsy: ['false'] })
    .optional()
    .describe('Those that the carrier has got, or has not; whatever became of them then'),
  content: z.enum(contentKinds).optional().describe('Made from a template, or from a document'),
  envelope: z
    .enum([...envelopeFormats, 'none'])
    .optional()
    .describe('none: not composed yet'),
  costCentre: costCentreKey.optional(),
};

export const statisticsQuery = z
  .strictObject({
    from: localDateSchema.describe('First day of submission, by the clock of the print room'),
    to: localDateSchema.describe('Last day'),
    ...letterFilters,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '`to` is not before `from`' });
export type StatisticsQuery = z.output<typeof statisticsQuery>;

const counted = {
  letters: z.int(),
  sent: z.int().describe('Of them, those that the carrier has got'),
  weightMg: z.int().describe('Of those sent, milligrams'),
  postageCents: z.int().describe('Of those sent: postage in cents of euro, without VAT'),
};

export const statistics = z
  .object({
    from: z.string(),
    to: z.string(),
    total: z.object(counted),
    byMonth: z
      .array(z.object({ month: z.string().describe('2027-03'), ...counted }))
      .describe('Every month of the period'),
    byMonthAndService: z.array(z.object({ month: z.string(), service: z.string(), ...counted })),
    byService: z.array(z.object({ service: z.string(), ...counted })),
    byState: z.array(z.object({ state: z.string(), ...counted })),
    byContent: z.array(z.object({ content: z.enum(contentKinds), ...counted })),
    byEnvelope: z.array(z.object({ envelope: z.string().nullable().describe('Null: not composed yet'), ...counted })),
    byCostCentre: z.array(
      z.object({
        key: costCentreKey,
        costCentre: z.string().nullable().describe('As orders name it; null: none'),
        label: z.string().nullable().describe("From the account's list"),
        ...counted,
      }),
    ),
  })
  .meta({ id: 'Statistics' });
export type Statistics = z.output<typeof statistics>;

/** How a file for spreadsheets is written. */
export const spreadsheetShape = {
  language: z
    .enum(['fr', 'en'])
    .default('fr')
    .describe('Of its headings; French spreadsheets part columns by ; and decimals by ,'),
};
export const statisticsFileQuery = statisticsQuery.safeExtend(spreadsheetShape);
export type StatisticsFileQuery = z.output<typeof statisticsFileQuery>;
