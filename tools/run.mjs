// `npm run <command>` comes through here: set-up, build of what changed, then dist/tools/<command>.js in this same process.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { setUp } from './setup.mjs';
import { SetupError, rootFolder } from './setup/shell.mjs';

const [command = 'start', ...args] = process.argv.slice(2);

// npm that is ended by a signal does not always pass it on: who loses its parent stops as if it had heard it.
const parent = process.ppid;
const orphaned = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(orphaned);
  process.kill(process.pid, 'SIGTERM');
}, 1000).unref();

try {
  await setUp();
  if (command === 'check') {
    // Reads sources only; a build that fails is one of the things it reports.
    await start(join(rootFolder, 'tools/check.mjs'));
  } else {
    await build();
    if (command !== 'build') await start(join(rootFolder, 'dist/tools', `${command}.js`));
  }
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exit(1);
}

async function start(program) {
  if (!existsSync(program)) {
    throw new SetupError(
      `There is no command "${command}".`,
      `${program} does not exist.`,
      'See the scripts in package.json.',
    );
  }
  process.argv = [process.execPath, program, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(program).href);
}
