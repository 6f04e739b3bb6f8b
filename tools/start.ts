// `npm start`: all parts up, the demonstration in them, the addresses printed; stays until Ctrl-C.
import { dayProfile, liveTheDay } from './demonstration/day.ts';
import { prepareDemonstration, type Demonstration } from './demonstration/demonstration.ts';
import { startInstance, type Instance } from './launcher/instance.ts';
import type { PartName } from './launcher/part.ts';
import { Revival } from './launcher/revival.ts';
import { Progress } from './setup/progress.mjs';

/** How long the start shows the day; letters go on without being watched. */
const DAY_PATIENCE_MS = 8 * 60_000;

let instance: Instance | undefined;
let stopping: Promise<void> | undefined;
const revival = new Revival((text) => console.error(text));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

try {
  const demonstration = await bringUp();
  printAddresses(demonstration.keys);
  if (demonstration.isNew) {
    const { ends } = await liveTheDay(demonstration, DAY_PATIENCE_MS);
    console.log(
      `\nThe day's letters: ${ends || 'none has ended yet'}. From now on you are the operator. Stop it with Ctrl-C.\n`,
    );
  }
} catch (error) {
  if (!stopping) console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}

async function bringUp(): Promise<Demonstration> {
  const parts: PartName[] = ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'];
  return Progress.during('Starting', async (progress) => {
    const onDeath = (part: PartName) => {
      if (instance && !stopping) void revival.revive(instance, part).catch(giveUp);
    };
    instance = await startInstance({ name: 'main', parts, onDeath, onStep: (text) => progress.stage(text, 0.2) });
    progress.stage('Preparing the demonstration', 0.2);
    return prepareDemonstration(instance, dayProfile);
  });
}

function environment(): Readonly<Record<string, string>> {
  return instance?.environment ?? {};
}

function printAddresses(keys: Demonstration['keys']): void {
  const { API_URL = '', TEMPORAL_UI_URL, SIMULATOR_URL = '' } = environment();
  const lines = [
    ['API', API_URL],
    ['API documentation', `${API_URL}/docs`],
    ['Temporal UI', TEMPORAL_UI_URL],
    ['Simulated print room', SIMULATOR_URL],
    ...Object.entries(keys).map(([holder, key]) => [`${holder} key`, key]),
  ].filter(([, value]) => value);
  console.log(`\nPli is running.\n\n${lines.map(([name = '', value]) => `  ${name.padEnd(22)}${value}`).join('\n')}`);
  console.log('\nMore keys: npm run key. Checks: npm run verify. Stop: Ctrl-C.\n');
}

function giveUp(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  void end(1);
}

/** Stops all parts, once, and ends the process. */
function end(code: number): Promise<void> {
  stopping ??= (async () => {
    if (instance) console.error('\nStopping …');
    await instance?.stop();
    process.exit(code);
  })();
  return stopping;
}
