import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatorFault } from '#contracts/simulator-journal';
import { armFault } from '../demonstration/arm-fault.ts';
import type { Dice } from '../demonstration/dice.ts';
import type { Instance } from '../launcher/instance.ts';
import type { PartName } from '../launcher/part.ts';
import type { Report } from '../setup/progress.mjs';
import type { JournalWatch } from './journal-watch.ts';
import type { Load } from './load.ts';

/** When a part is killed: what is under way just then is most easily lost or done twice. */
type Moment = 'after an answer' | 'while printing' | 'while inserting' | 'at hand-off' | 'at any time';

interface Kill {
  readonly part: PartName;
  readonly moment: Moment;
}

interface Round {
  /** What the machines are to suffer meanwhile, each once, in the lots that come next. */
  readonly mishaps: readonly SimulatorFault[];
  readonly kills: readonly Kill[];
}

/** Every part in turn, a few times, at the moments that matter to it. */
const rounds: readonly Round[] = [
  {
    mishaps: ['unknown_answer', 'jam'],
    kills: [
      { part: 'api', moment: 'after an answer' },
      { part: 'worker', moment: 'while printing' },
      { part: 'simulator', moment: 'while printing' },
      { part: 'postgres', moment: 'after an answer' },
      { part: 'temporal', moment: 'at any time' },
      { part: 'valkey', moment: 'at any time' },
    ],
  },
  {
    mishaps: ['swap', 'unknown_answer'],
    kills: [
      { part: 'worker', moment: 'at hand-off' },
      { part: 'simulator', moment: 'while inserting' },
      { part: 'postgres', moment: 'while printing' },
      { part: 'temporal', moment: 'while printing' },
      { part: 'api', moment: 'at any time' },
      { part: 'valkey', moment: 'after an answer' },
    ],
  },
  {
    mishaps: ['divert', 'jam'],
    kills: [
      { part: 'worker', moment: 'while inserting' },
      { part: 'simulator', moment: 'at hand-off' },
      { part: 'postgres', moment: 'at hand-off' },
      { part: 'temporal', moment: 'at hand-off' },
      { part: 'api', moment: 'after an answer' },
      { part: 'valkey', moment: 'at any time' },
    ],
  },
];

/** A moment that does not come within this is not waited for any longer; the part is killed all the same. */
const MOMENT_MS = 6000;

/** What the killer looks at to choose the moment. */
export interface Sight {
  readonly load: Load;
  readonly journal: JournalWatch;
  readonly dice: Dice;
}

/** Goes through all rounds and at last kills all parts at once; gives how often each part was killed. */
export async function killInTurn(instance: Instance, sight: Sight, report: Report): Promise<Record<string, number>> {
  const all = rounds.flatMap(({ kills }) => kills).length;
  const killed: Record<string, number> = {};
  let done = 0;
  for (const { mishaps, kills } of rounds) {
    for (const fault of mishaps) await armFault(instance.environment.SIMULATOR_URL ?? '', { fault, lot: 'next' });
    for (const kill of kills) {
      report(done++ / all, `${kill.part}, ${kill.moment}`);
      await killOnce(instance, kill, sight);
      killed[kill.part] = (killed[kill.part] ?? 0) + 1;
    }
  }
  report(1, 'all at once');
  await cutThePower(instance);
  for (const part of instance.parts) killed[part] = (killed[part] ?? 0) + 1;
  return killed;
}

/** All parts at one moment, as when the machine loses its power; then all again, in the order in which they need each other. */
async function cutThePower(instance: Instance): Promise<void> {
  await Promise.all(instance.parts.map((part) => instance.kill(part)));
  for (const part of instance.parts) await instance.restart(part);
}

/** Waits for the moment, kills the part, leaves it dead for a while (up to 1.5 s) and starts it again. */
async function killOnce(instance: Instance, { part, moment }: Kill, sight: Sight): Promise<void> {
  await comes(moment, sight);
  await instance.kill(part);
  await delay(sight.dice.below(1500));
  await instance.restart(part);
}

async function comes(moment: Moment, { load, journal, dice }: Sight): Promise<void> {
  switch (moment) {
    case 'after an answer':
      await Promise.race([load.nextAnswer(), delay(MOMENT_MS)]);
      return;
    case 'while printing':
      await journal.next(({ type }) => type === 'job_accepted' || type === 'sheet_out', MOMENT_MS);
      return;
    case 'while inserting':
      await journal.next(({ type }) => type === 'envelope_closed', MOMENT_MS);
      return;
    case 'at hand-off':
      await journal.next(({ type }) => type === 'manifest_taken' || type === 'item_accepted', 2 * MOMENT_MS);
      return;
    case 'at any time':
      await delay(dice.below(2000));
  }
}
