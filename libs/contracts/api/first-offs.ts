import { z } from 'zod';
import { firstOffChecks } from '#domain/first-off';
import { because } from './floor.ts';
import { idOf, moment } from './shapes.ts';

/** What a person found on the first closed envelope of a lot. */
export const signFirstOff = z
  .strictObject({
    windowCode: z.string().trim().min(1).max(60).describe('As read through its window'),
    failedChecks: z
      .array(z.enum(firstOffChecks))
      .max(firstOffChecks.length)
      .default([])
      .describe('What is not in order; empty signs that window, fold, contents, weight and mark are'),
    reason: because.reason.default('first_off'),
    text: because.text,
  })
  .meta({ id: 'SignFirstOff' });
export type SignFirstOffBody = z.output<typeof signFirstOff>;

export const firstOff = z
  .object({
    id: idOf('first_off'),
    pieceId: z.string(),
    windowCode: z.string(),
    passed: z.boolean(),
    failedChecks: z.array(z.enum(firstOffChecks)),
    signedBy: z.string(),
    signedAt: moment,
  })
  .meta({ id: 'FirstOff' });
export type FirstOffView = z.output<typeof firstOff>;
