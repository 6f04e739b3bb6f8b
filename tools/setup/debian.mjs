// Debian packages: by apt-get as root; without root unpacked under .local/debian with an apt state of our own.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SetupError, debianFolder, isRoot, onPath, run } from './shell.mjs';

const otherwise =
  'install the programs by other means and put them on PATH, or name each by its path in the environment: ' +
  "CHROMIUM, QPDF, PDFTOPPM, PDFTOTEXT, PDFINFO, PDFTOCAIRO, PDFFONTS, IPPTOOL, and the fonts' folder as LIBERATION_FONTS.";
const mend =
  'Check that this machine reaches its Debian mirror (`apt-get update` as root), or ' +
  `${otherwise} All output: .local/setup.log.`;

export async function installDebianPackages(names, report) {
  if (onPath('apt-get') === undefined) {
    throw new SetupError(
      `Missing on this system: what the Debian packages ${names.join(', ')} contain.`,
      'There is no apt-get here to install them with.',
      `On this system, ${otherwise}`,
    );
  }
  await (isRoot ? installAsRoot(names, report) : unpackDebianPackages(names, report, debianFolder));
  report(1);
}

async function installAsRoot(names, report) {
  await refresh(['update']);
  await run(
    'Installing Debian packages',
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...names, '-o', 'APT::Status-Fd=3'],
    {
      mend,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      onStatus: aptProgress(report, 0.4),
    },
  );
}

/** A source of the administrator's that does not answer need not hinder us: whether the packages are found decides. */
async function refresh(args) {
  await run('apt-get update', 'apt-get', args).catch((error) => process.stderr.write(`${error.message}`));
}

/** Without root, and without touching the system: into a folder that appears when it is whole, the packages that are missing among their dependencies beside them. */
export async function unpackDebianPackages(names, report, folder) {
  const state = `${folder}.apt`;
  for (const part of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(state, part), { recursive: true });
  // What the system has installed is read from its own dpkg status, so that only the missing dependencies are fetched.
  const options = {
    'Dir::State': state,
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::Cache': join(state, 'cache'),
    'Debug::NoLocking': 'true',
  };
  const own = Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  await refresh([...own, 'update']);
  const download = ['install', '-y', '--download-only', '--no-install-recommends', '-o', 'APT::Status-Fd=3', ...names];
  await run('Fetching Debian packages', 'apt-get', [...own, ...download], {
    mend,
    onStatus: aptProgress((part) => report(part * 0.7), 1),
  });

  const archives = readdirSync(join(state, 'cache/archives')).filter((name) => name.endsWith('.deb'));
  // Under another name while it is incomplete: an unpacking that is cut off must not look like programs that are there.
  const unfinished = `${folder}.new`;
  if (existsSync(folder)) renameSync(folder, unfinished);
  mkdirSync(unfinished, { recursive: true });
  for (const [done, archive] of archives.entries()) {
    await run(`Unpacking ${archive}`, 'dpkg-deb', ['-x', join(state, 'cache/archives', archive), unfinished], {
      mend,
    });
    report(0.7 + (0.3 * done) / archives.length);
  }
  renameSync(unfinished, folder);
  rmSync(state, { recursive: true });
}

/** apt writes `dlstatus:…:percent:…` and `pmstatus:…:percent:…` lines. */
function aptProgress(report, downloadShare) {
  return (line) => {
    const [kind, , percent] = line.split(':');
    if (kind === 'dlstatus') report((Number(percent) / 100) * downloadShare);
    if (kind === 'pmstatus') report(downloadShare + (Number(percent) / 100) * (1 - downloadShare));
  };
}

/** Debian splits pip off Python: the packages to add before wheels can be installed. */
export function pipPackages() {
  if (pythonWithPip() !== undefined) return [];
  return onPath('python3') === undefined ? ['python3', 'python3-pip'] : ['python3-pip'];
}

/** How to run pip: the program and the environment it needs, or undefined when there is none. */
export function pythonWithPip() {
  const unpackedModules = join(debianFolder, 'usr/lib/python3/dist-packages');
  const choices = [
    { python: onPath('python3'), env: {} },
    { python: onPath('python3'), env: { PYTHONPATH: unpackedModules } },
    { python: '/usr/bin/python3', env: {} }, // the one that Debian's python3-pip belongs to, when another is first on PATH
    { python: '/usr/bin/python3', env: { PYTHONPATH: unpackedModules } },
  ];
  return choices.find(
    ({ python, env }) =>
      python !== undefined &&
      existsSync(python) &&
      spawnSync(python, ['-m', 'pip', '--version'], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0,
  );
}
