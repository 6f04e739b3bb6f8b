// `npm test`: every test on real parts of its own, beside whatever runs; ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testGroups, writeGroups } from './jest/groups.ts';
import { startPartsForTests } from './jest/parts-for-tests.ts';
import { localFolder, rootFolder } from './toolbox.ts';

interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that could not even be loaded: each counts as one failure. */
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly duration?: number | null;
    }[];
  }[];
}

// Ctrl-C reaches jest too: it ends, then the parts are stopped below.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

const resultFile = join(localFolder, `test-result-${process.pid}.json`);
mkdirSync(localFolder, { recursive: true });
const { instance, environment } = await startPartsForTests();
/** Print rooms side by side take the whole machine: tests that go by the clock would starve beside them, so they come last, alone. */
const crowded = 'tools/faults/every-fault';
const asked = process.argv.slice(2);
const groups = asked.length > 0 ? undefined : writeGroups(testGroups(new RegExp(crowded)));
const runs = groups
  ? [['--testSequencer=./tools/jest/in-order.mjs', '--runTestsByPath', ...groups.files], [crowded]]
  : [asked];
const count = { passed: 0, failed: 0, leftOut: 0 };
/** Seconds that the tests of a file took, without what they share. */
const secondsOf = new Map<string, number>();
let exitCode = 0;
try {
  for (const args of runs) {
    exitCode = (await runJest(environment, args)) || exitCode;
    const result = readResult();
    if (result === undefined) console.error('jest ended without a result.');
    count.passed += result?.numPassedTests ?? 0;
    count.failed += result === undefined ? 1 : result.numFailedTests + result.numRuntimeErrorTestSuites;
    count.leftOut += result?.numPendingTests ?? 0;
    for (const { ancestorTitles, duration } of result?.testResults.flatMap((file) => file.assertionResults) ?? []) {
      const [file = crowded] = ancestorTitles;
      secondsOf.set(file, (secondsOf.get(file) ?? 0) + (duration ?? 0) / 1000);
    }
  }
} finally {
  groups?.remove();
  await instance.stop();
}
if (groups) {
  const slowest = [...secondsOf].sort(([, one], [, other]) => other - one).slice(0, 12);
  console.log(`The slowest: ${slowest.map(([file, seconds]) => `${file} ${seconds.toFixed(0)} s`).join(', ')}`);
}
if (count.leftOut > 0) console.log(`${count.leftOut} left out`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed > 0 && exitCode === 0 ? 1 : exitCode);

function runJest(env: Record<string, string>, args: readonly string[]): Promise<number> {
  const program = [
    '--experimental-vm-modules',
    '--no-warnings',
    // What a test makes dies young: with room for it, less is moved about.
    '--max-semi-space-size=64',
    join(rootFolder, 'node_modules/jest/bin/jest.js'),
  ];
  const child = spawn(process.execPath, [...program, '--json', '--outputFile', resultFile, ...args], {
    cwd: rootFolder,
    // The build comes before every test.
    env: { ...process.env, ...env, TEST_WORKFLOWS_ARE_BUILT: '1' },
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
