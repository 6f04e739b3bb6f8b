import type { JournalRecord } from '#contracts/simulator-journal';
import type { InserterResultLine } from '#contracts/machines/inserter-files';

export interface InserterLot {
  readonly job: string;
  readonly site: string;
  readonly lot: number;
  /** What the machine did so far, in order, as its result files tell it. */
  readonly lines: InserterResultLine[];
  ended: boolean;
  swap: { a: number; b: number } | undefined;
  /** Positions that leave by the divert pocket. */
  readonly diverted: Set<number>;
  /** Result files in place, and how many lines they tell. */
  parts: number;
  told: number;
  lastPartWritten: boolean;
}

/** A closed envelope, wherever it lies. */
export interface Envelope {
  /** Number of its envelope_closed record: its physical identity. */
  readonly n: number;
  readonly site: string;
  readonly lot: number;
  readonly windowCode: string | null;
  tray: number | null;
  acceptedIn: string | undefined;
  lost: boolean;
}

/** Memory of the inserter: its lots and every envelope it closed. */
export class Inserted {
  readonly lots = new Map<string, InserterLot>();
  readonly envelopes = new Map<number, Envelope>();

  readonly hear = (record: JournalRecord): void => {
    switch (record.type) {
      case 'lot_loaded': {
        const { job, site, lot } = record;
        const fresh = { ended: false, swap: undefined, parts: 0, told: 0, lastPartWritten: false };
        this.lots.set(job, { job, site, lot, lines: [], diverted: new Set(), ...fresh });
        break;
      }
      case 'envelope_closed': {
        const { n, at, job, site, sequence, position, windowCode, sheetCodes, outcome, tray } = record;
        const lot = this.lots.get(job);
        lot?.lines.push({ kind: 'envelope', sequence, position, windowCode, sheetCodes, outcome, tray, at });
        this.envelopes.set(n, { n, site, lot: lot?.lot ?? 0, windowCode, tray, acceptedIn: undefined, lost: false });
        break;
      }
      case 'piece_incomplete': {
        const { at, job, sequence, position, sheetCodes } = record;
        const empty = { windowCode: null, outcome: 'incomplete', tray: null } as const;
        this.lots.get(job)?.lines.push({ kind: 'envelope', sequence, position, sheetCodes, ...empty, at });
        break;
      }
      case 'sheet_outsorted': {
        const { at, job, sequence, sheetCode, reason } = record;
        this.lots.get(job)?.lines.push({ kind: 'outsorted', sequence, sheetCode, reason, at });
        break;
      }
      case 'lot_ended': {
        const lot = this.lots.get(record.job);
        if (lot) lot.ended = true;
        break;
      }
      case 'result_written': {
        const lot = this.lots.get(record.job);
        if (lot) Object.assign(lot, { parts: record.part, told: record.upTo, lastPartWritten: record.last });
        break;
      }
      case 'fault_used':
        this.#hearFault(record);
        break;
      case 'envelope_moved':
        this.#change(record.envelope, { tray: record.tray });
        break;
      case 'item_accepted':
        this.#change(record.envelope, { acceptedIn: record.deposit });
        break;
      default:
    }
  };

  /** What lies in this tray of the site: neither lost nor already with the post. */
  inTray(site: string, tray: number): Envelope[] {
    return [...this.envelopes.values()].filter(
      (envelope) =>
        envelope.site === site && envelope.tray === tray && !envelope.lost && envelope.acceptedIn === undefined,
    );
  }

  #hearFault({ fault, detail }: Extract<JournalRecord, { type: 'fault_used' }>): void {
    const lot = this.lots.get(String(detail['job']));
    if (fault === 'swap' && lot) lot.swap = { a: Number(detail['a']), b: Number(detail['b']) };
    if (fault === 'divert' && lot) lot.diverted.add(Number(detail['position']));
    if (fault === 'lose') this.#change(Number(detail['envelope']), { lost: true });
  }

  #change(n: number, change: Partial<Pick<Envelope, 'tray' | 'acceptedIn' | 'lost'>>): void {
    const envelope = this.envelopes.get(n);
    if (envelope) Object.assign(envelope, change);
  }
}
