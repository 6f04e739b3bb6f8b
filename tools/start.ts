// `npm start`: all parts up, the demonstration in them, the addresses printed; stays until Ctrl-C.
import { dayProfile, liveTheDay } from './demonstration/day.ts';
import { prepareDemonstration, type Demonstration } from './demonstration/demonstration.ts';
import { publicUrlOf } from './demonstration/store-person.ts';
import { startInstance, type Instance } from './launcher/instance.ts';
import type { PartName } from './launcher/part.ts';
import { Revival } from './launcher/revival.ts';
import { Progress } from './setup/progress.mjs';

/** How long the start shows the day; letters go on without being watched. */
const DAY_PATIENCE_MS = 8 * 60_000;

/** The people of the demonstration have a password alone: it is on this machine, and prints SPECIMEN. */
const people = { SECOND_FACTOR_FOR: process.env.SECOND_FACTOR_FOR ?? 'none' };

let instance: Instance | undefined;
let stopping: Promise<void> | undefined;
const revival = new Revival((text) => console.error(text));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

try {
  const demonstration = await bringUp();
  printAddresses(demonstration);
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
    instance = await startInstance({
      name: 'main',
      parts,
      environment: people,
      onDeath,
      onStep: (text) => progress.stage(text, 0.2),
    });
    progress.stage('Preparing the demonstration', 0.2);
    return prepareDemonstration(instance, dayProfile);
  });
}

function environment(): Readonly<Record<string, string>> {
  return instance?.environment ?? {};
}

function printAddresses({ keys, people }: Pick<Demonstration, 'keys' | 'people'>): void {
  const { API_URL = '', TEMPORAL_UI_URL, SIMULATOR_URL = '' } = environment();
  const lines = [
    ['Console', `${publicUrlOf(environment())}/app`],
    ['API', API_URL],
    ['API documentation', `${API_URL}/docs`],
    ['Temporal UI', TEMPORAL_UI_URL],
    ['Simulated print room', SIMULATOR_URL],
    ...Object.entries(keys).map(([holder, key]) => [`${holder} key`, key]),
  ].filter(([, value]) => value);
  console.log(`\nPli is running.\n\n${lines.map(([name = '', value]) => `  ${name.padEnd(22)}${value}`).join('\n')}`);
  console.log('\n  Sign in to the console as one of:');
  for (const { role, email, password } of people) console.log(`  ${role.padEnd(22)}${email}   ${password}`);
  console.log('\nInvite people of your own: npm run invite -- --provider you@example.org');
  console.log('More keys: npm run key. Checks: npm run verify. Stop: Ctrl-C.\n');
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
