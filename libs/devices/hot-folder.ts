import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A hot folder: a directory between two machines that trust only the file system. A file is written beside its place, forced
 * to disk, then renamed, so whoever watches sees it whole or not at all, also after a power cut.
 */
export interface HotFolder {
  /** Puts the text under `name`, whole, replacing what was there. */
  put(name: string, text: string): Promise<void>;
  /** The text under `name`, or undefined. */
  get(name: string): Promise<string | undefined>;
  /** Finished files, by name order; files still being written are not listed. */
  list(): Promise<string[]>;
  /** Moves a file to another hot folder of the same disk; the rename is the act. */
  handTo(name: string, folder: HotFolder): Promise<void>;
  remove(name: string): Promise<void>;
  readonly path: string;
}

const unfinished = '.part';

/** The hot folder at `path`, made when missing. Names are plain file names: RangeError for anything that leaves the folder. */
export function hotFolder(path: string): HotFolder {
  const made = mkdir(path, { recursive: true });
  const place = async (name: string): Promise<string> => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw new RangeError(`Not a file name for a hot folder: ${name}`);
    await made;
    return join(path, name);
  };

  async function put(name: string, text: string): Promise<void> {
    const target = await place(name);
    await writeForced(target + unfinished, text);
    await rename(target + unfinished, target);
    await forceDirectory(path);
  }

  async function get(name: string): Promise<string | undefined> {
    try {
      return await readFile(await place(name), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async function list(): Promise<string[]> {
    await made;
    return (await readdir(path)).filter((name) => !name.endsWith(unfinished) && !name.startsWith('.')).sort();
  }

  async function handTo(name: string, folder: HotFolder): Promise<void> {
    await folder.list(); // makes the other folder when missing
    await rename(await place(name), join(folder.path, name));
    await forceDirectory(folder.path);
    await forceDirectory(path);
  }

  return { put, get, list, handTo, remove: async (name) => rm(await place(name), { force: true }), path };
}

async function writeForced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is only as lasting as the directory that records it. */
async function forceDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
