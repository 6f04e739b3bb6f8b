import { z } from 'zod';
import { moment } from './shapes.ts';

export const eventQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Number of the last event that you have; 0 for the first'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type EventQuery = z.output<typeof eventQuery>;

/** One event of an account or a site, without personal data: ask for the letter or order to read more. */
export const event = z
  .object({
    number: z.number().int().describe('1, 2, 3 … without gaps'),
    type: z.string(),
    subject: z.string(),
    subjectId: z.string(),
    state: z.string().nullable().describe('The state it came into, when it changed'),
    reason: z.string().nullable(),
    at: moment.describe('When it happened'),
    recordedAt: moment,
    hash: z.string().describe('SHA-256 over the event and the hash before it'),
  })
  .meta({ id: 'Event' });
export type EventView = z.output<typeof event>;

export const eventPage = z.object({
  events: z.array(event),
  next: z
    .number()
    .int()
    .describe('Give it as `after` next time: the last number of this page, or what you gave when there is nothing new'),
});

export const streamQuery = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe(
      'Number of the last event that you have; 0 for the first; from now on when left out. `Last-Event-ID` goes before it',
    ),
  seconds: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .optional()
    .describe('End the stream after so long; never when left out'),
});
export type StreamQuery = z.output<typeof streamQuery>;
