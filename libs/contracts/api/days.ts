import { z } from 'zod';
import { attentionGroup } from './attention.ts';
import { because, whole } from './floor.ts';
import { code, day, idOf, moment } from './shapes.ts';

const cause = z
  .string()
  .regex(/^[a-z0-9_.-]{1,90}$/, 'A cause as the day names it')
  .describe('Of what is open, as `open` names it')
  .meta({ examples: ['case.missing_at_deposit'] });

export const dayFigures = z
  .object({
    pieces: z.object({ declared: whole, accepted: whole, uncounted: whole }),
    deposits: z.object({ left: whole, accepted: whole, withDifferences: whole, open: whole }),
    trays: z.object({ left: whole }),
    lots: z.object({ closed: whole, open: whole }),
    franking: z
      .object({ marks: whole, debited: whole, waiting: whole, refundDue: whole, cents: whole })
      .describe('Marks given that day; cents of those that were debited or wait'),
    registered: z.object({ used: whole, assigned: whole, void: whole, free: whole }),
    bin: z.object({ pieces: whole, sheets: whole }).describe('Into the sealed bin'),
    firstOffs: z.object({ passed: whole, failed: whole }),
  })
  .meta({ id: 'DayFigures' });

const carriedOver = z.object({ cause, count: whole, reason: z.string(), until: day, owner: z.string() });
export const dayClosing = z
  .object({
    id: idOf('day_closing'),
    day,
    signedBy: z.string(),
    signedAt: moment,
    figures: dayFigures,
    carriedOver: z.array(carriedOver),
  })
  .meta({ id: 'DayClosing' });

/** A day of the print room: what it counted, what is open, and what was carried over to it. */
export const siteDay = z
  .object({
    day,
    figures: dayFigures,
    open: z
      .array(attentionGroup.pick({ cause: true, kind: true, state: true, reason: true, count: true, list: true }))
      .describe('What must be explained before the day is signed'),
    carriedFrom: dayClosing.nullable().describe('The closing before: what it carried over'),
    closing: dayClosing.nullable().describe('Null while the day is not signed'),
  })
  .meta({ id: 'SiteDay' });
export type SiteDay = z.output<typeof siteDay>;

export const closeDay = z
  .strictObject({
    carriedOver: z
      .array(
        z.strictObject({
          cause,
          reason: because.reason,
          until: day.describe('By when it is settled; after today'),
          owner: code.describe('Who sees to it: a function, such as supervisor'),
        }),
      )
      .max(200)
      .default([]),
    reason: because.reason.default('end_of_day'),
    text: because.text,
  })
  .meta({ id: 'CloseDay' });
export type CloseDayBody = z.output<typeof closeDay>;
