import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PliApi, Refused } from './api-client.ts';

/** Keys of the demonstration by their holder: `provider`, `operator`, and one a customer. */
export type KeptKeys = Readonly<Record<string, string>>;

/**
 * The keys of the demonstration, kept in the instance's folder and readable by its owner only: a key is shown once when it is
 * made, and the next start needs it again.
 */
export class KeyRing {
  readonly #file: string;
  #keys: KeptKeys;

  constructor(instanceFolder: string) {
    this.#file = join(instanceFolder, 'demonstration-keys.json');
    this.#keys = existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as KeptKeys) : {};
  }

  /** The holder's key: the kept one while the API knows it (`path` answers), else one that `make` makes. */
  async key(holder: string, apiUrl: string, path: string, make: () => Promise<{ secret: string }>): Promise<string> {
    const kept = this.#keys[holder];
    if (kept !== undefined && (await opens(new PliApi(apiUrl, kept), path))) return kept;
    const { secret } = await make();
    this.#keys = { ...this.#keys, [holder]: secret };
    writeFileSync(`${this.#file}.part`, JSON.stringify(this.#keys, null, 2) + '\n', { mode: 0o600 });
    renameSync(`${this.#file}.part`, this.#file);
    return secret;
  }
}

async function opens(api: PliApi, path: string): Promise<boolean> {
  try {
    await api.get(path);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return false;
    throw error;
  }
}
