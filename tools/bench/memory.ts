import { readFileSync } from 'node:fs';
import type { Instance } from '../launcher/instance.ts';

/** Resident memory of the API and of the worker together, in MB. */
export function residentMegabytes(instance: Instance): number {
  return (['api', 'worker'] as const).reduce((sum, part) => sum + residentOf(instance.pid(part)), 0);
}

/** VmRSS of /proc; 0 for a process that is not there. */
function residentOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
