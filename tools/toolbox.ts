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

/** All programs as environment variables, for child processes (API, worker, tests). Empty when set-up never ran. */
export function toolEnvironment(): Partial<Record<ToolName, string>> {
  const file = join(localFolder, 'setup.json');
  if (!existsSync(file)) return {};
  const record = JSON.parse(readFileSync(file, 'utf8')) as { tools: Partial<Record<ToolName, string>> };
  const given = Object.entries(record.tools).map(([name, path]) => [name, process.env[name] || path]);
  return Object.fromEntries(given) as Partial<Record<ToolName, string>>;
}

function findRoot(folder: string): string {
  // dist has no package.json of its own, so the first one upwards is the clone's.
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
