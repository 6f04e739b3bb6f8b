// `npm run verify [-- --json]`: the checker on the running instance, or on the witnesses that are named. Changes nothing.
// Exit 0: nothing found; 1: something found; 2: the check could not be made.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, type Witnesses } from '#database/checker/check';
import { findingKinds, type Report } from '#database/checker/report';
import { openDatabase } from '#database/data-source';
import { clientLogOf } from './demonstration/witness.ts';
import { instanceFolder, runningEnvironment } from './launcher/instance-folder.ts';

const usage = `Usage: npm run verify [-- --json] [--database URL] [--client-log FILE] [--journal FILE]
Without --database: the instance that \`npm start\` runs. A witness that is not given is named in the report.`;

try {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      database: { type: 'string' },
      'client-log': { type: 'string' },
      journal: { type: 'string' },
    },
  });
  const began = Date.now();
  const report = await verify(witnessesOf(values));
  tell(report, values.json, Math.round((Date.now() - began) / 100) / 10);
  process.exitCode = findingKinds.some((kind) => report[kind] > 0) ? 1 : 0;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}

type Named = { database?: string; 'client-log'?: string; journal?: string };

/** Where the witnesses are to be found: as named, else those of the running instance. */
function witnessesOf(named: Named): Omit<Witnesses, 'database'> & { url: string } {
  const { 'client-log': clientLog, journal, database } = named;
  if (database !== undefined) return { url: database, clientLog, journal };
  const { CHECKER_DATABASE_URL, SIMULATOR_DIR } = runningEnvironment();
  if (CHECKER_DATABASE_URL === undefined)
    throw new Error('The running instance does not name its database: give it with --database.');
  return {
    url: CHECKER_DATABASE_URL,
    clientLog: clientLog ?? clientLogOf(instanceFolder('main', false)),
    journal: journal ?? (SIMULATOR_DIR === undefined ? undefined : join(SIMULATOR_DIR, 'journal.jsonl')),
  };
}

async function verify({ url, clientLog, journal }: ReturnType<typeof witnessesOf>): Promise<Report> {
  const database = await openDatabase(url, 1);
  try {
    return await check(
      { database, clientLog, journal },
      () => new Date(),
      (part) => console.error(`Checking ${part} …`),
    );
  } finally {
    await database.destroy();
  }
}

function tell(report: Report, asJson: boolean, seconds: number): void {
  const { findings, missingWitnesses, letters, events, ...counts } = report;
  if (asJson) {
    console.log(JSON.stringify({ letters, ...counts, events, seconds, missingWitnesses, findings }));
    return;
  }
  for (const { kind, part, subject, text } of findings) console.log(`${kind} (${part}): ${subject} ${text}`);
  for (const missing of missingWitnesses) console.log(`Not heard: ${missing}.`);
  console.log(
    `${letters} letters, ${events} events: ${findingKinds.map((kind) => `${kind} ${counts[kind]}`).join(', ')} (${seconds} s).`,
  );
}
