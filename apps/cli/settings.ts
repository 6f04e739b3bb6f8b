import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ends, exitCodes, type World } from './world.ts';

/** Where the API is, with which key, and who sends when nothing else is said. */
export interface Settings {
  readonly api: string;
  readonly key: string;
  readonly sender?: string;
}

/** `~/.config/pli/config.json`, or below XDG_CONFIG_HOME. */
export const settingsFile = ({ env, home }: World): string =>
  join(env.XDG_CONFIG_HOME || join(home, '.config'), 'pli', 'config.json');

/** PLI_API, PLI_KEY and PLI_SENDER go before the file. @throws Ends when the address or the key is missing */
export function readSettings(world: World): Settings {
  const kept = readKept(world);
  const { PLI_API, PLI_KEY, PLI_SENDER } = world.env;
  const api = PLI_API || kept.api;
  const key = PLI_KEY || kept.key;
  const sender = PLI_SENDER || kept.sender;
  if (!api || !key) {
    const missing = [!api && 'the address of the API', !key && 'a key'].filter(Boolean).join(' and ');
    throw new Ends(
      exitCodes.usage,
      `Missing: ${missing}.\n  Why:         neither PLI_API and PLI_KEY nor ${settingsFile(world)} say it.\n  How to mend: pli connect http://127.0.0.1:8080 (it asks for the key), or set PLI_API and PLI_KEY.`,
    );
  }
  return { api, key, ...(sender && { sender }) };
}

/** Keeps what is given beside what was kept, readable by its owner only. */
export function keepSettings(world: World, settings: Partial<Settings>): string {
  const file = settingsFile(world);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const all = { ...readKept(world), ...settings };
  writeFileSync(file, JSON.stringify(all, null, 2) + '\n', { mode: 0o600 });
  return file;
}

function readKept(world: World): Partial<Settings> {
  const file = settingsFile(world);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Settings>;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {};
    throw new Ends(
      exitCodes.usage,
      `${file} cannot be read.\n  Why:         ${(error as Error).message}\n  How to mend: pli connect writes it anew; or remove it.`,
    );
  }
}
