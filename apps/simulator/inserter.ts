import { join } from 'node:path';
import type { JournalEntry } from '#contracts/simulator-journal';
import { inserterJobFile, inserterResultFile, inserterResultName } from '#contracts/machines/inserter-files';
import { happened, type Faults } from './faults.ts';
import { openFolder } from './folder.ts';
import { feed, type Step } from './feeding.ts';
import type { Inserted, InserterLot } from './inserted.ts';
import type { Journal } from './journal.ts';
import { plannedSteps } from './mishaps.ts';
import { rest, stride } from './pace.ts';
import type { Printed } from './printed.ts';
import type { Knobs } from './settings.ts';

export interface InserterParts {
  journal: Journal;
  printed: Printed;
  inserted: Inserted;
  faults: Faults;
  knobs: Knobs;
  folder: string;
  pollMs: number;
}

/** Lines of a result file before the next one is begun. */
const instalment = 50;

/**
 * The inserter: takes a job file once its stack is printed, closes envelope after envelope, each journalled as it falls, and tells
 * them in instalments. A restart goes on behind the last journalled step of the lot.
 */
export async function runInserter(parts: InserterParts, stop: AbortSignal): Promise<void> {
  const jobs = await openFolder(join(parts.folder, 'jobs'));
  const results = await openFolder(join(parts.folder, 'results'));
  while (!stop.aborted) {
    for (const file of await jobs.names()) {
      if (stop.aborted) return;
      const known = parts.inserted.lots.get(file.replace(/\.jsonl$/, ''));
      if (known?.toldAt !== undefined) continue;
      const job = readJob(await jobs.text(file));
      if (job) await work(parts, job, (name, content) => results.put(name, content), stop);
      await perhapsTake(parts);
    }
    await perhapsTake(parts);
    await rest(parts.pollMs, stop);
  }
}

type ReadJob = NonNullable<ReturnType<typeof inserterJobFile.read>>;
type WriteResult = (name: string, content: string) => Promise<void>;

/** A file that is half written is looked at again later; one that is no job of ours stays where it lies. */
function readJob(text: string): ReadJob | undefined {
  try {
    return inserterJobFile.read(text);
  } catch {
    return undefined;
  }
}

async function work(parts: InserterParts, job: ReadJob, write: WriteResult, stop: AbortSignal): Promise<void> {
  const { journal, printed, inserted, knobs } = parts;
  const { job: name, site, lot: number } = job.header;
  const stack = printed.stack(name);
  if (!stack) return; // the operator has no paper to load yet
  if (!inserted.lots.has(name))
    await journal.append({ type: 'lot_loaded', job: name, site, lot: number, pieces: job.lines.length });
  const lot = inserted.lots.get(name);
  if (!lot) return;
  if (!lot.ended) {
    const steps = await plannedSteps(parts, lot, feed(stack, job.lines));
    while (lot.steps < steps.length) {
      const { count, ms } = stride(knobs.envelopesPerHour === 'infinite' ? 'infinite' : knobs.envelopesPerHour / 60);
      if (ms > 0 && !(await rest(ms, stop))) return;
      if (stop.aborted) return;
      await journal.append(...steps.slice(lot.steps, lot.steps + count).map(happening(lot)));
      if (lot.lines.length - lot.told >= instalment || ms > 0) await tell(parts, lot, write);
    }
    await journal.append({ type: 'lot_ended', job: name });
  }
  await tell(parts, lot, write);
}

/** What the journal says of a step. Numbers run apart for told envelopes and for outsorted sheets, in the order of the steps. */
function happening(lot: InserterLot): (step: Step) => JournalEntry {
  let envelopes = lot.lines.filter(({ kind }) => kind === 'envelope').length;
  let outsorted = lot.lines.length - envelopes;
  return (step) => {
    const { job, site } = lot;
    if (step.kind === 'outsort') {
      const { sheetCode } = step.sheet;
      return { type: 'sheet_outsorted', job, sequence: ++outsorted, sheetCode, reason: step.reason };
    }
    const { position, tray } = step.piece;
    const sheetCodes = codesOf(step.sheets);
    if (!step.whole) return { type: 'piece_incomplete', job, sequence: ++envelopes, position, sheetCodes };
    const outcome = lot.dropped.has(position) ? 'dropped' : lot.diverted.has(position) ? 'diverted' : 'closed';
    return {
      type: 'envelope_closed',
      job,
      site,
      sequence: outcome === 'dropped' ? null : ++envelopes,
      position,
      windowCode: step.sheets[0]?.windowCode ?? null,
      sheetCodes,
      ...(step.read && { read: codesOf(step.read) }),
      outcome,
      tray: outcome === 'closed' ? tray : null,
    };
  };
}

const codesOf = (sheets: Extract<Step, { kind: 'piece' }>['sheets']): string[] =>
  sheets.flatMap(({ sheetCode }) => sheetCode ?? []);

/** Somebody's hand: of a lot that the machine has told of to its end, an envelope leaves its tray, and nobody is told. */
async function perhapsTake({ journal, inserted, faults }: InserterParts): Promise<void> {
  for (const armed of faults.armed.filter(({ fault }) => fault === 'hand'))
    for (const lot of inserted.lots.values()) {
      const awaited = faults.awaiting('hand', lot)?.set === armed.set;
      if (!awaited || lot.toldAt === undefined || (armed.lot === 'next' && lot.toldAt < armed.set)) continue;
      const inTrays = [...inserted.envelopes.values()].filter(
        ({ site, lot: number, where }) => site === lot.site && number === lot.lot && where === 'tray',
      );
      const envelope = inTrays.find(({ troubled }) => !troubled) ?? inTrays[0];
      if (envelope) await journal.append(happened(armed, lot, { envelope: envelope.n }));
      if (envelope) break;
    }
}

/** Writes what has not been told yet. Killed between file and journal, the same part is written again, perhaps longer. */
async function tell({ journal }: InserterParts, lot: InserterLot, write: WriteResult): Promise<void> {
  while (lot.told < lot.lines.length || (lot.ended && lot.toldAt === undefined)) {
    const part = lot.parts + 1;
    const upTo = Math.min(lot.lines.length, lot.told + instalment);
    const last = lot.ended && upTo === lot.lines.length;
    const content = inserterResultFile.write({
      header: { job: lot.job, part, last },
      lines: lot.lines.slice(lot.told, upTo),
    });
    await write(inserterResultName(lot.job, part), content);
    await journal.append({ type: 'result_written', job: lot.job, part, upTo, last });
  }
}
