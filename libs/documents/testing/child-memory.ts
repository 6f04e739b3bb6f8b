import { readFileSync } from 'node:fs';

/**
 * Watches the most memory (MB resident) that any child of this process holds, by what the kernel keeps for each (Linux).
 * A child that lives less than the pause between two looks may be missed; one that eats memory lives longer.
 */
export function watchChildren(everyMs = 20): { readonly most: () => number; readonly stop: () => void } {
  let most = 0;
  const look = () => {
    for (const child of children(process.pid)) most = Math.max(most, highWater(child));
  };
  const timer = setInterval(look, everyMs);
  return { most: () => most, stop: () => clearInterval(timer) };
}

function children(of: number): number[] {
  return read(`/proc/${of}/task/${of}/children`).trim().split(' ').filter(Boolean).map(Number);
}
function highWater(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}
function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return ''; // it ended meanwhile
  }
}
