// `npm run check`: format, lint, types, arrows, dead code. All run to the end, then say together whether the sources are sound.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { rootFolder } from './setup/shell.mjs';

const checks = [
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']],
  ['types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ["the console's types", 'typescript/bin/tsc', ['-p', 'apps/console/tsconfig.json']],
  [
    'arrows',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.js', 'apps', 'activities', 'libs', 'tools', 'workflows'],
  ],
  ['dead code', 'knip/bin/knip.js', []],
];

const failed = [];
for (const [name, program, args] of checks) {
  console.log(`\n── ${name}`);
  const folder = name === 'dead code' ? sourcesAlone() : rootFolder;
  const done = spawnSync(process.execPath, [join(rootFolder, 'node_modules', program), ...args], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (folder !== rootFolder) rmSync(folder, { recursive: true });
  if (done.status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks hold.' : `\nNot sound: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** A copy without dist: knip follows package.json's imports into dist as long as it is there, and finds every source dead. */
function sourcesAlone() {
  const folder = mkdtempSync(join(tmpdir(), 'pli-dead-code-'));
  const left = ['node_modules', 'dist', '.local', '.git'];
  cpSync(rootFolder, folder, { recursive: true, filter: (path) => !left.includes(basename(path)) });
  symlinkSync(join(rootFolder, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
