// Are the installed Node packages those of package-lock.json? npm keeps what it installed in node_modules/.package-lock.json.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, rootFolder, run } from './shell.mjs';

const read = (file) => JSON.parse(readFileSync(join(rootFolder, file), 'utf8'));

export function nodePackagesAreCurrent() {
  if (!existsSync(join(rootFolder, 'node_modules/.package-lock.json'))) return false;
  const installed = read('node_modules/.package-lock.json').packages;
  return Object.entries(read('package-lock.json').packages).every(
    ([path, wanted]) =>
      path === '' || (path in installed ? installed[path].version === wanted.version : wanted.optional),
  );
}

/**
 * `npm install`, not `npm ci`: the latter refuses a lock file that lacks the optional builds for other systems, which not
 * every mirror serves. That exactly the locked versions are there is checked afterwards.
 */
export async function installNodePackages(report) {
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const mend =
    'Check that this machine reaches its npm registry (`npm ping`), then start again. All output: .local/setup.log.';
  await run('Installing the Node packages', 'npm', args, { mend, env: { NODE_ENV: '', npm_config_loglevel: 'error' } });
  if (!nodePackagesAreCurrent()) {
    throw new SetupError(
      'The Node packages are not those of package-lock.json.',
      'npm ended well but installed other versions.',
      'Remove the folder node_modules and start again.',
    );
  }
  report(1);
}
