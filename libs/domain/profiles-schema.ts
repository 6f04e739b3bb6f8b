import { z } from 'zod';
import { isLocalTime } from './local-date.ts';
import { isTimeZone } from './local-time.ts';
import { localDateSchema } from './options-schema.ts';
import { defaultKeepDays, eraseStarts, holidayRegions, traySealings } from './profiles.ts';
import type { SiteProfile } from './profiles.ts';

const localTime = z.string().refine(isLocalTime, 'An hour written 17:30 (00:00 to 24:00)');
const count = z.int().positive();
const seconds = z.number().nonnegative();
const days = z.number().positive().max(3650);

const workCalendar = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, 'A time zone such as Europe/Paris'),
    weekdays: z.array(z.int().min(1).max(7)).min(1).describe('1 is Monday, 7 is Sunday'),
    hours: z.strictObject({ from: localTime, to: localTime }),
    holidays: z.enum(holidayRegions),
    closed: z.array(localDateSchema).default([]),
    open: z.array(localDateSchema).default([]),
  })
  .refine(({ hours }) => hours.from < hours.to, { message: 'The place must open before it closes', path: ['hours'] });

/** A version of a site's profile as it is sent in; a new version never edits an old one. */
export const siteProfileSchema: z.ZodType<SiteProfile> = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    site: workCalendar,
    depositPoint: workCalendar.safeExtend({ limit: localTime }),
    delivery: workCalendar,
    lots: z.strictObject({
      maxPieces: count,
      maxSheets: count,
      maxTrays: count,
      tray: z.strictObject({ maxPieces: count, lengthMm: z.number().positive() }),
      maxWaitSeconds: seconds,
      minimumPieces: count,
      lotsPerWave: count,
    }),
    depositSlots: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('daily'), times: z.array(localTime).min(1) }),
      z.strictObject({ kind: z.literal('every'), seconds: count }),
    ]),
    traySealing: z.enum(traySealings).default('automatic'),
    lead: z.strictObject({
      printSeconds: seconds,
      insertSeconds: seconds,
      sealSeconds: seconds,
      transportSeconds: seconds,
    }),
    deadlines: z.strictObject({
      composeSeconds: seconds,
      printSeconds: seconds,
      insertSeconds: seconds,
      reconcileSeconds: seconds,
      suspectSeconds: seconds,
      divertedSeconds: seconds,
      acknowledgementSeconds: seconds,
      differenceCaseSeconds: seconds,
    }),
    tracking: z.strictObject({
      pollSeconds: z.number().positive(),
      deliverySeconds: seconds,
      noReturnSeconds: seconds,
    }),
    erase: z.strictObject({ start: z.enum(eraseStarts), hours: z.number().nonnegative() }),
    keep: z
      .strictObject({ unusedDocument: days, draft: days, letterhead: days })
      .default(defaultKeepDays)
      .describe(
        'Days until what nobody uses is erased: a document that no letter uses, a draft left alone, a letterhead that no letter was written on. An account with several print rooms has the longest',
      ),
    revealSeconds: z
      .int()
      .min(30)
      .max(3600)
      .optional()
      .describe('How long a revealed address and page stay visible to the operator who asked; 300 when left out'),
  })
  .refine(({ lots }) => lots.minimumPieces <= lots.maxPieces, {
    message: 'A lot cannot need more pieces than it may hold',
    path: ['lots', 'minimumPieces'],
  });
