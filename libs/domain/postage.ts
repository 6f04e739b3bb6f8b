import type { LocalDate } from './local-date.ts';
import { MailError } from './mail-error.ts';
import { isValidOn } from './services.ts';
import type { CarrierProduct } from './services.ts';

/** One dated price of the carrier, in euro cents. `specimen` says that it is nobody's real tariff. */
export type PostageRate = {
  product: CarrierProduct;
  /** Upper limit of the band in grams. */
  bandLimit: number;
  cents: number;
  validFrom: LocalDate;
  validTo?: LocalDate | undefined;
  specimen: boolean;
};

/** SPECIMEN: round figures of no post office, for the demonstration and its tests only. */
export const specimenPostage: readonly PostageRate[] = [
  ...rates('priority', { 20: 150, 100: 300, 250: 500, 500: 700, 1000: 900, 2000: 1100 }),
  ...rates('registered', { 20: 600, 50: 680, 100: 750, 250: 900, 500: 1050, 1000: 1200, 2000: 1400 }),
  ...rates('registered_ar', { 20: 740, 50: 820, 100: 890, 250: 1040, 500: 1190, 1000: 1340, 2000: 1540 }),
  ...rates('economy', { 20: 120, 100: 240, 250: 400 }),
];

function rates(product: CarrierProduct, bands: Record<number, number>): PostageRate[] {
  return Object.entries(bands).map(([limit, cents]) => ({
    product,
    bandLimit: Number(limit),
    cents,
    validFrom: '2020-01-01',
    specimen: true,
  }));
}

/** The postage in cents of a product and band on a day (J); `postage_not_valid` when none or more than one price holds. */
export function postageOn(
  table: readonly PostageRate[],
  product: CarrierProduct,
  bandLimit: number,
  day: LocalDate,
): number {
  const valid = table.filter(
    (rate) => rate.product === product && rate.bandLimit === bandLimit && isValidOn(rate, day),
  );
  const [rate, second] = valid;
  if (rate && !second) return rate.cents;
  throw new MailError(
    'postage_not_valid',
    `${second ? 'More than one price is' : 'No price is'} valid on ${day} for "${product}" up to ${bandLimit} g. Mend the dates of the postage table.`,
  );
}
