// `npm run faults -- --kill [--letters n] [--seed s] [--json]`: a throw-away factory under load, of which every process is killed in
// turn (SIGKILL) at the moments where something is most easily lost or done twice; then the checker compares its three witnesses.
// Ends with 0 only when every letter reached its end and nothing was found.
import { parseArgs } from 'node:util';
import { demonstrationProfile } from '#domain/site-profiles';
import { Dice } from './demonstration/dice.ts';
import { prepareDemonstration } from './demonstration/demonstration.ts';
import { runChecker } from './demonstration/run-checker.ts';
import { JournalWatch } from './faults/journal-watch.ts';
import { killInTurn } from './faults/kills.ts';
import { Load } from './faults/load.ts';
import { toTheEnd } from './faults/to-the-end.ts';
import { FloorPerson } from './floor-person/floor-person.ts';
import { SimulatedRoom } from './floor-person/simulated-room.ts';
import { startInstance, type Instance } from './launcher/instance.ts';
import type { PartName } from './launcher/part.ts';
import { Revival } from './launcher/revival.ts';
import { Progress } from './setup/progress.mjs';

/** Fast enough for the run, slow enough that a kill finds machines at work. */
const machines = { SIMULATOR_SHEETS_PER_MINUTE: '1200', SIMULATOR_ENVELOPES_PER_HOUR: '36000' };
const parts: readonly PartName[] = ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'];
/** After the last kill, until every letter has ended. */
const PATIENCE_MS = 4 * 60_000;

let instance: Instance | undefined;
let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130));

const wanted = options();
try {
  await end((await faults(wanted)) ? 0 : 1);
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.stack : error);
  await end(1);
}

async function faults({ letters, seed, asJson }: typeof wanted): Promise<boolean> {
  const began = Date.now();
  const diedUnasked: PartName[] = [];
  const revival = new Revival((text) => console.error(text));
  const running = await Progress.during('Starting', async (progress) => {
    const onDeath = (part: PartName) => {
      diedUnasked.push(part);
      if (instance && !stopping) void revival.revive(instance, part).catch((error: unknown) => console.error(error));
    };
    instance = await startInstance({
      name: 'faults',
      throwAway: true,
      parts,
      environment: machines,
      onDeath,
      onStep: (text) => progress.stage(text, 0.2),
    });
    progress.stage('Preparing the demonstration', 0.2);
    return { instance, demonstration: await prepareDemonstration(instance, demonstrationProfile) };
  });
  const { demonstration } = running;
  const journal = new JournalWatch(demonstration.environment);
  const room = new SimulatedRoom(demonstration.environment.SIMULATOR_URL ?? '', demonstration.site.code);
  const person = new FloorPerson(demonstration.operator, room);
  const load = new Load(demonstration, letters, seed);

  const kills = await Progress.during('Killing', async (bar) => {
    const loaded = load.run();
    loaded.catch(() => undefined); // told when it is awaited below
    const killed = await killInTurn(
      running.instance,
      { load, journal, dice: new Dice(seed) },
      bar.stage('every part in turn', 1),
    );
    load.finish();
    await loaded;
    return killed;
  });
  const { ends, open } = await Progress.during('Until every letter has ended', (bar) =>
    toTheEnd(demonstration, load.letterIds, person, bar.stage('waiting', 1), PATIENCE_MS),
  );
  const report = await runChecker(demonstration);
  const { letters: known, lost, duplicated, unexpected, stuck, mismatched, findings, missingWitnesses } = report;
  for (const finding of findings) console.error(`${finding.kind}: ${finding.subject} ${finding.text}`);
  const counts = { letters: known, lost, duplicated, unexpected, stuck, mismatched };
  const rest = {
    notEnded: open.length,
    ends,
    seed,
    kills,
    diedUnasked,
    foundByPeople: Object.fromEntries(person.findings),
    seconds: Math.round((Date.now() - began) / 1000),
  };
  if (asJson) console.log(JSON.stringify({ ...counts, ...rest, findings, missingWitnesses }));
  else
    console.log(
      `\n${Object.entries({ ...counts, ...rest })
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
        .join('\n')}\n`,
    );
  return lost + duplicated + unexpected + stuck + mismatched + open.length + missingWitnesses.length === 0;
}

function options(): { letters: number; seed: number; asJson: boolean } {
  const { values } = parseArgs({
    options: {
      kill: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      letters: { type: 'string', default: '150' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [letters, seed] = [Number(values.letters), Number(values.seed)];
  if (!values.kill || !Number.isInteger(letters) || letters < 1 || !Number.isInteger(seed)) misused();
  return { letters, seed, asJson: values.json };
}

function misused(): never {
  console.error('Usage: npm run faults -- --kill [--letters n] [--seed n] [--json]');
  process.exit(2);
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
