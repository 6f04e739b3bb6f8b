import type { JournalRecord, SimulatorFault } from '#contracts/simulator-journal';

export interface ArmedFault {
  /** The record that set it. */
  readonly set: number;
  readonly fault: SimulatorFault;
  readonly lot: number | 'next';
  /** How many sheets a jam repeats. */
  readonly sheets: number;
}

/** Memory of the mishaps that were asked for and have not happened yet. */
export class Faults {
  #armed: ArmedFault[] = [];

  readonly hear = (record: JournalRecord): void => {
    if (record.type === 'fault_set') {
      const { n, fault, lot, sheets } = record;
      this.#armed.push({ set: n, fault, lot, sheets });
    } else if (record.type === 'fault_used') {
      this.#armed = this.#armed.filter(({ set }) => set !== record.set);
    }
  };

  get armed(): readonly ArmedFault[] {
    return this.#armed;
  }

  /** The fault of that kind which awaits this lot. */
  awaiting(fault: SimulatorFault, lot: number): ArmedFault | undefined {
    return this.#armed.find((each) => each.fault === fault && (each.lot === 'next' || each.lot === lot));
  }
}

/** The lot that a job is named after (`pli-PAR1-123` → 123); 0 for a job that is no lot's. */
export function lotOf(jobName: string): number {
  return Number(/^pli-[A-Z0-9]{4}-([0-9]+)$/.exec(jobName)?.[1] ?? 0);
}
