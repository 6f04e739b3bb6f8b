import type { JournalRecord } from '#contracts/simulator-journal';

/** A sheet of paper in the stacker. */
export interface PrintedSheet {
  readonly sheetCode: string | null;
  readonly windowCode: string | null;
}

export interface SpooledJob {
  readonly jobId: number;
  readonly name: string;
  readonly user: string;
  readonly sides: string;
  readonly octets: number;
  readonly acceptedAt: string;
  state: 'waiting' | 'completed' | 'aborted' | 'canceled';
  firstSheetAt: string | undefined;
  endedAt: string | undefined;
  sheetsOut: number;
  /** After that many sheets the machine printed the last `again` of them once more. */
  jam: { after: number; again: number } | undefined;
  /** Someone pressed cancel; the engine ends the job between two sheets, so that no sheet follows the end. */
  cancelAsked: boolean;
}

/** Memory of the printer: its jobs for ever, and the stacks of paper that no inserter has finished yet. */
export class Printed {
  readonly jobs = new Map<number, SpooledJob>();
  readonly #stacks = new Map<string, PrintedSheet[]>();

  readonly hear = (record: JournalRecord): void => {
    switch (record.type) {
      case 'job_accepted': {
        const { jobId, name, user, sides, octets, at } = record;
        const fresh = { firstSheetAt: undefined, endedAt: undefined, sheetsOut: 0, jam: undefined, cancelAsked: false };
        this.jobs.set(jobId, { jobId, name, user, sides, octets, acceptedAt: at, state: 'waiting', ...fresh });
        break;
      }
      case 'sheet_out': {
        const { sheetCode, windowCode } = record;
        const job = this.jobs.get(record.jobId);
        if (job) job.sheetsOut += 1;
        if (job) job.firstSheetAt ??= record.at;
        const stack = this.#stacks.get(record.name);
        if (stack) stack.push({ sheetCode, windowCode });
        else this.#stacks.set(record.name, [{ sheetCode, windowCode }]);
        break;
      }
      case 'job_ended': {
        const job = this.jobs.get(record.jobId);
        if (job) Object.assign(job, { state: record.state, endedAt: record.at });
        break;
      }
      case 'fault_used': {
        const job = record.fault === 'jam' ? this.jobs.get(Number(record.detail['jobId'])) : undefined;
        if (job) job.jam = { after: Number(record.detail['after']), again: Number(record.detail['again']) };
        break;
      }
      case 'lot_ended':
        this.#stacks.delete(record.job); // every sheet of it is in an envelope or in the bin
        break;
      default:
    }
  };

  /** The job that the machine works on: the oldest that has not ended. */
  get current(): SpooledJob | undefined {
    for (const job of this.jobs.values()) if (job.state === 'waiting') return job;
    return undefined;
  }

  get nextJobId(): number {
    return ([...this.jobs.keys()].at(-1) ?? 0) + 1;
  }

  /** All paper in the room that came out of the printer and has not gone through the inserter to its lot's end. */
  stacks(): { name: string; sheets: readonly PrintedSheet[] }[] {
    return [...this.#stacks].map(([name, sheets]) => ({ name, sheets }));
  }

  /** The lot's paper in the order it came out, once all its jobs have ended; undefined while it prints or never did. */
  stack(name: string): readonly PrintedSheet[] | undefined {
    const jobs = [...this.jobs.values()].filter((job) => job.name === name);
    if (jobs.length === 0 || jobs.some((job) => job.state === 'waiting')) return undefined;
    return this.#stacks.get(name) ?? [];
  }
}
