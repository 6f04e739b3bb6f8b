/**
 * What an inserter is to Pli: it gets one job file a lot (which sheets make which piece, in feeding order, into which tray) and
 * gives one record for each piece, as read by its own cameras. What it reports is what it read, never what it was told.
 */
export interface InserterPiece {
  /** Feeding order in the lot, from 1. */
  readonly position: number;
  readonly windowCode: string;
  readonly copy: number;
  /** Sheet codes in feeding order; the first is the address sheet. */
  readonly sheetCodes: readonly string[];
  /** Number of the planned tray of the site. */
  readonly tray: number;
}

export interface InserterJob {
  /** The lot's own name, the same as its print job's: the operator brings the stack that bears it. */
  readonly name: string;
  readonly site: string;
  readonly lot: number;
  /** Code of the envelope stock to load. */
  readonly envelope: string;
  readonly pieces: readonly InserterPiece[];
}

/** closed: in its tray · diverted: closed, put aside for a person · incomplete: not closed, its sheets lie in the bin. */
export type InserterOutcome = 'closed' | 'diverted' | 'incomplete';

export interface InserterRecord {
  /** Numbered from 1 within the job: with the job's name the source id of the fact. */
  readonly sequence: number;
  /** The planned position the machine believes it made; null when it cannot tell. */
  readonly position: number | null;
  /** Read through the window at the exit; null when unreadable or nothing was closed. */
  readonly windowCode: string | null;
  /** Sheet codes really read into this envelope, in order. */
  readonly sheetCodes: readonly string[];
  readonly outcome: InserterOutcome;
  /** The tray it fell into; null unless closed. */
  readonly tray: number | null;
  /** ISO date and time by the machine's clock. */
  readonly at: string;
}

/** A sheet that went into no envelope: lot banners, what a jam printed twice, sheets of another lot, unreadable ones. */
export interface OutsortedSheet {
  /** Numbered from 1 within the job, apart from the records. */
  readonly sequence: number;
  readonly sheetCode: string | null;
  readonly reason: 'banner' | 'duplicate' | 'foreign' | 'unread';
  readonly at: string;
}

export interface InserterResults {
  readonly records: readonly InserterRecord[];
  readonly outsorted: readonly OutsortedSheet[];
  /** The machine has ended the lot: nothing more comes. */
  readonly complete: boolean;
}

export interface Inserter {
  /** Idempotent for the same job. MailError `inserter_job_conflict` (never) when another job already bears the name. */
  submit(job: InserterJob): Promise<void>;
  /** Has the machine been given a job of that name? */
  has(name: string): Promise<boolean>;
  /** All that the machine has told so far, in order; asking changes nothing. */
  results(name: string): Promise<InserterResults>;
  /** Removes job and result files once the lot is accepted: they name pieces. Erasing twice is no error. */
  erase(name: string): Promise<void>;
}
