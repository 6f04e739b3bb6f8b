import { z } from 'zod';
import { lineFormat } from './line-file.ts';

/** No deposit holds more items, of any product and band. */
export const mostItems = 1_000_000;
/** As many parts as {@link acknowledgementName} keeps in order. */
const MOST_PARTS = 99_999;
const trayNumber = z.int32();
const count = z.object({ product: z.string(), band: z.string(), count: z.int().min(0).max(mostItems) });
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
    tray: trayNumber.min(1),
    windowCode: z.string(),
    registeredNumber: z.string().nullable(),
    product: z.string(),
    band: z.string(),
    weightMg: z.int32().min(0),
  }),
);

/**
 * `<deposit>.<part>.jsonl`: header with date, hour and the counts found; a line an item that is not as declared.
 * - `found` counts what the carrier took of each product and band: neither missing nor refused items; an undeclared item only when its
 *   line says under which product and band.
 * - `supplement`: said after the last part (parts numbered on, `last` without meaning): what was missing and has been found since, a line
 *   `found` each; `acceptedAt` is when. Other lines in a supplement move nothing, nor does `found` in an ordinary part.
 */
export const acknowledgementFile = lineFormat(
  'pli-acknowledgement',
  1,
  z.object({
    deposit: z.string(),
    part: z.int().min(1).max(MOST_PARTS),
    last: z.boolean(),
    supplement: z.boolean().optional(),
    acceptedAt: z.iso.datetime({ offset: true }),
    found: z.array(count),
  }),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('missing'), tray: trayNumber, windowCode: z.string() }),
    z.object({ kind: z.literal('refused'), tray: trayNumber, windowCode: z.string(), reason: z.string() }),
    z.object({
      kind: z.literal('undeclared'),
      tray: trayNumber,
      windowCode: z.string().nullable(),
      /** Where it stands in `found`; absent when it is not counted there. */
      product: z.string().optional(),
      band: z.string().optional(),
    }),
    z.object({ kind: z.literal('found'), tray: trayNumber, windowCode: z.string() }),
  ]),
);

/** The name of an acknowledgement's file; parts are padded so that name order is their order. */
export function acknowledgementName(deposit: string, part: number): string {
  return `${deposit}.${String(part).padStart(5, '0')}.jsonl`;
}

/**
 * `tracking/<name>.jsonl`, any name, each file written once: events of tracked items of any site, in the codes of La Poste's Suivi 2
 * (`DI1` delivered, `DI2` returned, …). The same event may also be told by the poller: number, code and hour make it one.
 */
export const trackingFile = lineFormat(
  'pli-tracking',
  1,
  z.object({ writtenAt: z.iso.datetime({ offset: true }) }),
  z.object({ number: z.string(), code: z.string(), label: z.string(), at: z.iso.datetime({ offset: true }) }),
);

/** How many items of each product and band, in a stable order. */
export function countsOf(items: readonly { readonly product: string; readonly band: string }[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { product, band } of items) {
    const key = `${product} ${band}`;
    counts.set(key, { product, band, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, count]) => count);
}
