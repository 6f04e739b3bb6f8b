// Running other programs during set-up: all they say goes to .local/setup.log, a failure becomes one clear text.
import { spawn } from 'node:child_process';
import { accessSync, appendFileSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const localFolder = join(rootFolder, '.local');
export const debianFolder = join(localFolder, 'debian');
export const wheelFolder = join(localFolder, 'wheels');
export const isRoot = process.getuid?.() === 0;

/** An error for the person at the keyboard: what is wrong, why, how to mend it. */
export class SetupError extends Error {
  constructor(what, why, mend) {
    super(`\n${what}\n  Why:         ${why}\n  How to mend: ${mend}\n`);
  }
}

/** The first executable file of that name on PATH, or undefined. */
export function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && isExecutable(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end. `onStatus` gets each line the program writes to file descriptor 3 (apt's progress).
 * Throws SetupError with its last lines when it fails.
 */
export function run(what, file, args, { mend, env = {}, onStatus, cwd = rootFolder } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', onStatus ? 'pipe' : 'ignore'],
    });
    let tail = '';
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-1500);
      appendFileSync(join(localFolder, 'setup.log'), chunk);
    };
    appendFileSync(join(localFolder, 'setup.log'), `\n# ${[file, ...args].join(' ')}\n`);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.stdio[3]?.on('data', (chunk) => String(chunk).split('\n').forEach(onStatus));
    const fail = (why) =>
      reject(new SetupError(`${what} failed.`, why, mend ?? 'The whole output is in .local/setup.log.'));
    child.on('error', (error) => fail(`${file} could not be started: ${error.message}`));
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else
        fail(
          `${file} ended with ${signal ?? `code ${code}`}. Its last words:\n${tail.trimEnd().replace(/^/gm, '    ')}`,
        );
    });
  });
}
