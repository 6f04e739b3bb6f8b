import type { JournalRecord } from '#contracts/simulator-journal';
import type { InserterResultLine } from '#contracts/machines/inserter-files';

export interface InserterLot {
  readonly job: string;
  readonly site: string;
  readonly lot: number;
  /** Steps the machine has made: one more than it tells for each envelope that fell before its exit's camera. */
  steps: number;
  /** Sheets taken off the stack; none once the lot has ended. */
  fed: number;
  /** What it tells of them, in order, in its result files. */
  readonly lines: InserterResultLine[];
  ended: boolean;
  swap: { a: number; b: number } | undefined;
  /** The sheet of the piece at `slipped` lies under the last one of the piece at `under`. */
  doubleFeed: { under: number; slipped: number } | undefined;
  /** Positions that leave by the divert pocket. */
  readonly diverted: Set<number>;
  /** Those of them whose envelope is torn. */
  readonly damaged: Set<number>;
  /** Positions that fall to the floor before the exit's camera. */
  readonly dropped: Set<number>;
  /** Result files in place, and how many lines they tell. */
  parts: number;
  told: number;
  /** The record of its last result file: the machine has told all. */
  toldAt: number | undefined;
}

/**
 * Where a closed envelope is. `tray` and what a person walking by sees: on the `floor` before the exit, in the `pocket`, on a `desk` (a hand
 * put it there), `back_from_post`. And what nobody sees: `post`, `lost` on the way to the post's count, `opened`.
 */
export type Whereabouts = 'tray' | 'floor' | 'pocket' | 'desk' | 'back_from_post' | 'post' | 'lost' | 'opened';

/** A closed envelope, wherever it lies. */
export interface Envelope {
  /** Number of its envelope_closed record: its physical identity. */
  readonly n: number;
  readonly site: string;
  readonly lot: number;
  readonly windowCode: string | null;
  /** What is really inside. */
  readonly sheetCodes: readonly string[];
  where: Whereabouts;
  /** The tray it lies in; null elsewhere. */
  tray: number | null;
  readonly damaged: boolean;
  /** A mishap has befallen it, or will: the next one looks for another envelope. */
  troubled: boolean;
}

/** Memory of the inserter: its lots and every envelope it closed. */
export class Inserted {
  readonly lots = new Map<string, InserterLot>();
  readonly envelopes = new Map<number, Envelope>();
  readonly #trays = new Map<string, Set<Envelope>>();

  readonly hear = (record: JournalRecord): void => {
    switch (record.type) {
      case 'lot_loaded': {
        const { job, site, lot } = record;
        const mishaps = {
          swap: undefined,
          doubleFeed: undefined,
          diverted: new Set<number>(),
          damaged: new Set<number>(),
          dropped: new Set<number>(),
        };
        const fresh = { ended: false, parts: 0, told: 0, toldAt: undefined, steps: 0, fed: 0 };
        this.lots.set(job, { job, site, lot, lines: [], ...mishaps, ...fresh });
        break;
      }
      case 'envelope_closed':
        this.#hearClosed(record);
        break;
      case 'piece_incomplete': {
        const { at, job, sequence, position, sheetCodes } = record;
        const empty = { windowCode: null, outcome: 'incomplete', tray: null } as const;
        this.#step(job, sheetCodes.length, { kind: 'envelope', sequence, position, sheetCodes, ...empty, at });
        break;
      }
      case 'sheet_outsorted': {
        const { at, job, sequence, sheetCode, reason } = record;
        this.#step(job, 1, { kind: 'outsorted', sequence, sheetCode, reason, at });
        break;
      }
      case 'lot_ended': {
        const lot = this.lots.get(record.job);
        if (lot) Object.assign(lot, { ended: true, fed: 0 });
        break;
      }
      case 'result_written': {
        const lot = this.lots.get(record.job);
        if (lot) Object.assign(lot, { parts: record.part, told: record.upTo });
        if (lot && record.last) lot.toldAt = record.n;
        break;
      }
      case 'fault_used':
        this.#hearFault(record);
        break;
      case 'envelope_moved':
        if (record.tray === null) this.#put(record.envelope, 'desk');
        else this.#put(record.envelope, 'tray', record.tray);
        break;
      case 'envelope_opened':
        this.#put(record.envelope, 'opened');
        break;
      case 'item_accepted':
        this.#put(record.envelope, 'post');
        break;
      case 'item_refused':
        this.#put(record.envelope, 'back_from_post');
        break;
      default:
    }
  };

