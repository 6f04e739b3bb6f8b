// One command at a time: a file that holds the process id of the one at work.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Runs `work` while no other process holds `file`; says `waiting` once if it must wait. A dead holder is passed over. */
export async function withLock(file, waiting, work) {
  let told = false;
  while (!take(file)) {
    if (holderIsDead(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) process.stderr.write(`${waiting}\n`);
    told = true;
    await delay(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderIsDead(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === 0) return false; // just created, not yet written
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
