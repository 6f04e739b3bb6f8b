import { rm } from 'node:fs/promises';
import type { JournalEntry } from '#contracts/simulator-journal';
import type { Camera, SheetReading } from './camera.ts';
import { happened, lotOf, type Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import { rest, stride, type Bell } from './pace.ts';
import type { Printed, SpooledJob } from './printed.ts';
import type { Knobs } from './settings.ts';

export interface PrintEngine {
  journal: Journal;
  printed: Printed;
  faults: Faults;
  knobs: Knobs;
  camera: Camera;
  /** Where a job's spooled PDF lies. */
  spooled: (jobId: number) => string;
  bell: Bell;
}

/**
 * The printing itself: job after job, sheet after sheet, each journalled as it falls into the stacker. After a restart a job goes
 * on behind its last journalled sheet.
 */
export async function runPrintEngine(engine: PrintEngine, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const job = engine.printed.current;
    if (job) await print(engine, job, stop);
    else await engine.bell.wait(stop);
  }
}

async function print(engine: PrintEngine, job: SpooledJob, stop: AbortSignal): Promise<void> {
  const { journal, camera, spooled } = engine;
  let sheets: SheetReading[];
  try {
    sheets = await camera(spooled(job.jobId), job.sides === 'one-sided' ? 1 : 2);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
    await end(engine, job, 'aborted', reason);
    return;
  }
  await perhapsJam(engine, job, sheets.length);
  const order = physicalOrder(sheets.length, job.jam);
  while (job.sheetsOut < order.length && !job.cancelAsked) {
    const { count, ms } = stride(engine.knobs.sheetsPerMinute);
    if (ms > 0 && !(await rest(ms, stop))) return;
    if (stop.aborted) return;
    const out = order.slice(job.sheetsOut, job.sheetsOut + count).map(({ sheet, repeat }): JournalEntry => {
      const { sheetCode = null, windowCode = null } = sheets[sheet] ?? {};
      return { type: 'sheet_out', jobId: job.jobId, name: job.name, sheetCode, windowCode, repeat };
    });
    await journal.append(...out);
  }
  await end(engine, job, job.cancelAsked && job.sheetsOut < order.length ? 'canceled' : 'completed', null);
}

async function end(
  engine: PrintEngine,
  job: SpooledJob,
  state: 'completed' | 'aborted' | 'canceled',
  reason: string | null,
): Promise<void> {
  await engine.journal.append({ type: 'job_ended', jobId: job.jobId, name: job.name, state, reason });
  // The spool holds letters: it goes as soon as nothing more is printed from it.
  await rm(engine.spooled(job.jobId), { force: true });
}

/** Decides, before the first sheet, where a jam asked for this lot will happen: in the middle, once. */
async function perhapsJam({ journal, faults }: PrintEngine, job: SpooledJob, sheets: number): Promise<void> {
  const lot = lotOf(job.name);
  const fault = faults.awaiting('jam', lot);
  if (!fault || job.sheetsOut > 0 || sheets === 0) return;
  const again = Math.min(fault.sheets, sheets);
  const after = Math.max(again, Math.ceil(sheets / 2));
  await journal.append(happened(fault, lot, { jobId: job.jobId, after, again }));
}

/** The order in which paper falls: all sheets, and after a jam's sheet the last ones once more. Indices from 0. */
export function physicalOrder(sheets: number, jam: SpooledJob['jam']): { sheet: number; repeat: boolean }[] {
  const once = Array.from({ length: sheets }, (_, sheet) => ({ sheet, repeat: false }));
  if (!jam) return once;
  const doubled = once.slice(jam.after - jam.again, jam.after).map(({ sheet }) => ({ sheet, repeat: true }));
  return [...once.slice(0, jam.after), ...doubled, ...once.slice(jam.after)];
}
