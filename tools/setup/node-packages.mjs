// Are the installed Node packages those of package-lock.json? npm keeps what it installed in node_modules/.package-lock.json.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder, run } from './shell.mjs';

const read = (file) => JSON.parse(readFileSync(join(rootFolder, file), 'utf8'));

export function nodePackagesAreCurrent() {
  if (!existsSync(join(rootFolder, 'node_modules/.package-lock.json'))) return false;
  const installed = read('node_modules/.package-lock.json').packages;
  return Object.entries(read('package-lock.json').packages).every(
    ([path, wanted]) => path === '' || (path in installed ? installed[path].version === wanted.version : wanted.optional),
  );
}

export async function installNodePackages(report) {
  const fresh = !existsSync(join(rootFolder, 'node_modules'));
  // `ci` for a fresh clone; an older tree is only brought up to date, other programs may be running from it.
  const args = [fresh ? 'ci' : 'install', ...(fresh ? [] : ['--no-save']), '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await run('Installing the Node packages', 'npm', args, {
    mend: 'Check that this machine reaches its npm registry (`npm ping`), then start again. All output: .local/setup.log.',
    env: { NODE_ENV: '', npm_config_loglevel: 'warn' },
  });
  report(1);
}
