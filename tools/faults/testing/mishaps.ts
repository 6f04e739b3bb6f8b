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

/** Every choice of so many of the items, in their order. */
function choices<T>(items: readonly T[], many: number): (readonly T[])[] {
  if (many === 0) return [[]];
  return items.flatMap((item, i) => choices(items.slice(i + 1), many - 1).map((rest) => [item, ...rest]));
}

const pairs = choices<Mishap>(simulatorFaults, 2);

/** Days of four faults in which every pair comes about: as few as there can be. */
function fours(): (readonly Mishap[])[] {
  const left = new Set(pairs.map(String));
  const pairsOf = (day: readonly Mishap[]) => choices(day, 2).map(String);
  const gainOf = (day: readonly Mishap[]) => pairsOf(day).filter((pair) => left.has(pair)).length;
  const all = choices<Mishap>(simulatorFaults, 4);
  const chosen: (readonly Mishap[])[] = [];
  while (left.size > 0) {
    const best = all.reduce((one, other) => (gainOf(other) > gainOf(one) ? other : one));
    chosen.push(best);
    for (const pair of pairsOf(best)) left.delete(pair);
  }
  return chosen;
}

export const nameOf = (mishaps: readonly Mishap[]): string => mishaps.join(' and ');

/**
 * The days to live: every pair of faults in days of four, and what no pair has; asked for `pairs`, each mishap alone and each pair in a day of
 * its own, which takes long; or the days that are named (`jam and swap,drop`).
 */
export function daysOf(asked: string | undefined): readonly (readonly Mishap[])[] {
  if (asked === undefined) return [['lose_and_find'], ...fours()];
  if (asked === 'pairs') return [...alone, ...pairs];
  const names = asked.split(',');
  return [...alone, ...pairs, ...fours()].filter((mishaps) => names.includes(nameOf(mishaps)));
}

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
