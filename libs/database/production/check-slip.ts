import { MailError } from '#domain/mail-error';
import { carrierProducts, type ServiceVersion } from '#domain/services';
import { totalOf } from '#domain/slip';
import type { Sql } from '../scope.ts';
import type { StampedSlip } from './type-acknowledgement.ts';

const MINUTE = 60_000;
/** More than declared that a carrier may have counted: a tenth of the deposit, at least this many. Beyond it a digit was typed wrong. */
const SURPLUS_AT_LEAST = 100;

/** A deposit as its slip declares it. */
export interface SlippedDeposit {
  left_at: Date;
  pieces: number;
  declared: { product: string; band: number }[] | null;
}

/**
 * What was typed in can stand on a stamped slip of this deposit: each code once, each product and band once and of the carrier's tariff, no
 * more pieces than the deposit may hold. No refusal quotes what was typed: it may be anything.
 * @throws MailError `slip_code_twice` · `slip_product_unknown` · `slip_band_unknown` · `slip_line_twice` · `slip_count_impossible`
 */
export async function checkSlip(sql: Sql, siteId: string, d: SlippedDeposit, slip: StampedSlip): Promise<void> {
  const codes = [...slip.missing, ...slip.refused.map(({ windowCode }) => windowCode)];
  if (new Set(codes).size < codes.length)
    throw new MailError(
      'slip_code_twice',
      'A window code stands on the slip twice. An envelope is either missing or refused: leave it in one place, once.',
    );
  const tariff = await tariffOf(sql, siteId, d);
  slip.found.forEach(({ product, band }, i) => checkLine(tariff, product, band, i + 1));
  const lines = slip.found.map(({ product, band }) => `${product} ${band}`);
  const twice = lines.findIndex((line, i) => lines.indexOf(line) < i);
  if (twice >= 0)
    throw new MailError(
      'slip_line_twice',
      `${lines[twice]} g stands in found twice. Add the two counts up in one line.`,
    );
  const most = d.pieces + Math.max(SURPLUS_AT_LEAST, Math.ceil(d.pieces / 10));
  if (totalOf(slip.found) + codes.length > most)
    throw new MailError(
      'slip_count_impossible',
      `The slip counts more than ${most} pieces; ${d.pieces} were declared. Read the counts again.`,
    );
}

/** The bands (g) by product: of the services valid when the deposit left, to any zone, and of what it declares itself. */
async function tariffOf(sql: Sql, siteId: string, d: SlippedDeposit): Promise<Map<string, Set<number>>> {
  const [services] = await sql<{ versions: ServiceVersion[] }>(
    `select data->'versions' as versions from pli.profiles where site_id = $1 and kind = 'services' and valid_from <= $2
     order by valid_from desc, version desc limit 1`,
    [siteId, d.left_at],
  );
  const known = [
    ...(services?.versions ?? []).flatMap(({ product, bandLimits }) => bandLimits.map((band) => ({ product, band }))),
    ...(d.declared ?? []),
  ];
  const tariff = new Map<string, Set<number>>();
  for (const { product, band } of known) tariff.set(product, (tariff.get(product) ?? new Set()).add(band));
  return tariff;
}

function checkLine(tariff: ReadonlyMap<string, ReadonlySet<number>>, product: string, band: number, line: number) {
  const bands = tariff.get(product);
  if (bands === undefined)
    throw new MailError(
      'slip_product_unknown',
      `Line ${line} of found names no product of this carrier. Its products here: ${carrierProducts.filter((each) => tariff.has(each)).join(', ')}.`,
    );
  if (!bands.has(band))
    throw new MailError(
      'slip_band_unknown',
      `Line ${line} of found names no weight band of ${product}. Its bands end at ${[...bands].sort((a, b) => a - b).join(', ')} g: give one of these.`,
    );
}

/**
 * The hour that a person reads off the carrier's word: not before the deposit left, not in the future. A stamp has hour and minute alone.
 * @throws MailError `acceptance_out_of_time`
 */
export function checkCarriersHour(at: Date, leftAt: Date, now: Date): void {
  const earliest = Math.floor(leftAt.getTime() / MINUTE) * MINUTE;
  if (at.getTime() < earliest || at > now)
    throw new MailError(
      'acceptance_out_of_time',
      `The carrier had it between ${new Date(earliest).toISOString()}, when it left, and now. Read the date and hour again.`,
    );
}
