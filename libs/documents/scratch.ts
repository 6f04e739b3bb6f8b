import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Folders for work in progress hold letters, which are personal data: they are private (0700), gone when the work is done, and
 * what a killed process left behind is removed by the next process that comes this way (names carry the process id).
 */
const named = /^pli-scratch-(\d+)-/;
const swept = new Set<string>();

/** A new scratch folder under `parent`; the caller removes it. */
export async function openScratch(parent = tmpdir()): Promise<string> {
  if (!swept.has(parent)) sweep(parent);
  return mkdtemp(join(parent, `pli-scratch-${process.pid}-`));
}

/** Gives `work` a scratch folder and removes it afterwards, whatever happened. */
export async function withScratch<T>(work: (folder: string) => Promise<T>, parent?: string): Promise<T> {
  const folder = await openScratch(parent);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sweep(parent: string): void {
  swept.add(parent);
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const owner = Number(named.exec(name)?.[1] ?? 0);
    if (owner > 0 && !isAlive(owner)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it lives, and is another user's.
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
