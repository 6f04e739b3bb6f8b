import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './part.ts';
import { freePort } from './ports.ts';

/**
 * The ports of an instance's parts, kept in `<instance>/ports.json` so that addresses stay the same from start to start.
 * One that another program has taken meanwhile is replaced. `main` takes the well-known numbers of the parts whenever they are free,
 * and says which are not.
 */
export async function portsOf(
  folder: string,
  parts: readonly Part[],
  preferWellKnown: boolean,
  tell: (text: string) => void = () => undefined,
): Promise<Map<string, number>> {
  const file = join(folder, 'ports.json');
  const remembered = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
  const chosen = new Map<string, number>();
  for (const [name, wellKnown] of parts.flatMap((part) => Object.entries(part.ports))) {
    const wished = [preferWellKnown ? wellKnown : undefined, remembered[name]].filter((port) => port !== undefined);
    const port = await freePort(wished, new Set(chosen.values()));
    if (preferWellKnown && port !== wellKnown)
      tell(`Port ${wellKnown} (${name}) is taken by another program: using ${port}`);
    chosen.set(name, port);
  }
  writeFileSync(file, JSON.stringify({ ...remembered, ...Object.fromEntries(chosen) }, null, 2) + '\n');
  return chosen;
}
