import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Makes a package of libs/client that any program can install: JavaScript with its types, depending on nothing of ours.
 * @param root folder of the clone; @param folder where it is made
 * @returns path of the archive, for `npm install`
 */
export async function packClient(root: string, folder = join(root, '.local/client')): Promise<string> {
  const { version, license, engines, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
    engines: object;
    dependencies: Record<string, string>;
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const used = Object.entries(dependencies).filter(([name]) => ['openapi-fetch', 'eventsource-parser'].includes(name));
  const description = {
    name: 'pli-client',
    version,
    description: "Typed client of Pli's API",
    license,
    type: 'module',
    engines,
    exports: { '.': { types: './client.d.ts', default: './client.js' } },
    files: ['*.js', '*.d.ts'],
    dependencies: Object.fromEntries(used),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(description, null, 2) + '\n');
  const flags = ['--noEmit', 'false', '--declaration', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023'];
  const strict = ['--rewriteRelativeImportExtensions', '--strict', '--skipLibCheck', '--types', 'node'];
  const source = join(root, 'libs/client');
  const where = ['--rootDir', source, '--outDir', folder, join(source, 'client.ts'), '--ignoreConfig'];
  await execute(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...flags, ...strict, ...where], {
    cwd: root,
  });
  const { stdout } = await execute('npm', ['pack', '--silent'], { cwd: folder });
  return join(folder, stdout.trim());
}
