import { zoneWords } from './destinations.ts';
import type { DestinationZone } from './destinations.ts';
import type { LocalDate } from './local-date.ts';
import { MailError } from './mail-error.ts';
import { isValidOn } from './services.ts';
import type { CarrierProduct } from './services.ts';

/** One dated price of the carrier, in euro cents. `specimen` says that it is nobody's real tariff. */
export type PostageRate = {
  product: CarrierProduct;
  destination: DestinationZone;
  /** Upper limit of the band in grams. */
  bandLimit: number;
  cents: number;
  validFrom: LocalDate;
  validTo?: LocalDate | undefined;
  specimen: boolean;
};

/** SPECIMEN: round figures of no post office, for the demonstration and its tests only. */
export const specimenPostage: readonly PostageRate[] = [
  ...rates('priority', 'metropolitan', { 20: 150, 100: 300, 250: 500, 500: 700, 1000: 900, 2000: 1100 }),
  ...rates('priority', 'overseas', { 20: 150, 100: 320, 250: 560, 500: 820, 1000: 1150, 2000: 1600 }),
  ...rates('priority', 'international', { 20: 210, 100: 420, 250: 900, 500: 1300, 2000: 2400 }),
  ...registered('metropolitan', { 20: 600, 50: 680, 100: 750, 250: 900, 500: 1050, 1000: 1200, 2000: 1400 }),
  ...registered('overseas', { 20: 600, 50: 690, 100: 770, 250: 960, 500: 1170, 1000: 1450, 2000: 1900 }),
  ...registered('international', { 20: 750, 50: 850, 100: 950, 250: 1300, 500: 1700, 1000: 2200, 2000: 2900 }),
  ...rates('economy', 'metropolitan', { 20: 120, 100: 240, 250: 400 }),
  ...rates('economy', 'overseas', { 20: 120, 100: 260, 250: 460 }),
];

/** The proof of receipt costs the same wherever the letter goes. */
function registered(destination: DestinationZone, bands: Record<number, number>): PostageRate[] {
  const withProof = Object.entries(bands).map(([limit, cents]) => [limit, cents + 140] as const);
  return [
    ...rates('registered', destination, bands),
    ...rates('registered_ar', destination, Object.fromEntries(withProof)),
  ];
}

function rates(product: CarrierProduct, destination: DestinationZone, bands: Record<number, number>): PostageRate[] {
  return Object.entries(bands).map(([limit, cents]) => ({
    product,
    destination,
    bandLimit: Number(limit),
    cents,
    validFrom: '2020-01-01',
    specimen: true,
  }));
}

/** The postage in cents of a product to a zone in a band on a day (J); `postage_not_valid` when none or more than one price holds. */
export function postageOn(
  table: readonly PostageRate[],
  product: CarrierProduct,
  destination: DestinationZone,
  bandLimit: number,
  day: LocalDate,
): number {
  const valid = table.filter(
    (rate) =>
      rate.product === product &&
      rate.destination === destination &&
      rate.bandLimit === bandLimit &&
      isValidOn(rate, day),
  );
  const [rate, second] = valid;
  if (rate && !second) return rate.cents;
  throw new MailError(
    'postage_not_valid',
    `${second ? 'More than one price is' : 'No price is'} valid on ${day} for "${product}" to ${zoneWords[destination]} up to ${bandLimit} g. Mend the postage table and its dates.`,
  );
}
