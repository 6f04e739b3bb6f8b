import { z } from 'zod';
import { destinationZones } from '#domain/destinations';
import { folds, type EnvelopeFormat } from '#domain/geometry';
import { siteProfileSchema } from '#domain/profiles-schema';
import { carrierProducts } from '#domain/services';
import { dated, day, givenMoment, idOf, pageOf } from './shapes.ts';

const count = z.number().int().positive();
const destination = z.enum(destinationZones);
const validity = { validFrom: day, validTo: day.optional() };

const services = z
  .strictObject({
    versions: z
      .array(
        z.strictObject({
          product: z.enum(carrierProducts),
          destination: destination.describe('The zone it serves; a product has a version for each'),
          ...validity,
          maxMassG: count,
          promiseDays: count.describe("J + n: the carrier's promise"),
          bandLimits: z.array(count).min(1).describe('Upper limits of the weight bands, grams, ascending'),
          tracked: z.boolean(),
          senderCompulsory: z.boolean(),
          senders: z.array(destination).min(1).describe("Zones in which the sender's address may lie"),
          exceptCountries: z
            .array(z.string().regex(/^[A-Z]{2}$/, 'Two capitals (ISO 3166)'))
            .max(250)
            .optional()
            .describe('Countries of the zone to which it does not go: closed by the carrier, or under sanctions'),
        }),
      )
      .min(1),
  })
  .meta({ id: 'ServicesProfile' });

const postage = z
  .strictObject({
    rates: z
      .array(
        z.strictObject({
          product: z.enum(carrierProducts),
          destination,
          bandLimit: count,
          cents: z.number().int().nonnegative(),
          ...validity,
          specimen: z.boolean(),
        }),
      )
      .min(1),
  })
  .meta({ id: 'PostageProfile' });

const mm = z.number().nonnegative();
const size = z.strictObject({ width: mm, height: mm });
const rect = z.strictObject({ x: mm, y: mm, width: mm, height: mm }).describe('Millimetres from the top left');
const envelope = <F extends EnvelopeFormat>(format: F) =>
  z.strictObject({ format: z.literal(format), inner: size, fold: z.enum(folds), folded: size, window: rect });

const geometry = z
  .strictObject({
    name: z.string().min(1).max(60),
    page: size,
    unprintableEdge: mm,
    leftMargin: mm,
    tolerance: mm,
    linePitch: mm,
    windowBlock: z.strictObject({
      block: rect,
      sender: rect,
      recipient: rect,
      windowCode: rect,
      testWord: rect,
      registered: rect,
      franking: rect,
    }),
    sheetCodeZones: z.array(rect).min(1).max(20),
    envelopes: z.strictObject({ 'C5/6': envelope('C5/6'), C5: envelope('C5'), C4: envelope('C4') }),
  })
  .meta({ id: 'GeometryProfile' });

/** What may be said of a site with dates, one series a kind: its time and sizes, the carrier's services and prices, its windows. */
const kinds = [
  { kind: z.literal('site'), data: siteProfileSchema.meta({ id: 'SiteProfile' }) },
  { kind: z.literal('services'), data: services },
  { kind: z.literal('postage'), data: postage },
  { kind: z.literal('geometry'), data: geometry },
] as const;
export const profileKinds = ['site', 'services', 'postage', 'geometry'] as const;
export type ProfileKind = (typeof profileKinds)[number];

const common = {
  siteId: idOf('site'),
  validFrom: givenMoment.optional().describe('Now when left out; the version before ends then'),
};

/** A new version of a site's profile of that kind; the first makes the series. */
export const newProfile = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...common, ...kinds[0] }),
    z.strictObject({ ...common, ...kinds[1] }),
    z.strictObject({ ...common, ...kinds[2] }),
    z.strictObject({ ...common, ...kinds[3] }),
  ])
  .meta({ id: 'NewProfile' });
export type NewProfile = z.output<typeof newProfile>;

export const profile = z
  .object({
    id: idOf('profile').describe('This version'),
    profileId: idOf('profile').describe('The same for all versions of a kind at a site'),
    version: z.number().int(),
    siteId: idOf('site'),
    kind: z.enum(profileKinds),
    data: z.unknown().describe('As it was sent in; the shape of its kind'),
    ...dated,
  })
  .meta({ id: 'Profile' });
export type Profile = z.output<typeof profile>;
export const profilePage = pageOf(profile);
