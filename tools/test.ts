// `npm test`: every test on real parts of its own, beside whatever runs; ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPartsForTests } from './jest/parts-for-tests.ts';
import { localFolder, rootFolder } from './toolbox.ts';

interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that could not even be loaded: each counts as one failure. */
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
}

// Ctrl-C reaches jest too: it ends, then the parts are stopped below.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const resultFile = join(localFolder, `test-result-${process.pid}.json`);
mkdirSync(localFolder, { recursive: true });
const { instance, environment } = await startPartsForTests();
let exitCode: number;
try {
  exitCode = await runJest(environment, process.argv.slice(2));
} finally {
  await instance.stop();
}
const result = readResult();
const failed = result === undefined ? 1 : result.numFailedTests + result.numRuntimeErrorTestSuites;
if (result === undefined) console.error('jest ended without a result.');
if (result?.numPendingTests) console.log(`${result.numPendingTests} left out`);
console.log(`${result?.numPassedTests ?? 0} passed, ${failed} failed`);
process.exit(failed > 0 && exitCode === 0 ? 1 : exitCode);

function runJest(env: Record<string, string>, args: readonly string[]): Promise<number> {
  const program = ['--experimental-vm-modules', '--no-warnings', join(rootFolder, 'node_modules/jest/bin/jest.js')];
  const child = spawn(process.execPath, [...program, '--json', '--outputFile', resultFile, ...args], {
    cwd: rootFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function readResult(): JestResult | undefined {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8')) as JestResult;
  } catch {
    return undefined;
  } finally {
    rmSync(resultFile, { force: true });
  }
}
