import { z } from 'zod';
import { actors } from '#domain/waiting-states';
import { attentionKinds, attentionSteps } from '#domain/attention';
import { whole } from './floor.ts';
import { moment } from './shapes.ts';

/** What calls for a person, one cause a group. */
export const attentionGroup = z
  .object({
    cause: z
      .string()
      .describe('Kind, state and reason: a stable code')
      .meta({ examples: ['piece.suspect.no_record'] }),
    kind: z.enum(attentionKinds),
    state: z.string().nullable(),
    reason: z.string().nullable().describe('Code of why'),
    count: whole,
    list: z.string().nullable().describe('The list that the count equals'),
    oldestSince: moment,
    earliestUntil: moment.nullable().describe('The first of their deadlines'),
    late: whole.describe('How many of them are past their deadline'),
    who: z.array(z.enum(actors)).describe('Who can act'),
    step: z.enum(attentionSteps).describe('What is suggested'),
    sentence: z.string(),
  })
  .meta({ id: 'AttentionGroup' });
export type AttentionGroup = z.output<typeof attentionGroup>;

export const attention = z
  .object({ at: moment, groups: z.array(attentionGroup).describe('The most urgent first') })
  .meta({ id: 'Attention' });
