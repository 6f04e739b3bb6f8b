import type { LocalDate } from './local-date.ts';
import { MailError } from './mail-error.ts';

/** What a sender orders. A proof of receipt (AR) is ordered beside it, not a service of its own. */
export const serviceNames = ['priority', 'registered', 'economy'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** What the carrier takes in, counts and prices: the service with its proof of receipt. */
export const carrierProducts = ['priority', 'registered', 'registered_ar', 'economy'] as const;
export type CarrierProduct = (typeof carrierProducts)[number];

/** One dated version of a carrier's product: profile data, never constants of the code. Valid from and to, both days included. */
export type ServiceVersion = {
  product: CarrierProduct;
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
};

/**
 * The services of the hybrid-mail terms from which Pli was specified: priority and registered up to 2 kg in J+2, economy up to
 * 250 g in J+4. Specimen data of the demonstration; a site states its carrier's own.
 */
export const specimenServices: readonly ServiceVersion[] = [
  specimen('priority', 2000, 2, [20, 100, 250, 500, 1000, 2000]),
  specimen('registered', 2000, 2, [20, 50, 100, 250, 500, 1000, 2000]),
  specimen('registered_ar', 2000, 2, [20, 50, 100, 250, 500, 1000, 2000]),
  specimen('economy', 250, 4, [20, 100, 250]),
];

function specimen(
  product: CarrierProduct,
  maxMassG: number,
  promiseDays: number,
  bandLimits: number[],
): ServiceVersion {
  const registered = product.startsWith('registered');
  return {
    product,
    validFrom: '2020-01-01',
    maxMassG,
    promiseDays,
    bandLimits,
    tracked: registered,
    senderCompulsory: registered,
  };
}

/** The carrier's product for what was ordered. */
export function productFor(service: ServiceName, acknowledgement: 'none' | 'paper' | 'digital'): CarrierProduct {
  return service === 'registered' && acknowledgement !== 'none' ? 'registered_ar' : service;
}

/** The version of a product valid on a day; `service_not_valid` when there is none, `service_ambiguous` when there are two. */
export function serviceOn(
  versions: readonly ServiceVersion[],
  product: CarrierProduct,
  day: LocalDate,
): ServiceVersion {
  const valid = versions.filter((v) => v.product === product && isValidOn(v, day));
  const [version, second] = valid;
  if (!version)
    throw new MailError(
      'service_not_valid',
      `No service "${product}" is valid on ${day}. Choose another service or another send date.`,
    );
  if (second)
    throw new MailError(
      'service_ambiguous',
      `Two versions of the service "${product}" are valid on ${day}. End the older one the day before.`,
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
