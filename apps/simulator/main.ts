import { simulatorSettings } from './settings.ts';
import { startSimulator } from './simulator.ts';

/** The simulator as a process: one line of JSON on standard output once it listens, then silence until it is told to stop. */
const settings = simulatorSettings(process.env);
const simulator = await startSimulator(settings);
const { ipp, http, inserter, post, journalPath: journal } = simulator;
process.stdout.write(JSON.stringify({ ipp, http, inserter, post, journal }) + '\n');

simulator.broken.catch((error: unknown) => {
  process.stderr.write(`The simulator stops: ${error instanceof Error ? error.message : 'a machine broke'}\n`);
  process.exit(1);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(
    signal,
    () =>
      void simulator.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      ),
  );
