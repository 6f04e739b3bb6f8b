import { z } from 'zod';
import { lineFormat } from './line-file.ts';

const piece = z.object({
  position: z.int().min(1),
  windowCode: z.string(),
  copy: z.int().min(1),
  sheetCodes: z.array(z.string()).min(1).readonly(),
  tray: z.int().min(1),
});
export type InserterPieceLine = z.infer<typeof piece>;

/** `<job>.jsonl` in the inserter's `jobs` folder: header = the lot, a line a piece. */
export const inserterJobFile = lineFormat(
  'pli-inserter-job',
  1,
  z.object({ job: z.string(), site: z.string(), lot: z.int(), envelope: z.string() }),
  piece,
);

const resultLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('envelope'),
    sequence: z.int().min(1),
    position: z.int().nullable(),
    windowCode: z.string().nullable(),
    sheetCodes: z.array(z.string()),
    outcome: z.enum(['closed', 'diverted', 'incomplete']),
    tray: z.int().nullable(),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('outsorted'),
    sequence: z.int().min(1),
    sheetCode: z.string().nullable(),
    reason: z.enum(['banner', 'duplicate', 'foreign', 'unread']),
    at: z.string(),
  }),
]);
export type InserterResultLine = z.infer<typeof resultLine>;

/** `<job>.<part>.jsonl` in its `results` folder, an instalment: a line an envelope or an outsorted sheet; the last says so. */
export const inserterResultFile = lineFormat(
  'pli-inserter-result',
  1,
  z.object({ job: z.string(), part: z.int().min(1), last: z.boolean() }),
  resultLine,
);

/** The name of an instalment's file; parts are padded so that name order is their order. */
export function inserterResultName(job: string, part: number): string {
  return `${job}.${String(part).padStart(5, '0')}.jsonl`;
}
