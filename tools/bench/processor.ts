import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../launcher/instance.ts';

/** Processor seconds by part of an instance; `bench` is this process with what it started itself. */
export type ProcessorSeconds = Readonly<Record<string, number>>;

/** Clock ticks a second in /proc, the same on every Linux we run on. */
const TICKS = 100;

/** Processor seconds that each part has used so far, with all it started (a database's backends, a browser, qpdf). */
export function processorSeconds(instance: Instance): ProcessorSeconds {
  const processes = new Map(
    readdirSync('/proc').flatMap((name) => {
      const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
      return stat === undefined ? [] : [[Number(name), stat] as const];
    }),
  );
  const partOf = new Map<number, string>([[process.pid, 'bench']]);
  for (const part of instance.parts) partOf.set(instance.pid(part) ?? 0, part);
  const used: Record<string, number> = {};
  for (const [pid, { seconds }] of processes) {
    let at: number | undefined = pid;
    while (at !== undefined && !partOf.has(at)) at = processes.get(at)?.parent;
    const part = at === undefined ? undefined : partOf.get(at);
    if (part !== undefined) used[part] = (used[part] ?? 0) + seconds;
  }
  return used;
}

/** What was used between two looks, a letter, in milliseconds; parts that did next to nothing are left out. */
export function processorALetter(before: ProcessorSeconds, after: ProcessorSeconds, letters: number): ProcessorSeconds {
  const used = Object.entries(after).map(([part, s]) => [part, ((s - (before[part] ?? 0)) * 1000) / letters] as const);
  return Object.fromEntries(used.filter(([, ms]) => ms >= 0.05));
}

/** `4.1 ms: worker 3.0, postgres 1.1` */
export function processorInWords(used: ProcessorSeconds): string {
  const parts = Object.entries(used).sort(([, a], [, b]) => b - a);
  const whole = parts.reduce((sum, [, ms]) => sum + ms, 0);
  return `${whole.toFixed(2)} ms: ${parts.map(([part, ms]) => `${part} ${ms.toFixed(2)}`).join(', ')}`;
}

function statOf(pid: string): { parent: number; seconds: number } | undefined {
  let text: string;
  try {
    text = readFileSync(join('/proc', pid, 'stat'), 'utf8');
  } catch {
    return undefined; // it has ended since
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' '); // field 3 of proc(5) is the first after the name
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
  return { parent: Number(fields[1]), seconds: ticks / TICKS };
}
