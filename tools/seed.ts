// `npm run seed [-- --letters 1000000] [--exit] [--verify]`: an instance of its own with a year of believable letters, for a look at screens and
// searches as they are after a year of work. Serves them until Ctrl-C, unless told to exit.
import { parseArgs } from 'node:util';
import { check } from '#database/checker/check';
import { findingKinds } from '#database/checker/report';
import { openDatabase } from '#database/data-source';
import { startInstance } from './launcher/instance.ts';
import { seedInstance } from './seed/seeded-instance.ts';

const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '1000000' },
    'content-days': { type: 'string', default: '30' },
    verify: { type: 'boolean', default: false },
    exit: { type: 'boolean', default: false },
  },
});
const say = (text: string) => console.error(text);

const instance = await startInstance({
  name: 'seeded',
  parts: ['postgres', 'valkey', 'simulator', 'api'],
  onStep: say,
});
let stopping: Promise<void> | undefined;
const stop = (code: number) => (stopping ??= instance.stop().then(() => process.exit(code)));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  const began = performance.now();
  const seeding = { letters: Number(values.letters), contentDays: Number(values['content-days']), say };
  const { keys, isNew } = await seedInstance(instance, seeding);
  say(
    isNew
      ? `Seeded ${values.letters} letters in ${((performance.now() - began) / 1000).toFixed(0)} s.`
      : 'The letters are there already: delete .local/instances/seeded for others.',
  );
  let code = 0;
  if (values.verify) {
    // Neither a customer nor a machine saw these letters: the database is the only witness.
    const database = await openDatabase(instance.environment.CHECKER_DATABASE_URL ?? '', 1);
    const report = await check({ database }, () => new Date(), say).finally(() => database.destroy());
    say(
      `${report.letters} letters, ${report.events} events: ${findingKinds.map((kind) => `${kind} ${report[kind]}`).join(', ')}.`,
    );
    for (const { kind, part, subject, text } of report.findings.slice(0, 20))
      say(`${kind} (${part}): ${subject} ${text}`);
    code = findingKinds.some((kind) => report[kind] > 0) ? 1 : 0;
  }
  if (values.exit) await stop(code);
  const { API_URL = '' } = instance.environment;
  for (const [name, text] of Object.entries({ API: API_URL, ...keys })) console.log(`  ${name.padEnd(22)}${text}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
