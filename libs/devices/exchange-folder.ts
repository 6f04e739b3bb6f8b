import { access, constants, readdir } from 'node:fs/promises';
import type { MachineCondition } from './printer.ts';

/**
 * How the folder is through which files are exchanged with a machine or a carrier: there, and open to us both ways. Whether somebody works behind
 * it, its files tell. Throws the file system's own error when it is not.
 */
export async function folderCondition(folder: string): Promise<MachineCondition> {
  await access(folder, constants.R_OK | constants.W_OK);
  await readdir(folder);
  return { state: 'ready', reasons: [] };
}
