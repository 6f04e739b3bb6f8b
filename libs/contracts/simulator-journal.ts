import { readFile } from 'node:fs/promises';

/**
 * The journal of the simulated print room and post: the third witness of the checker. One JSON line a record, appended and
 * forced to disk by the simulator alone before anyone is told of it. It says what physically happened, not what was asked.
 */
export type JournalEntry =
  /** The simulator (re)started; a gap in time lies before it. */
  | { type: 'started' }
  /** A print job is safely spooled. Two jobs of one name are two stacks of paper. */
  | { type: 'job_accepted'; jobId: number; name: string; user: string; sides: string; octets: number }
  /** One physical sheet in the stacker. `repeat` is true when a jam made the machine print it once more in the same job. */
  | {
      type: 'sheet_out';
      jobId: number;
      name: string;
      sheetCode: string | null;
      windowCode: string | null;
      repeat: boolean;
    }
  | {
      type: 'job_ended';
      jobId: number;
      name: string;
      state: 'completed' | 'aborted' | 'canceled';
      reason: string | null;
    }
  /** An inserter job was taken and its stack loaded. */
  | { type: 'lot_loaded'; job: string; site: string; lot: number; pieces: number }
  /**
   * An envelope was closed over exactly these sheets; `read` is what the camera saw of them where it saw less. `diverted`: into the
   * pocket, not into a tray. `dropped`: onto the floor before the exit's camera, so that no record numbers it.
   */
  | {
      type: 'envelope_closed';
      job: string;
      site: string;
      sequence: number | null;
      position: number;
      windowCode: string | null;
      sheetCodes: string[];
      read?: string[];
      outcome: 'closed' | 'diverted' | 'dropped';
      tray: number | null;
    }
  /** A piece that was not closed: sheets of it were missing. Its sheets lie in the bin. */
  | { type: 'piece_incomplete'; job: string; sequence: number; position: number; sheetCodes: string[] }
  | {
      type: 'sheet_outsorted';
      job: string;
      sequence: number;
      sheetCode: string | null;
      reason: 'banner' | 'duplicate' | 'foreign' | 'unread';
    }
  | { type: 'lot_ended'; job: string }
  /** A result file is in place; it tells the first `upTo` steps of the lot. */
  | { type: 'result_written'; job: string; part: number; upTo: number; last: boolean }
  /** A person moved an envelope (named by its envelope_closed record) into a tray, or out of every tray. */
  | { type: 'envelope_moved'; envelope: number; windowCode: string | null; tray: number | null }
  /** A person opened an envelope: it is no more, and these sheets, which were really inside, lie in the bin. */
  | { type: 'envelope_opened'; envelope: number; windowCode: string | null; sheetCodes: string[] }
  | { type: 'manifest_taken'; deposit: string; site: string; items: number; trays: number[] }
  /**
   * The post holds this envelope (named by its envelope_closed record). `declared`: the manifest announced it. `late`: it was
   * missing at the count and turned up afterwards.
   */
  | {
      type: 'item_accepted';
      deposit: string;
      envelope: number;
      windowCode: string | null;
      tray: number;
      product: string | null;
      band: string | null;
      registeredNumber: string | null;
      declared: boolean;
      late?: true;
    }
  /** The post hands this envelope back: it lies in the print room again. */
  | { type: 'item_refused'; deposit: string; envelope: number; windowCode: string; tray: number; reason: string }
  /** Announced and not found in its tray. */
  | {
      type: 'item_missing';
      deposit: string;
      windowCode: string;
      tray: number;
      product: string;
      band: string;
      registeredNumber: string | null;
    }
  /** The post has counted; `parts`: how it cuts its acknowledgement (one file, one a tray, or two halves). */
  | {
      type: 'deposit_accepted';
      deposit: string;
      accepted: number;
      missing: number;
      refused?: number;
      parts?: 'whole' | 'by_tray' | 'halves';
    }
  | { type: 'acknowledgement_written'; deposit: string; part: number; last: boolean; supplement?: true }
  | { type: 'tracking'; number: string; deposit: string; code: string; label: string }
  /** A tracking file is about to be written: it tells the tracking records up to record `upTo`, from where the file before ends. */
  | { type: 'tracking_told'; file: number; upTo: number }
  | {
      type: 'fault_set';
      fault: SimulatorFault;
      /** Null: whichever site comes first. */
      site: string | null;
      lot: number | 'next';
      sheets: number;
      ms: number | null;
      /** The diverted envelope is torn. */
      damaged?: true | undefined;
    }
  /** A fault happened; `detail` says to what, so that a restarted simulator repeats the same mishap and no other. */
  | { type: 'fault_used'; fault: SimulatorFault; set: number; lot: number; detail: Record<string, number | string> };

/**
 * The mishaps that may be asked for.
 * Printer: jam, the last sheets are printed again · unknown_answer, the connection is cut after the job is accepted.
 * Inserter: swap, two pieces get each other's inner sheets · double_feed, the next piece's first sheet slips unseen under the last of
 * this one · divert, one piece leaves into the pocket, torn or whole · drop, a closed envelope falls to the floor before the exit's camera ·
 * hand, somebody takes an envelope out of its tray after the inserter told of it.
 * Post: lose, one envelope is missing (and found after `ms`) · refuse, one is handed back · late_acknowledgement,
 * partial_acknowledgement, reordered_acknowledgement.
 * Registered items: lost_on_the_way, nothing more is heard of one · returned_late, one comes back after it was delivered.
 */
export const simulatorFaults = [
  'jam',
  'unknown_answer',
  'swap',
  'double_feed',
  'divert',
  'drop',
  'hand',
  'lose',
  'refuse',
  'late_acknowledgement',
  'partial_acknowledgement',
  'reordered_acknowledgement',
  'lost_on_the_way',
  'returned_late',
] as const;
export type SimulatorFault = (typeof simulatorFaults)[number];

/** `n` counts the journal's records from 1 without gaps; `at` is the simulator's clock (ISO, UTC). */
export type JournalRecord = { readonly n: number; readonly at: string } & Readonly<JournalEntry>;

/** The whole records of a journal text; a torn last line (the process was killed while writing) is not a record. */
export function parseJournal(text: string): JournalRecord[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalRecord);
}

/** Reads the journal file at `path`; throws the file system's error when there is none. */
export async function readJournal(path: string): Promise<JournalRecord[]> {
  return parseJournal(await readFile(path, 'utf8'));
}
