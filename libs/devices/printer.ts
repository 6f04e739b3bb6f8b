/**
 * What a printer is to Pli. Printing is irreversible and IPP knows no idempotency key, so a job carries the lot's name for ever:
 * ask `find(name)` before `submit`, and after a submit whose outcome is unknown ask again, never print again.
 */
export type Sides = 'one-sided' | 'two-sided-long-edge';

export interface PrintJob {
  /** The lot's own name, unique for ever. */
  readonly name: string;
  /** Path of the print file, a PDF. */
  readonly file: string;
  /** Physical sheets the file should become, banners included. */
  readonly sheets: number;
  readonly sides: Sides;
  /** PWG media name; A4 when left out. */
  readonly media?: string;
}

export type PrintJobState = 'pending' | 'held' | 'processing' | 'stopped' | 'completed' | 'aborted' | 'canceled';

export interface PrintJobReport {
  readonly jobId: number;
  readonly name: string;
  readonly state: PrintJobState;
  /** Sheets that physically came out so far, what a jam made the machine repeat included; undefined: it does not count them. */
  readonly sheetsCompleted: number | undefined;
  /** Printed sides so far; undefined: it does not count them. */
  readonly impressionsCompleted: number | undefined;
  /** When the printer was asked. */
  readonly at: Date;
}

/** How the machine is, whatever its jobs: by its own word. */
export interface MachineCondition {
  readonly state: 'ready' | 'busy' | 'trouble';
  /** The machine's codes for what troubles it (IPP printer-state-reasons), without "none". */
  readonly reasons: readonly string[];
}

export interface Printer {
  /**
   * Sends the job in one attempt. Throws MailError: `printer_unreachable` (nothing was sent, later), `printer_busy` (answered,
   * later), `printer_refused` (answered, never), `printer_outcome_unknown` (it may be printing, never).
   */
  submit(job: PrintJob): Promise<{ jobId: number }>;
  /**
   * The job of that name, running or ended, or undefined when the printer never had it. Throws MailError:
   * `printer_unreachable` (later), `printer_job_doubled` (two jobs bear the name: a person must look, never).
   */
  find(name: string): Promise<PrintJobReport | undefined>;
  /** How the printer is. Throws MailError: `printer_unreachable` (later). */
  condition(): Promise<MachineCondition>;
}

/** No sheet will come out of a job in these states. */
export function printJobHasEnded(state: PrintJobState): boolean {
  return state === 'completed' || state === 'aborted' || state === 'canceled';
}
