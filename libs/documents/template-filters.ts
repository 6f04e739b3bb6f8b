import type { Liquid } from 'liquidjs';

const noBreak = ' ';
const money = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const decimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 });
const share = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' });

/** What French business mail needs beside Liquid's own filters; spaces that must not break are not breakable. */
export const frenchFilters = {
  /** Cents → `1 234,50 €`. */
  euros: (cents: unknown) => money.format(numberFrom(cents, 'euros') / 100),
  /** `1234.5` → `1 234,5`. */
  quantity: (value: unknown) => decimal.format(numberFrom(value, 'quantity')),
  /** `5.5` → `5,5 %`. */
  percent: (value: unknown) => `${share.format(numberFrom(value, 'percent'))}${noBreak}%`,
  /** `2025-11-01` → `1er novembre 2025`. */
  long_date: (value: unknown) => {
    const date = dateFrom(value, 'long_date');
    const day = date.getUTCDate() === 1 ? '1er' : String(date.getUTCDate());
    return `${day}${noBreak}${month.format(date)}${noBreak}${date.getUTCFullYear()}`;
  },
  /** `2025-11-01` → `01/11/2025`. */
  short_date: (value: unknown) => {
    const date = dateFrom(value, 'short_date');
    const two = (part: number) => String(part).padStart(2, '0');
    return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
  },
};

export function addFrenchFilters(liquid: Liquid): void {
  for (const [name, filter] of Object.entries(frenchFilters)) liquid.registerFilter(name, filter);
}

/** A filter that cannot do its work stops the letter: a wrong amount must never be printed as an empty one. */
function numberFrom(value: unknown, filter: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`the filter ${filter} needs a number`);
}
function dateFrom(value: unknown, filter: string): Date {
  const date =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw new TypeError(`the filter ${filter} needs a date like 2025-11-01`);
}
