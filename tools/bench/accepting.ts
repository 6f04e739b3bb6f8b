import { setTimeout as delay } from 'node:timers/promises';
import type { OrderReceipt } from '#contracts/api/orders';
import { Dice } from '../demonstration/dice.ts';
import { orderBody } from '../demonstration/sample-orders.ts';
import { clientLogOf, noteAccepted } from '../demonstration/witness.ts';
import { inFactory, sampleMaterials, type Factory } from './factory.ts';
import { Listener, loopbackAllowed } from './listening.ts';
import type { Bench, Figure } from './measure.ts';

const A_SECOND = 50;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 40);
/** Far beyond what one key may ask for. */
const BEYOND_A_SECOND = 400;
const BEYOND_SECONDS = 5;
/** A webhook may lag behind by as much. */
const HEARD_WITHIN_MS = 60_000;

/**
 * Orders of one letter at a steady 50 a second with all parts running and a webhook that hears of everything: each is posted when its time has come, however long the ones before
 * take, and its answer's delay counts from then. Afterwards far more than one key may post: each answer is 201, or 429 with when to come back.
 */
export const accepting: Bench = async (say) =>
  inFactory({ environment: loopbackAllowed }, async (factory) => {
    const listener = await Listener.of(factory.demonstration.customers.nursery);
    const post = await poster(factory);
    say(`accepting: ${A_SECOND} orders a second for ${SECONDS} s, all parts running`);
    const steady = await offered(post, A_SECOND, SECONDS);
    say(`accepting: ${BEYOND_A_SECOND} orders a second for ${BEYOND_SECONDS} s`);
    const beyond = await offered(post, BEYOND_A_SECOND, BEYOND_SECONDS);
    const { missing, told } = await listener.missing(HEARD_WITHIN_MS);
    listener.close();
    // That none is lost is the checker's word, by the client's log; it looks while the last are still being made.
    return [
      ...figures(steady, beyond),
      {
        name: 'accepting: events that the webhook never heard of',
        value: missing,
        unit: 'events',
        budget: '0',
        holds: missing === 0,
        samples: told,
      },
    ];
  });

interface Answer {
  status: number;
  /** From the instant at which it was to be posted. */
  ms: number;
  retryAfter: string | null;
}

function figures(steady: readonly Answer[], beyond: readonly Answer[]): Figure[] {
  const delays = steady.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? 0;
  const p99 = at(0.99);
  const notTaken = steady.filter(({ status }) => status !== 201).length;
  const told = beyond.filter(({ status, retryAfter }) => status === 429 && Number(retryAfter) >= 1).length;
  const dishonest = beyond.filter(({ status }) => status !== 201).length - told;
  return [
    {
      name: `accepting: p99 of ${A_SECOND} orders a second`,
      value: p99,
      unit: 'ms',
      budget: '< 1000',
      holds: p99 < 1000,
      samples: steady.length,
      spread: [at(0), at(1)],
    },
    { name: 'accepting: p50', value: at(0.5), unit: 'ms', samples: steady.length },
    {
      name: `accepting: not accepted at ${A_SECOND} a second`,
      value: notTaken,
      unit: 'orders',
      budget: '0',
      holds: notTaken === 0,
      samples: steady.length,
    },
    {
      name: `accepting: neither 201 nor an honest 429 at ${BEYOND_A_SECOND} a second`,
      value: dishonest,
      unit: 'orders',
      budget: '0',
      holds: dishonest === 0,
      samples: beyond.length,
    },
    { name: 'accepting: told 429', value: told, unit: 'orders', samples: beyond.length },
  ];
}

/** Posts an order once; a good answer goes into the client's log before it counts. */
async function poster({ instance, demonstration }: Factory): Promise<(n: number) => Promise<Omit<Answer, 'ms'>>> {
  const { nursery } = demonstration.customers;
  const materials = await sampleMaterials(nursery, 'reminder');
  const order = { customer: 'nursery', letters: 1, content: { template: 'reminder' }, options: {} } as const;
  return async (n) => {
    const key = `bench-${n}`;
    const body = orderBody(order, materials, new Dice(n));
    const response = await nursery.once('/v1/orders', body, key).catch(() => undefined);
    if (response === undefined) return { status: 0, retryAfter: null };
    const answer = (await response.json()) as OrderReceipt;
    if (response.status === 201) {
      const letterIds = answer.letters.map(({ id }) => id);
      noteAccepted(clientLogOf(instance.folder), { at: new Date().toISOString(), orderId: answer.id, letterIds, key });
    }
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  };
}

let posted = 0;

/** Posts at a steady rate, whether or not answers come. */
async function offered(
  post: (n: number) => Promise<Omit<Answer, 'ms'>>,
  aSecond: number,
  forSeconds: number,
): Promise<Answer[]> {
  const start = performance.now();
  const answers: Promise<Answer>[] = [];
  for (let i = 0; i < aSecond * forSeconds; i++) {
    const due = start + (i * 1000) / aSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    answers.push(post(++posted).then((answer) => ({ ...answer, ms: performance.now() - due })));
  }
  return Promise.all(answers);
}
