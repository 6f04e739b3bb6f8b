import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Packs the client into one archive, whose path it gives, for `npm install`. @param root folder of the clone */
export async function packClient(root: string): Promise<string> {
  const folder = join(root, '.local/client');
  await buildClient(root, folder);
  const { stdout } = await execute('npm', ['pack', '--silent'], { cwd: folder });
  return join(folder, stdout.trim());
}

/** Makes a package of libs/client in a folder: JavaScript with its types, depending on nothing of ours. */
export async function buildClient(root: string, folder: string): Promise<void> {
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
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    files: ['*.js', '*.d.ts'],
    dependencies: Object.fromEntries(used),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(description, null, 2) + '\n');
  const flags = ['--noEmit', 'false', '--declaration', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023'];
  const strict = ['--rewriteRelativeImportExtensions', '--strict', '--skipLibCheck', '--types', 'node'];
  const source = join(root, 'libs/client');
  const where = ['--rootDir', source, '--outDir', folder, join(source, 'index.ts'), '--ignoreConfig'];
  await execute(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...flags, ...strict, ...where], {
    cwd: root,
  });
  // tsc leaves the .ts of imports in declarations, where whoever installs the package finds nothing under it.
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace(/(from |import\()(['"])(\.\/[\w-]+)\.ts\2/g, '$1$2$3.js$2'));
  }
}
