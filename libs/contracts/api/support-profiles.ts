import { z } from 'zod';
import { isLocalTime } from '#domain/local-date';
import { isTimeZone } from '#domain/local-time';
import { localDateSchema } from '#domain/options-schema';
import type { Span } from '#domain/opening-hours';
import { holidayRegions } from '#domain/profiles';
import { dated, givenMoment, idOf, mailAddress, moment, pageOf } from './shapes.ts';

const time = z.string().refine(isLocalTime, 'An hour written 17:30 (00:00 to 24:00)');
const span = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, { message: 'It must open before it closes', path: ['to'] });
const apart = (spans: readonly Span[]) => {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.every(({ from }, i) => i === 0 || (sorted[i - 1]?.to ?? '') <= from);
};
const spans = z.array(span).max(6).refine(apart, 'Two spans of a day overlap');

const openingHours = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, 'A time zone such as Europe/Paris'),
    week: z.array(spans).length(7).describe('Monday to Sunday; a day without a span is closed'),
    holidays: z.enum(holidayRegions).describe('Whose public holidays are closed days'),
    closed: z.array(localDateSchema).max(400).default([]),
    special: z
      .array(z.strictObject({ day: localDateSchema, spans }))
      .max(400)
      .default([])
      .describe('Days with hours of their own, whatever else holds'),
  })
  .refine(({ week, special }) => week.some((day) => day.length > 0) || special.some((day) => day.spans.length > 0), {
    message: 'No day is ever open',
    path: ['week'],
  })
  .meta({ id: 'OpeningHours' });

const seconds = z
  .number()
  .int()
  .min(60)
  .max(400 * 3600);
const days = z.number().int().min(1).max(3650);

/** How support works, from a date on. */
export const supportProfileData = z
  .strictObject({
    hours: openingHours,
    answerSeconds: seconds.describe('Opening time within which a question is answered'),
    callAgainSeconds: seconds.describe('Opening time after which somebody is called again'),
    silenceDays: days.describe('Days without a word after an answer until a ticket closes'),
    keepDays: days.describe('Days for which the texts of a closed ticket are kept'),
  })
  .meta({ id: 'SupportProfileData' });

const called = z
  .array(mailAddress)
  .max(20)
  .describe('Mail addresses of those called when nobody answered in time; nobody named: every manager who may answer');

export const newSupportProfile = z
  .strictObject({ data: supportProfileData, called, validFrom: givenMoment.optional().describe('Now when left out') })
  .meta({ id: 'NewSupportProfile' });
export type NewSupportProfile = z.output<typeof newSupportProfile>;

export const supportProfile = z
  .object({
    id: idOf('support_profile').nullable().describe('Null: what holds until a version is added'),
    version: z.number().int().describe('0: what holds until a version is added'),
    data: supportProfileData,
    called,
    validFrom: dated.validFrom.nullable(),
    validTo: dated.validTo,
  })
  .meta({ id: 'SupportProfile' });
export type SupportProfileView = z.output<typeof supportProfile>;
export const supportProfilePage = pageOf(supportProfile);

/** When support can be reached, as customers see it. */
export const supportHours = z
  .object({
    hours: openingHours,
    answerSeconds: seconds,
    openNow: z.boolean(),
    opensAt: moment.nullable().describe('When it opens next; null while it is open'),
    holidays: z
      .array(z.object({ day: z.string(), name: z.string() }))
      .describe('The public holidays of the next twelve weeks'),
  })
  .meta({ id: 'SupportHours' });
export type SupportHoursView = z.output<typeof supportHours>;
