import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openFloor, type Floor } from './testing/floor.ts';
import { testLot } from './testing/lot.ts';

/**
 * An outside judge: OpenPrinting's `ipptool` with its own test files, named bare so that it finds them beside itself. `npm test`
 * installs it (Debian: cups-ipp-utils); without it these tests fail rather than pass unjudged.
 */
const ipptool = process.env['IPPTOOL'] ?? 'ipptool';
const run = promisify(execFile);

let floor: Floor;
let document: string;
beforeAll(async () => {
  floor = await openFloor();
  document = await testLot(41, [2, 1]).print(join(floor.directory, 'document.pdf'));
});
afterAll(() => floor.close());

/** Gives the names of the tests that failed, and how many were asked. */
async function judge(file: string): Promise<{ failed: string[]; asked: number }> {
  const { stdout } = await run(ipptool, ['-t', '-f', document, floor.simulator.ipp, file]).catch(
    (error: { stdout?: string }) => {
      if (error.stdout === undefined) throw error;
      return { stdout: error.stdout };
    },
  );
  const verdicts = [...stdout.matchAll(/^\s+(.+?)\s+\[(PASS|FAIL|SKIP)\]$/gm)];
  return {
    failed: verdicts.filter(([, , verdict]) => verdict === 'FAIL').map(([, name = '']) => name),
    asked: verdicts.filter(([, , verdict]) => verdict !== 'SKIP').length,
  };
}

test.each(['get-printer-attributes', 'validate-job', 'print-job', 'get-jobs', 'get-completed-jobs'])(
  'ipptool has nothing to say against %s',
  async (name) => {
    const { failed, asked } = await judge(`${name}.test`);
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  },
);

test.each(['ipp-1.1', 'ipp-2.0'])('ipptool’s whole suite %s passes', async (name) => {
  const { failed, asked } = await judge(`${name}.test`);
  expect(failed).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(24); // the others are of optional operations
});
