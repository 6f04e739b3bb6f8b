import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pythonForTests } from '../setup/wheels.mjs';
import { rootFolder } from '../toolbox.ts';
import { knownIds } from './known-ids.ts';

export interface FuzzReport {
  readonly cases: number;
  /** Each in a line: what is wrong, and where. The requests that show it are in the report's text. */
  readonly failures: readonly string[];
}

export type Role = 'customer' | 'operator' | 'provider';

/** Where a role's key opens the door: elsewhere it would be told 403 and no more. Python's regular expressions. */
const pathsOf: Readonly<Record<Role, string>> = {
  customer: '^/v1/(?!site/|provider/)',
  operator: '^/v1/site/',
  provider: '^/v1/provider/',
};
/** A stream never ends by itself; a key that revokes itself ends the run. */
const leftOut = ['/v1/events/stream', '/v1/site/events/stream', '/v1/provider/keys/{id}'];

/**
 * Runs schemathesis on the routes of one role, every check on.
 * @param run `examples`: requests a route and phase at most; `folder`: for `report.json`, and `report.txt` with each failing request
 * @throws Error when it ends without a report
 */
export async function runSchemathesis(run: {
  readonly role: Role;
  readonly apiUrl: string;
  readonly key: string;
  readonly examples: number;
  readonly seed: number;
  readonly folder: string;
}): Promise<FuzzReport> {
  const { role, apiUrl, key, examples, seed, folder } = run;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [report, ids] = [join(folder, 'report.json'), join(folder, 'ids.json')];
  writeFileSync(ids, JSON.stringify(await knownIds(apiUrl, key, role)));
  const args = [
    ...['-m', 'schemathesis.cli', '--no-color', '--config-file', join(rootFolder, 'tools/fuzz/schemathesis.toml')],
    ...['run', `${apiUrl}/openapi.json`, '--header', `Authorization: Bearer ${key}`],
    ...['--include-path-regex', pathsOf[role], ...leftOut.flatMap((path) => ['--exclude-path', path])],
    ...['--max-examples', String(examples), '--seed', String(seed), '--checks', 'all'],
    ...['--report', 'json', '--report-json-path', report],
  ];
  await python(args, { PLI_FUZZ_IDS: ids }, join(folder, 'report.txt'));
  return readReport(report);
}

async function python(args: readonly string[], environment: Record<string, string>, log: string): Promise<void> {
  const { python: program, env } = await pythonForTests();
  const PYTHONPATH = `${env.PYTHONPATH ?? ''}:${join(rootFolder, 'tools/fuzz')}`;
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, ...environment, PYTHONPATH },
  });
  // Its exit code tells of failures too: those are read from the report.
  await Promise.all([
    pipeline(child.stdout, createWriteStream(log)),
    new Promise((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
}

function readReport(file: string): FuzzReport {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    complete: boolean;
    test_cases: { generated: number };
    failures: { title: string; operations: string[] }[];
    errors: { title: string; count: number }[];
  };
  return {
    cases: report.test_cases.generated,
    failures: [
      ...report.failures.map(({ title, operations }) => `${title}: ${operations.join(', ')}`),
      ...report.errors.map(({ title, count }) => `${title}, ${count} times`),
      ...(report.complete ? [] : ['The run was broken off.']),
    ],
  };
}
