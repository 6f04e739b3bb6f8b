import type { SimulatorFault } from '#contracts/simulator-journal';

/** A mishap for the simulated machines and post to suffer once. What is left out is as the simulator has it. */
export interface FaultOrder {
  readonly fault: SimulatorFault;
  readonly lot: number | 'next';
  /** The code of the print room that it shall befall; any, when left out. */
  readonly site?: string;
  /** How many sheets a jam repeats. */
  readonly sheets?: number;
  /** How long it lasts. */
  readonly ms?: number;
  /** Whether a diverted envelope is torn. */
  readonly damaged?: true;
}

/** Has the simulator hold a mishap ready for its lot. */
export async function armFault(simulatorUrl: string, order: FaultOrder): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${simulatorUrl}/faults`, { method: 'POST', headers, body: JSON.stringify(order) });
  if (!answer.ok) throw new Error(`The simulator took no fault: ${answer.status} ${await answer.text()}`);
}
