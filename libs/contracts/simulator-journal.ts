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
  /** An envelope was closed over exactly these sheets. `diverted`: into the pocket, not into a tray. */
  | {
      type: 'envelope_closed';
      job: string;
      site: string;
      sequence: number;
      position: number;
      windowCode: string | null;
      sheetCodes: string[];
      outcome: 'closed' | 'diverted';
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
  | { type: 'manifest_taken'; deposit: string; site: string; items: number; trays: number[] }
  /** The post holds this envelope (named by its envelope_closed record). `declared`: the manifest announced it. */
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
    }
  /** Announced and not found in its tray. */
  | { type: 'item_missing'; deposit: string; windowCode: string; tray: number }
  | { type: 'deposit_accepted'; deposit: string; accepted: number; missing: number }
  | { type: 'acknowledgement_written'; deposit: string; part: number; last: boolean }
  | { type: 'tracking'; number: string; deposit: string; code: string; label: string }
  | { type: 'fault_set'; fault: SimulatorFault; lot: number | 'next'; sheets: number }
  /** A fault happened; `detail` says to what, so that a restarted simulator repeats the same mishap and no other. */
  | { type: 'fault_used'; fault: SimulatorFault; set: number; lot: number; detail: Record<string, number | string> };

/** jam: the last sheets are printed again · swap: two pieces get each other's inner sheets · unknown_answer: the connection is
 *  cut after the job is accepted · divert: one piece leaves into the pocket · lose: the post does not find one envelope. */
export const simulatorFaults = ['jam', 'swap', 'unknown_answer', 'divert', 'lose'] as const;
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
