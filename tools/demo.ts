// `npm run demo [-- --json]`: a throw-away factory lives through a believable day, from the API calls to each letter's last state; then the
// checker compares its three witnesses. Ends with 0 only when every letter reached its end and nothing was found.
import { join } from 'node:path';
import { dayProfile, liveTheDay } from './demonstration/day.ts';
import { prepareDemonstration } from './demonstration/demonstration.ts';
import { leavePapers } from './demonstration/papers.ts';
import { runChecker } from './demonstration/run-checker.ts';
import { startInstance, type Instance } from './launcher/instance.ts';
import { Progress } from './setup/progress.mjs';
import { localFolder } from './toolbox.ts';

/** From the first order to the last end: two trucks, then the no-return window. */
const PATIENCE_MS = 8 * 60_000;
/** Print files are kept until they were copied; the demonstration erases within a minute. */
const profile = { ...dayProfile, erase: { ...dayProfile.erase, hours: 1 } };
const papersFolder = join(localFolder, 'demo');
const asJson = process.argv.includes('--json');

let instance: Instance | undefined;
let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130));

try {
  await end((await demo()) ? 0 : 1);
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.stack : error);
  await end(1);
}

async function demo(): Promise<boolean> {
  const began = Date.now();
  const demonstration = await Progress.during('Starting', async (progress) => {
    const parts = ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'] as const;
    instance = await startInstance({
      name: 'demo',
      throwAway: true,
      parts,
      onStep: (text) => progress.stage(text, 0.2),
    });
    progress.stage('Preparing the demonstration', 0.2);
    return prepareDemonstration(instance, profile);
  });
  const { sent, allEnded, ends, open, story } = await liveTheDay(demonstration, PATIENCE_MS);
  const papers = await leavePapers(demonstration, sent, story, papersFolder);
  const report = await runChecker(demonstration);
  const { letters, lost, duplicated, unexpected, stuck, mismatched } = report;
  const found = lost + duplicated + unexpected + stuck + mismatched;
  const complete = allEnded && letters === sent.length && report.missingWitnesses.length === 0;

  for (const finding of report.findings) console.error(`${finding.kind}: ${finding.subject} ${finding.text}`);
  for (const missing of report.missingWitnesses) console.error(`A witness is missing: ${missing}`);
  if (open.length > 0) console.error(`${open.length} letters have not ended: ${open.slice(0, 10).join(', ')}`);
  const counts = { letters, lost, duplicated, unexpected, stuck, mismatched };
  const seconds = Math.round((Date.now() - began) / 1000);
  if (asJson) {
    const { findings, missingWitnesses, events } = report;
    console.log(
      JSON.stringify({ ...counts, notEnded: open.length, ends, events, seconds, papers, findings, missingWitnesses }),
    );
  } else {
    console.log(`\n${letters} letters: ${ends}.`);
    console.log(
      `lost ${lost}, duplicated ${duplicated}, unexpected ${unexpected}, stuck ${stuck}, mismatched ${mismatched}.`,
    );
    console.log(`Left in ${papersFolder}:\n${papers.map((paper) => `  ${paper}`).join('\n')}\n`);
  }
  return complete && found === 0;
}

/** Stops the instance, once, and ends the process. What went wrong leaves its folder for a look. */
function end(code: number, keep = code === 1): Promise<void> {
  stopping ??= (async () => {
    await instance?.stop({ keep });
    if (keep && instance) console.error(`Data and logs are kept in ${instance.folder}.`);
    process.exit(code);
  })();
  return stopping;
}
