import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { OpenApiDocument } from '../../apps/api/docs/openapi.ts';
import { pythonForTests } from '../setup/wheels.mjs';
import { rootFolder } from '../toolbox.ts';
import { ofOurPages, type Caller } from './callers.ts';
import { giveCredentials } from './credentials.ts';
import { knownIds } from './known-ids.ts';

export interface FuzzReport {
  readonly cases: number;
  /** Operations that were called. */
  readonly operations: readonly string[];
  /** Each in a line: what is wrong, and where. The requests that show it are in the report's text. */
  readonly failures: readonly string[];
}

/** A stream never ends by itself. */
const endless = /\/events\/stream$/;

/**
 * Runs schemathesis on what one caller may call, every check on.
 * @param run `examples`: requests an operation and phase at most; `folder`: for `report.json`, and `report.txt` with each failing request
 * @throws Error when it ends without a report
 */
export async function runSchemathesis(run: {
  readonly caller: Caller;
  readonly document: OpenApiDocument;
  readonly apiUrl: string;
  readonly examples: number;
  readonly seed: number;
  readonly folder: string;
}): Promise<FuzzReport> {
  const { caller, document, apiUrl, examples, seed, folder } = run;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [report, ids] = [join(folder, 'report.json'), join(folder, 'ids.json')];
  const shown = await caller.shows?.();
  writeFileSync(ids, JSON.stringify(shown ? await knownIds(apiUrl, document, caller, shown) : {}));
  const operations = Object.entries(document.paths)
    .filter(([path]) => !endless.test(path))
    .flatMap(([, methods]) => Object.values(methods))
    .filter((operation) => caller.calls(operation))
    .map(({ operationId }) => operationId);
  const most = Math.max(1, Math.round(examples * caller.share));
  const args = [
    ...['-m', 'schemathesis.cli', '--no-color', '--config-file', join(rootFolder, 'tools/fuzz/schemathesis.toml')],
    ...['run', `${apiUrl}/openapi.json`],
    ...Object.entries(ofOurPages).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    ...operations.flatMap((id) => ['--include-operation-id', id]),
    ...(caller.inEveryWay ? [] : ['--phases', 'examples,fuzzing']),
    ...['--max-examples', String(most), '--seed', String(seed), '--checks', 'all', '--continue-on-failure'],
    ...['--report', 'json', '--report-json-path', report],
  ];
  const credentials = caller.shows && (await giveCredentials(caller.shows));
  const environment = { PLI_FUZZ_IDS: ids, ...(credentials && { PLI_FUZZ_CREDENTIALS: credentials.url }) };
  await python(args, environment, join(folder, 'report.txt')).finally(() => credentials?.close());
  return { ...readReport(report), operations };
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

function readReport(file: string): Omit<FuzzReport, 'operations'> {
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
