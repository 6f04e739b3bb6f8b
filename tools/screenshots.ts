// `npm run screenshots`: a throw-away factory lives until there is something to see; then its people walk through the console as the handbooks
// say, and the pictures of docs/handbooks are taken on their way. A place that is not as a handbook says fails the command.
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import type { DeskRole } from '#contracts/api/desk-roles';
import { publicUrlOf } from './demonstration/store-person.ts';
import { startInstance, type Instance } from './launcher/instance.ts';
import { paths } from './screenshots/paths.ts';
import { signIn, type Person } from './screenshots/person.ts';
import { liveThePictures, prepareWorld, type People } from './screenshots/picture-day.ts';
import { openReceiver } from './screenshots/receiver.ts';
import { removeLeftOver, takePictures } from './screenshots/take-pictures.ts';
import { Progress } from './setup/progress.mjs';
import { localFolder, rootFolder, tool, toolEnvironment } from './toolbox.ts';

const folder = join(rootFolder, 'docs/handbooks/pictures');
const aside = join(localFolder, 'screenshots');

let instance: Instance | undefined;
let browser: Browser | undefined;
let stopping: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(130));

try {
  const missed = await takeAll();
  for (const { picture, why, seen } of missed) console.error(`${picture}: ${why}\n  The page as it stood: ${seen}`);
  if (missed.length === 0) console.log(`The handbooks' pictures are in ${folder}.`);
  await end(missed.length === 0 ? 0 : 1);
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.stack : error);
  await end(1);
}

function takeAll() {
  return Progress.during('Pictures', async (progress) => {
    const factory = await startInstance({
      name: 'screenshots',
      throwAway: true,
      durable: false,
      parts: ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'],
      environment: { SECOND_FACTOR_FOR: 'none', WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' },
      onStep: (text) => progress.stage(text, 0.05),
    });
    instance = factory;
    const receiver = await openReceiver();
    progress.stage('the weeks before', 0.15);
    const world = await prepareWorld(factory);
    browser = await chromium.launch({
      executablePath: tool('CHROMIUM'),
      args: toolEnvironment().CHROMIUM_SANDBOX === 'off' ? ['--no-sandbox'] : [],
    });
    const people: Partial<Record<DeskRole, Person>> = {};
    for (const person of world.demonstration.people)
      people[person.role] = await signIn(browser, publicUrlOf(factory.environment), person);
    progress.stage('the day', 0.4);
    const day = await liveThePictures(factory, world, people as People, receiver.url, (what) => progress.line(what));
    progress.stage('taking pictures', 0.25);
    const missed = [];
    for (const path of paths)
      missed.push(
        ...(await takePictures(path, (people as People)[path.role], {
          ...{ folder, aside, day },
          tell: (what) => progress.line(what),
        })),
      );
    removeLeftOver(folder, paths);
    receiver.close();
    return missed;
  });
}

/** Stops browser and factory, once, and ends the process. */
function end(code: number): Promise<void> {
  stopping ??= (async () => {
    await browser?.close();
    await instance?.stop();
    process.exit(code);
  })();
  return stopping;
}
