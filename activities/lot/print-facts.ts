import type { PrintJobState } from '#devices/printer';
import { factsAbout, recordFacts } from '#database/facts';
import type { Sql } from '#database/scope';
import { jobName, machineOf, type LotRow } from './lot-row.ts';

/** We are about to send the job: `<job>/attempt/<n>`. A number is used once, whoever runs. */
const PRINT_ATTEMPT = 'print.attempt';
/** Attempt n surely left no job at the printer: `<job>/not_taken/<n>`. */
const PRINT_NOT_TAKEN = 'print.not_taken';
/** The printer says that no further sheet comes: `<job>/ended`. */
export const PRINT_ENDED = 'print.ended';

export interface PrintEnded {
  state: PrintJobState;
  jobId: number;
  /** Sheets that physically came out, banners and repeats of a jam included; missing when the printer does not count them. */
  sheets?: number | undefined;
}

/** Why an attempt left nothing at the printer: its own answer, no connection, or that it does not know the job. */
export type NotTaken = 'printer_unreachable' | 'printer_busy' | 'printer_refused' | 'absent';

/** What facts told by a machine name as their source. */
export const machineSource = (device: { id: string }): string => `machine:${device.id}`;

/** How often the job was sent, and how often that surely left nothing. They differ while the outcome of one attempt is open. */
export async function attemptsOf(sql: Sql, lotId: string): Promise<{ begun: number; notTaken: number }> {
  const begun = await factsAbout(sql, lotId, PRINT_ATTEMPT);
  const notTaken = await factsAbout(sql, lotId, PRINT_NOT_TAKEN);
  return { begun: begun.length, notTaken: notTaken.length };
}

/** Claims attempt n for this caller alone. @returns false when somebody else has begun it */
export async function beginAttempt(sql: Sql, lot: LotRow, n: number, now: Date): Promise<boolean> {
  return (
    (
      await recordFacts(sql, [
        { ...about(lot, now), sourceId: `${jobName(lot)}/attempt/${n}`, kind: PRINT_ATTEMPT, data: {} },
      ])
    ).size === 1
  );
}

/** Closes attempt n: nothing of it is at the printer. */
export async function attemptLeftNothing(sql: Sql, lot: LotRow, n: number, why: NotTaken, now: Date): Promise<void> {
  await recordFacts(sql, [
    { ...about(lot, now), sourceId: `${jobName(lot)}/not_taken/${n}`, kind: PRINT_NOT_TAKEN, data: { why } },
  ]);
}

const about = (lot: LotRow, now: Date) => ({
  siteId: lot.site_id,
  source: machineSource(machineOf(lot, 'printer')),
  subjectId: lot.id,
  at: now,
  recordedAt: now,
});
