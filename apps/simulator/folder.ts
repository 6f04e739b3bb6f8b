import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder between the floor and Pli, from the floor's side. Written here a second time on purpose: a witness that shared Pli's
 * own file handling would share its mistakes.
 */
export interface Folder {
  /** Names of the finished files, in order; what is being written ends in `.part`. */
  names(): Promise<string[]>;
  /** The file's text; empty when it has gone meanwhile. */
  text(name: string): Promise<string>;
  /** Puts a file in place whole: beside it, forced to disk, renamed, the folder forced too. */
  put(name: string, text: string): Promise<void>;
}

/** The folder at `path`, made when missing. */
export async function openFolder(path: string): Promise<Folder> {
  await mkdir(path, { recursive: true });
  return {
    names: async () => (await readdir(path)).filter((name) => name.endsWith('.jsonl')).sort(),
    text: (name) => readFile(join(path, name), 'utf8').catch(() => ''),
    async put(name, text) {
      const part = join(path, `${name}.part`);
      await forced(part, 'w', (file) => file.writeFile(text));
      await rename(part, join(path, name));
      await forced(path, 'r');
    },
  };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function forced(
  path: string,
  flags: string,
  work: (file: Opened) => Promise<void> = async () => undefined,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
