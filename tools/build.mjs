// Sources to dist: TypeScript by swc, other files as they are, then the workflow bundle and the console. Nothing to do when no source changed.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from './setup/lock.mjs';
import { Progress } from './setup/progress.mjs';
import { SetupError, localFolder, rootFolder } from './setup/shell.mjs';

const execute = promisify(execFile);
const folders = ['apps', 'activities', 'libs', 'tools', 'workflows'];
const dist = join(rootFolder, 'dist');
const stampFile = join(dist, '.stamp');

/** Builds if a source changed since the last build that went well. Throws SetupError with the compiler's words. */
export async function build() {
  if (isCurrent()) return;
  await withLock(join(localFolder, 'build.lock'), 'Another command is building; waiting for it.', async () => {
    if (isCurrent()) return; // the other command did it
    const stamp = sourceStamp(); // taken before: a source that changes while we build makes the next build
    await Progress.during('Building', async (progress) => {
      progress.stage('TypeScript', 0.1);
      await compile();
      copyOtherFiles();
      progress.stage('workflow bundle and console', 0.9);
      await Promise.all([bundleWorkflows(), node('The console could not be built', ['tools/build-console.mjs'])]);
    });
    writeFileSync(stampFile, stamp);
  });
}

function isCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();
}

/** All that goes into dist: sources without tests. */
function sources() {
  return folders.flatMap((folder) =>
    readdirSync(join(rootFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(rootFolder.length + 1))
      .filter((file) => !/\.test\.ts$|\.md$|\.d\.m?ts$|(^|\/)testing\//.test(file)),
  );
}

/** The console is built by tools/build-console.mjs; all else goes file by file. */
const isOfConsole = (file) => file.startsWith(join('apps', 'console'));
const isTypeScript = (file) => file.endsWith('.ts') && !isOfConsole(file);

function sourceStamp() {
  const hash = createHash('sha256');
  for (const file of [...sources().sort(), 'package-lock.json', 'package.json']) {
    hash.update(`${file}\0`).update(readFileSync(join(rootFolder, file)));
  }
  return hash.digest('hex');
}

/** File by file and without looking at types: half a second where tsc takes half a minute. */
async function compile() {
  const { transpile } = await import('./transpile.mjs'); // only now: set-up may just have installed what it needs
  removeOrphans();
  const write = async (file) => {
    const target = join(dist, file.replace(/\.ts$/, '.js'));
    const sourceFileName = relative(dirname(target), join(rootFolder, file));
    const options = { sourceMaps: true, sourceFileName, jsc: { rewriteRelativeImportExtensions: true } };
    const { code, map } = await transpile(join(rootFolder, file), options);
    mkdirSync(dirname(target), { recursive: true });
    writeNew(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
    writeNew(`${target}.map`, map);
  };
  try {
    await Promise.all(sources().filter(isTypeScript).map(write));
  } catch (error) {
    throw new SetupError(
      'The TypeScript sources cannot be read.',
      `\n${error.message.split('\n\nCaused by')[0].trim()}`,
      'Correct the source named above and start again.',
    );
  }
}

/** What has not changed is left alone: a factory may be running from it, and a part of it be starting again just now. */
function writeNew(file, text) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** What was compiled from a source that is gone must not be imported by accident. */
function removeOrphans() {
  if (!existsSync(dist)) return;
  const wanted = new Set(sources().filter((file) => !isOfConsole(file)));
  for (const folder of folders.map((name) => join(dist, name)).filter(existsSync)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (isOfConsole(path.slice(dist.length + 1))) continue;
      const source = path.slice(dist.length + 1).replace(/\.js(\.map)?$/, '.ts');
      if (!wanted.has(source) && !wanted.has(path.slice(dist.length + 1))) rmSync(path);
    }
  }
}

function copyOtherFiles() {
  for (const file of sources().filter((name) => !isTypeScript(name) && !isOfConsole(name))) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    cpSync(join(rootFolder, file), join(dist, file));
  }
}

async function bundleWorkflows() {
  const program = join(dist, 'tools/build-workflows.js');
  if (existsSync(program)) await node('The workflow bundle could not be built', [program]);
}

/** Runs a Node program; what it says is shown only when it fails. */
async function node(what, args) {
  try {
    await execute(process.execPath, args, { cwd: rootFolder, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    throw new SetupError(
      `${what}.`,
      `\n${(error.stdout + error.stderr).trimEnd()}`,
      'Correct the sources named above and start again.',
    );
  }
}
