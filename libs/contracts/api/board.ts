import { z } from 'zod';
import { whole } from './floor.ts';
import { moment } from './shapes.ts';

const listOf = z
  .string()
  .describe('The list that this number equals: follow it to the end and count')
  .meta({ examples: ['/v1/site/lots?state=printing'] });
const counted = z.object({ count: whole, list: listOf });

/** A stage of the floor: how many are there, the oldest of them, and how many are at risk or late. */
export const boardStage = z
  .object({
    of: z.enum(['letters', 'lots', 'pieces', 'trays', 'deposits', 'cases']),
    stage: z.string().describe('The state'),
    count: whole,
    list: listOf,
    oldestSince: moment.nullable().describe('Since when the oldest of them is in this state'),
    pieces: whole.nullable().describe('Of lots and deposits: how many pieces they hold'),
    atRisk: counted
      .nullable()
      .describe('Null where another stage tells it: a piece in its tray stands as its tray does'),
    late: counted.nullable(),
  })
  .meta({ id: 'BoardStage' });
export type BoardStage = z.output<typeof boardStage>;

/** A truck to come, and until when each step must be done for it. */
export const boardTruck = z
  .object({
    slotAt: moment.describe('It leaves'),
    day: z.string().describe('J: the day for which the carrier counts it'),
    cutOffAt: moment.describe('Lots form by then'),
    latestPrintAt: moment,
    latestInsertionAt: moment,
    deposits: z
      .array(z.object({ id: z.string(), number: whole, carrierContract: z.string(), trays: whole, pieces: whole }))
      .describe('What stands ready for it, sealed, by contract'),
  })
  .meta({ id: 'BoardTruck' });
export type BoardTruck = z.output<typeof boardTruck>;

export const board = z
  .object({
    at: moment.describe('When it was counted'),
    day: z.string().describe("Today by the site's calendar"),
    timeZone: z.string(),
    nextCutOffAt: moment,
    trucks: z.array(boardTruck),
    stages: z.array(boardStage),
    leftToday: counted.extend({ pieces: whole }).describe('Deposits that left today'),
    attention: whole.describe('How many things call for a person: the sum of the groups of /v1/site/attention'),
  })
  .meta({ id: 'Board' });
export type Board = z.output<typeof board>;
