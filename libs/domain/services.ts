import { englishNameOf } from './addresses/iso-countries.ts';
import { destinationZones, zoneWords } from './destinations.ts';
import type { DestinationZone } from './destinations.ts';
import type { LocalDate } from './local-date.ts';
import { MailError } from './mail-error.ts';

/** What a sender orders. A proof of receipt (AR) is ordered beside it, not a service of its own. */
export const serviceNames = ['priority', 'registered', 'economy'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** What the carrier takes in, counts and prices: the service with its proof of receipt. */
export const carrierProducts = ['priority', 'registered', 'registered_ar', 'economy'] as const;
export type CarrierProduct = (typeof carrierProducts)[number];

/**
 * One dated version of a carrier's product to one zone: profile data, never constants of the code. A product serves the zones that
 * it has versions for. Valid from and to, both days included.
 */
export type ServiceVersion = {
  product: CarrierProduct;
  destination: DestinationZone;
  validFrom: LocalDate;
  validTo?: LocalDate | undefined;
  maxMassG: number;
  /** J + this many delivery days: the carrier's promise, shown as such and never as ours. */
  promiseDays: number;
  /** Upper limits of its weight bands in grams, ascending; a mass equal to a limit is within the band. */
  bandLimits: readonly number[];
  /** Whether the carrier tells events of each item. */
  tracked: boolean;
  /** Whether the sender's name and address are compulsory on the front. */
  senderCompulsory: boolean;
  /** Where its sender's address may lie, which is where the carrier brings back what it cannot deliver. */
  senders: readonly DestinationZone[];
  /** Countries of the zone (ISO 3166) to which it does not go: closed by the carrier, or under sanctions. */
  exceptCountries?: readonly string[] | undefined;
};

/**
 * The services of the hybrid-mail terms from which Pli was specified: priority and registered up to 2 kg in J+2, economy up to
 * 250 g in J+4 and within France only. Longer promises overseas and abroad, and fewer bands there, as tariffs of mail abroad
 * have. Specimen data of the demonstration; a site states its carrier's own.
 */
export const specimenServices: readonly ServiceVersion[] = [
  ...specimen('priority', [20, 100, 250, 500, 1000, 2000], { metropolitan: 2, overseas: 5 }),
  ...specimen('priority', [20, 100, 250, 500, 2000], { international: 6 }),
  ...specimen('registered', [20, 50, 100, 250, 500, 1000, 2000], { metropolitan: 2, overseas: 5, international: 7 }),
  ...specimen('registered_ar', [20, 50, 100, 250, 500, 1000, 2000], { metropolitan: 2, overseas: 5, international: 7 }),
  ...specimen('economy', [20, 100, 250], { metropolitan: 4, overseas: 9 }),
];

function specimen(
  product: CarrierProduct,
  bandLimits: readonly number[],
  promiseDays: Partial<Record<DestinationZone, number>>,
): ServiceVersion[] {
  const registered = product.startsWith('registered');
  return (Object.entries(promiseDays) as [DestinationZone, number][]).map(([destination, days]) => ({
    product,
    destination,
    validFrom: '2020-01-01',
    maxMassG: bandLimits.at(-1) ?? 0,
    promiseDays: days,
    bandLimits,
    tracked: registered,
    senderCompulsory: registered,
    // The proofs of a registered letter go back to its sender by this carrier's own hands.
    senders: registered ? ['metropolitan', 'overseas'] : ['metropolitan', 'overseas', 'international'],
  }));
}

/** The carrier's product for what was ordered. */
export function productFor(service: ServiceName, acknowledgement: 'none' | 'paper' | 'digital'): CarrierProduct {
  return service === 'registered' && acknowledgement !== 'none' ? 'registered_ar' : service;
}

/**
 * The version of a product to a zone valid on a day; `service_not_valid` when the product has none at all, `destination_not_served`
 * when it has one to other zones only or leaves the `country` (ISO 3166) out, `service_ambiguous` when there are two.
 */
export function serviceOn(
  versions: readonly ServiceVersion[],
  product: CarrierProduct,
  destination: DestinationZone,
  day: LocalDate,
  country?: string,
): ServiceVersion {
  const valid = versions.filter((v) => v.product === product && isValidOn(v, day));
  const [version, second] = valid.filter((v) => v.destination === destination);
  if (valid.length === 0)
    throw new MailError(
      'service_not_valid',
      `No service "${product}" is valid on ${day}. Choose another service or another send date.`,
    );
  if (!version) {
    const served = destinationZones.filter((zone) => valid.some((v) => v.destination === zone));
    throw new MailError(
      'destination_not_served',
      `The service "${product}" does not go to ${zoneWords[destination]} on ${day}, only to ${served.map((zone) => zoneWords[zone]).join(' and ')}. Choose another service.`,
    );
  }
  if (second)
    throw new MailError(
      'service_ambiguous',
      `Two versions of the service "${product}" to ${zoneWords[destination]} are valid on ${day}. End the older one the day before.`,
    );
  if (country !== undefined && version.exceptCountries?.includes(country))
    throw new MailError(
      'destination_not_served',
      `The service "${product}" does not go to ${englishNameOf(country)} on ${day}: the carrier takes no mail there. Leave the letter out.`,
    );
  return version;
}

/** Whether a dated row holds on a day (both ends included). */
export function isValidOn(
  { validFrom, validTo }: { validFrom: LocalDate; validTo?: LocalDate | undefined },
  day: LocalDate,
): boolean {
  return validFrom <= day && (validTo === undefined || day <= validTo);
}
