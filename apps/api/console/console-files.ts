import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ConsoleFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly encoding: 'br' | 'gzip' | undefined;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};
/** What the build calls an asset: a name with its hash, and no way out of the folder. */
const assetName = /^[\w-][\w.-]{0,120}\.([a-z0-9]+)$/i;
/** Stands in the page where its nonce goes (apps/console/vite.config.mjs). */
const NONCE_PLACE = /NONCE-OF-THIS-ANSWER/g;
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** The built console on disk. Read at each request, so that a console built anew is served at once. */
export class ConsoleFiles {
  constructor(private readonly folder: string) {}

  /** The page with its nonce; undefined when the console is not built. */
  async page(nonce: string): Promise<string | undefined> {
    const html = await read(join(this.folder, 'index.html'));
    return html?.toString('utf8').replace(NONCE_PLACE, nonce);
  }

  /**
   * A file of the console, compressed as its reader takes it.
   * @param accepts the first of these encodings that the reader takes, or false
   */
  async asset(name: string, accepts: (encodings: string[]) => string | false): Promise<ConsoleFile | undefined> {
    const type = types[assetName.exec(name)?.[1] ?? ''];
    if (type === undefined) return undefined;
    for (const [encoding, ending] of encodings) {
      if (accepts([encoding]) !== encoding) continue;
      const bytes = await read(join(this.folder, 'assets', name + ending));
      if (bytes !== undefined) return { bytes, type, encoding };
    }
    const bytes = await read(join(this.folder, 'assets', name));
    return bytes && { bytes, type, encoding: undefined };
  }
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
