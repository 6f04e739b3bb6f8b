import { z } from 'zod';
import { lineFormat } from './line-file.ts';

const count = z.object({ product: z.string(), band: z.string(), count: z.int().min(0) });
/** Items of one product and weight band. */
export type Count = z.infer<typeof count>;

/** `<deposit>.jsonl`: header with the counts declared per product and band, a line an item. */
export const manifestFile = lineFormat(
  'pli-manifest',
  1,
  z.object({
    deposit: z.string(),
    site: z.string(),
    contract: z.string(),
    date: z.iso.date(),
    declared: z.array(count),
  }),
  z.object({
    tray: z.int().min(1),
    windowCode: z.string(),
    registeredNumber: z.string().nullable(),
    product: z.string(),
    band: z.string(),
    weightMg: z.int().min(0),
  }),
);

/** `<deposit>.<part>.jsonl`: header with date, hour and the counts found; a line an item that is not as declared. */
export const acknowledgementFile = lineFormat(
  'pli-acknowledgement',
  1,
  z.object({
    deposit: z.string(),
    part: z.int().min(1),
    last: z.boolean(),
    acceptedAt: z.iso.datetime({ offset: true }),
    found: z.array(count),
  }),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('missing'), tray: z.int(), windowCode: z.string() }),
    z.object({ kind: z.literal('refused'), tray: z.int(), windowCode: z.string(), reason: z.string() }),
    z.object({ kind: z.literal('undeclared'), tray: z.int(), windowCode: z.string().nullable() }),
  ]),
);

/** The name of an acknowledgement's file; parts are padded so that name order is their order. */
export function acknowledgementName(deposit: string, part: number): string {
  return `${deposit}.${String(part).padStart(5, '0')}.jsonl`;
}

/** How many items of each product and band, in a stable order. */
export function countsOf(items: readonly { readonly product: string; readonly band: string }[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { product, band } of items) {
    const key = `${product} ${band}`;
    counts.set(key, { product, band, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, count]) => count);
}
