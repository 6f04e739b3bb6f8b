import { simulatorFaults, type SimulatorFault } from '#contracts/simulator-journal';
import { armFault } from '../../demonstration/arm-fault.ts';

/** What may befall a day: a fault of the simulator, or one that the post mends after everybody has given up. */
export type Mishap = SimulatorFault | 'lose_and_find';

/** The place of a day's lots among each other. The registered one is made first: nothing of it is ever made again. */
export const registeredLot = 1;
export const ordinaryLot = 2;

interface Armed {
  readonly fault: SimulatorFault;
  readonly lot: number;
  /** How long it lasts; as long as the simulator's own when left out. */
  readonly ms?: number;
}

const own: Partial<Record<Mishap, Partial<Armed>>> = {
  late_acknowledgement: { ms: 3000 },
  lose_and_find: { fault: 'lose', ms: 8000 },
  lost_on_the_way: { lot: registeredLot },
  returned_late: { lot: registeredLot },
};

/** Every fault of the simulator alone, and what is lost and found again. */
const alone: readonly (readonly Mishap[])[] = [...simulatorFaults.map((fault) => [fault]), ['lose_and_find']];

/** Every pair of faults: a day for each, which takes long. */
const pairs: readonly (readonly Mishap[])[] = simulatorFaults.flatMap((one, i) =>
  simulatorFaults.slice(i + 1).map((other) => [one, other]),
);

/** Days of three faults in which every pair comes about, some of them often. */
export function threes(): (readonly Mishap[])[] {
  const left = new Set(pairs.map(String));
  const all = simulatorFaults.flatMap((one, i) =>
    simulatorFaults
      .slice(i + 1)
      .flatMap((two, j) => simulatorFaults.slice(i + j + 2).map((three) => [one, two, three])),
  );
  const gains = (day: readonly Mishap[]) => [day.slice(0, 2), day.slice(1), [day[0], day[2]]].map(String);
  const chosen: (readonly Mishap[])[] = [];
  while (left.size > 0) {
    const gainOf = (day: readonly Mishap[]) => gains(day).filter((pair) => left.has(pair)).length;
    const best = all.reduce((one, other) => (gainOf(other) > gainOf(one) ? other : one));
    chosen.push(best);
    for (const pair of gains(best)) left.delete(pair);
  }
  return chosen;
}

/** The days that are lived: each mishap alone and each pair of faults, or, in less time, three faults a day. */
export const days: readonly (readonly Mishap[])[] = [...alone, ...(process.env.FAULTS === 'pairs' ? pairs : threes())];

/** Tells the simulator of a mishap to come in a print room, whose day's first lot has this number. */
export async function arm(simulatorUrl: string, site: string, firstLot: number, mishap: Mishap): Promise<void> {
  const usual: Armed = { fault: mishap === 'lose_and_find' ? 'lose' : mishap, lot: ordinaryLot };
  const { lot, ...armed } = { ...usual, ...own[mishap] };
  await armFault(simulatorUrl, { site, ...armed, lot: firstLot + lot - 1 });
}

/** The mishaps of a print room that have not happened yet. */
export async function stillArmed(simulatorUrl: string, code: string): Promise<string[]> {
  const { armed } = (await (await fetch(`${simulatorUrl}/state`)).json()) as {
    armed: { fault: string; site: string | null }[];
  };
  return armed.filter(({ site }) => site === code).map(({ fault }) => fault);
}
