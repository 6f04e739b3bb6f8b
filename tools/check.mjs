// `npm run check`: format, lint, types, arrows, dead code. All run to the end, then say together whether the sources are sound.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rootFolder } from './setup/shell.mjs';

const checks = [
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']],
  ['types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
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
  const done = spawnSync(process.execPath, [join(rootFolder, 'node_modules', program), ...args], {
    cwd: rootFolder,
    stdio: 'inherit',
  });
  if (done.status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll checks hold.' : `\nNot sound: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
