import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program that set-up found or installed, by the environment variable that names it. */
export type ToolName =
  | 'CHROMIUM'
  | 'QPDF'
  | 'PDFTOPPM'
  | 'PDFTOTEXT'
  | 'PDFINFO'
  | 'PDFTOCAIRO'
  | 'PDFFONTS'
  | 'IPPTOOL'
  | 'TEMPORAL_CLI'
  | 'VALKEY_SERVER';

/** The folder of the clone, whether this runs from source or from dist. */
export const rootFolder = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Where a clone keeps what it installs and the data of its instances. */
export const localFolder = join(rootFolder, '.local');

/** The path of a program; the environment goes before what set-up recorded. Throws when set-up never ran. */
export function tool(name: ToolName): string {
  const path = process.env[name] || toolEnvironment()[name];
  if (path === undefined)
    throw new Error(`No ${name}: set-up has not run in this clone. Run \`node tools/setup.mjs\`.`);
  return path;
}

/**
 * All programs as environment variables, with CHROMIUM_SANDBOX (`on` or `off`) and LIBERATION_FONTS (their folder), for
 * child processes (API, worker, tests). Empty when set-up never ran.
 */
export function toolEnvironment(): Partial<Record<ToolName | 'CHROMIUM_SANDBOX' | 'LIBERATION_FONTS', string>> {
  const file = join(localFolder, 'setup.json');
  if (!existsSync(file)) return {};
  const { tools, settings } = JSON.parse(readFileSync(file, 'utf8')) as Record<'tools' | 'settings', object>;
  const given = Object.entries({ ...tools, ...settings }).map(([name, found]) => [name, process.env[name] || found]);
  return Object.fromEntries(given) as ReturnType<typeof toolEnvironment>;
}

function findRoot(folder: string): string {
  // dist has no package.json of its own, so the first one upwards is the clone's.
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
