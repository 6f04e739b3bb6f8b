import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where sealed bytes lie, by name. Names are `<owner's folder>/<address>`; what they hold is opaque here. */
export interface BlobFiles {
  has(name: string): Promise<boolean>;
  /** Durable when it answers; another write of the name replaces it whole. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or undefined when there are none. */
  read(name: string): Promise<Buffer | undefined>;
  /** Says nothing when there is nothing to remove. */
  remove(name: string): Promise<void>;
  /** Addresses of an owner, with when they were written; for finding bytes that nobody uses. */
  list(owner: string): AsyncIterable<{ address: string; at: Date }>;
  /** Removes what writes before `before` left half done. */
  removeTorn(owner: string, before: Date): Promise<void>;
}

/** Bytes on the local disk, in folders of at most 256: `<folder>/<owner>/<first two digits>/<address>`. */
export function localBlobs(folder: string): BlobFiles {
  const pathOf = (name: string): string => {
    const [owner = '', address = ''] = name.split('/');
    // Names come from rows; none may lead out of the folder.
    if (!/^[A-Za-z0-9_]+$/.test(owner) || !isAddress(address)) throw new Error('not the name of a blob');
    return join(folder, owner, address.slice(0, 2), address);
  };
  return {
    has: (name) => stat(pathOf(name)).then(() => true, absent(false)),
    read: (name) => readFile(pathOf(name)).catch(absent(undefined)),
    remove: (name) => rm(pathOf(name), { force: true }),
    write: (name, bytes) => writeDurably(pathOf(name), bytes),
    async *list(owner) {
      for await (const { name, at } of entries(join(folder, owner))) if (isAddress(name)) yield { address: name, at };
    },
    async removeTorn(owner, before) {
      for await (const { path, name, at } of entries(join(folder, owner)))
        if (name.endsWith('.part') && at < before) await rm(path, { force: true });
    },
  };
}

const isAddress = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

async function* entries(owner: string): AsyncGenerator<{ path: string; name: string; at: Date }> {
  for (const shard of await readdir(owner).catch(absent([])))
    for (const name of await readdir(join(owner, shard)).catch(absent([]))) {
      const path = join(owner, shard, name);
      const found = await stat(path).catch(absent(undefined));
      if (found) yield { path, name, at: found.mtime };
    }
}

/** Writes beside, forces to disk, renames: after a crash the file is whole or absent, never torn. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(folder);
  if (made) await syncFolder(dirname(folder));
}

/** A rename is durable once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function absent<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead;
    throw error;
  };
}
