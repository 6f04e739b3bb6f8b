import { setTimeout as delay } from 'node:timers/promises';
import type { PliApi } from '../demonstration/api-client.ts';
import { sendLargeOrder } from './large-order.ts';
import { inFactory, templateOf } from './factory.ts';
import { Listener, loopbackAllowed } from './listening.ts';
import { seconds, type Bench } from './measure.ts';
import { shortLetters, shortTemplate } from './short-letter.ts';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 3000);
/** Nothing is heard at a slower rate than one in so long. */
const PATIENCE_MS = 120_000;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; !(await holds()); await delay(500))
    if (Date.now() > deadline) throw new Error('the letters were not accepted in time');
}

/** Number of the feed's last event: none is numbered higher than there are. */
async function numberOf(api: PliApi): Promise<number> {
  for (let after = 0; ;) {
    const { events, next } = await api.get<{ events: unknown[]; next: number }>(`/v1/events?limit=1000&after=${after}`);
    if (events.length === 0) return after;
    after = next;
  }
}

/** How fast one webhook hears of what waits for it, each event in a message of its own and in batches, while nothing else is done. */
export const telling: Bench = async (say) =>
  inFactory({ environment: { ...loopbackAllowed, WORKER_QUEUES: 'records,relay,tell' } }, async (factory) => {
    const { nursery } = factory.demonstration.customers;
    const version = await templateOf(nursery, 'short', shortTemplate);
    await sendLargeOrder(factory, nursery, 'telling', EVENTS, (call, count) =>
      shortLetters('nursery', version, call, count),
    );
    await until(async () => (await numberOf(nursery)) >= EVENTS);
    const heard = async (batch?: 'singles') => {
      let told = 0;
      const taken = await seconds(async () => {
        const listener = await Listener.of(nursery, batch);
        const answer = await listener.missing(PATIENCE_MS);
        listener.close();
        if (answer.missing > 0) throw new Error(`${answer.missing} events were never heard of`);
        told = answer.told;
      });
      say(`telling: ${told} events, ${batch ?? 'in batches'}, in ${taken.toFixed(1)} s`);
      return { told, taken };
    };
    const singles = await heard('singles');
    const batches = await heard();
    return [
      { name: 'telling: singles', value: singles.told / singles.taken, unit: 'events/s', samples: singles.told },
      {
        name: 'telling: batches of 100',
        value: batches.told / batches.taken,
        unit: 'events/s',
        samples: batches.told,
      },
    ];
  });