  /** What lies in this tray of the site. */
  inTray(site: string, tray: number): Envelope[] {
    return [...(this.#trays.get(`${site}/${tray}`) ?? [])].sort((a, b) => a.n - b.n);
  }

  #hearClosed(record: Extract<JournalRecord, { type: 'envelope_closed' }>): void {
    const { n, at, job, site, sequence, position, windowCode, sheetCodes, read, outcome, tray } = record;
    if (sequence === null || outcome === 'dropped') this.#step(job, sheetCodes.length);
    else {
      const seen = { windowCode, sheetCodes: read ?? sheetCodes, outcome, tray };
      this.#step(job, sheetCodes.length, { kind: 'envelope', sequence, position, ...seen, at });
    }
    const lot = this.lots.get(job);
    const troubled = lot !== undefined && befallen(lot).has(position);
    const damaged = lot?.damaged.has(position) === true;
    const fresh = { where: 'desk' as const, tray: null, troubled, damaged };
    this.envelopes.set(n, { n, site, lot: lot?.lot ?? 0, windowCode, sheetCodes, ...fresh });
    this.#put(n, outcome === 'closed' ? 'tray' : outcome === 'diverted' ? 'pocket' : 'floor', tray);
  }

  #step(job: string, sheets: number, line?: InserterResultLine): void {
    const lot = this.lots.get(job);
    if (!lot) return;
    lot.steps += 1;
    lot.fed += sheets;
    if (line) lot.lines.push(line);
  }

  #hearFault({ fault, detail }: Extract<JournalRecord, { type: 'fault_used' }>): void {
    const lot = this.lots.get(String(detail['job']));
    if (fault === 'swap' && lot) lot.swap = { a: Number(detail['a']), b: Number(detail['b']) };
    if (fault === 'double_feed' && lot)
      lot.doubleFeed = { under: Number(detail['under']), slipped: Number(detail['slipped']) };
    if (fault === 'divert' && lot) lot.diverted.add(Number(detail['position']));
    if (fault === 'divert' && lot && detail['damaged'] === 1) lot.damaged.add(Number(detail['position']));
    if (fault === 'drop' && lot) lot.dropped.add(Number(detail['position']));
    const envelope = this.envelopes.get(Number(detail['envelope']));
    if (envelope) envelope.troubled = true;
    // These two are physical in themselves: the hand has taken it, the post has mislaid it.
    if (fault === 'hand' && envelope) this.#put(envelope.n, 'desk');
    if (fault === 'lose' && envelope) this.#put(envelope.n, 'lost');
  }

  #put(n: number, where: Whereabouts, tray: number | null = null): void {
    const envelope = this.envelopes.get(n);
    if (!envelope) return;
    if (envelope.tray !== null) this.#trays.get(`${envelope.site}/${envelope.tray}`)?.delete(envelope);
    Object.assign(envelope, { where, tray });
    if (tray === null) return;
    const key = `${envelope.site}/${tray}`;
    this.#trays.set(key, (this.#trays.get(key) ?? new Set()).add(envelope));
  }
}

/** The positions of a lot that a mishap at the inserter has been ordered for. */
export function befallen({ swap, doubleFeed, diverted, dropped }: InserterLot): Set<number> {
  return new Set([
    ...(swap ? [swap.a, swap.b] : []),
    ...(doubleFeed ? [doubleFeed.under, doubleFeed.slipped] : []),
    ...diverted,
    ...dropped,
  ]);
}
