import type { JournalEntry, JournalRecord, SimulatorFault } from '#contracts/simulator-journal';

export interface ArmedFault {
  /** The record that set it. */
  readonly set: number;
  readonly fault: SimulatorFault;
  /** Null: whichever site comes first. */
  readonly site: string | null;
  readonly lot: number | 'next';
  /** How many sheets a jam repeats. */
  readonly sheets: number;
  /** How long the mishap lasts, where it lasts: a lost item's way back, an acknowledgement's delay. */
  readonly ms: number | null;
  /** Whether a diverted envelope is torn, for all to see. */
  readonly damaged: boolean;
}

/** A lot by what its jobs and codes are named after. */
export interface LotName {
  readonly site: string;
  readonly lot: number;
}

/** Memory of the mishaps that were asked for and have not happened yet. */
export class Faults {
  #armed: ArmedFault[] = [];

  readonly hear = (record: JournalRecord): void => {
    if (record.type === 'fault_set') {
      const { n, fault, site, lot, sheets, ms, damaged = false } = record;
      this.#armed.push({ set: n, fault, site, lot, sheets, ms, damaged });
    } else if (record.type === 'fault_used') {
      this.#armed = this.#armed.filter(({ set }) => set !== record.set);
    }
  };

  get armed(): readonly ArmedFault[] {
    return this.#armed;
  }

  /** The fault of that kind which awaits this lot. */
  awaiting(fault: SimulatorFault, { site, lot }: LotName): ArmedFault | undefined {
    return this.#armed.find(
      (each) =>
        each.fault === fault && (each.lot === 'next' || each.lot === lot) && (each.site === null || each.site === site),
    );
  }
}

/** What the journal says when an armed fault befalls its lot. */
export function happened(
  { fault, set }: ArmedFault,
  { lot }: LotName,
  detail: Record<string, number | string>,
): Extract<JournalEntry, { type: 'fault_used' }> {
  return { type: 'fault_used', fault, set, lot, detail };
}

/** The lot that a job is named after (`pli-PAR1-123`); lot 0 of no site for a job that is no lot's. */
export function lotOf(jobName: string): LotName {
  const [, site = '', lot = '0'] = /^pli-([A-Z0-9]{4})-([0-9]+)$/.exec(jobName) ?? [];
  return { site, lot: Number(lot) };
}
