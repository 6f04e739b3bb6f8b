import { endedLetterStates } from '#domain/life-cycles';
import type { SiteProfile } from '#domain/profiles';
import { Dice } from '../demonstration/dice.ts';
import { orderBody } from '../demonstration/sample-orders.ts';
import { submit } from '../demonstration/send-samples.ts';
import { clientLogOf } from '../demonstration/witness.ts';
import { benchProfile, inFactory, sampleMaterials, type Factory } from './factory.ts';
import { LetterStates, takenByCarrier } from './letter-states.ts';
import { seconds, type Bench } from './measure.ts';
import { transitionsFigure } from './transitions.ts';

const ORDERS = Number(process.env.BENCH_LETTERS ?? 5000);
const POSTED_AT_ONCE = 16;
const PATIENCE_MS = 15 * 60_000;

/** A truck each minute: nothing here is about how soon a letter leaves, and a deposit costs some forty transitions. */
const profile: SiteProfile = { ...benchProfile, depositSlots: { kind: 'every', seconds: 60 } };

/** Orders of one letter, offered as fast as the API accepts them, to their end. */
export const smallOrders: Bench = async (say) =>
  inFactory({ profile }, async (factory) => {
    const states = await LetterStates.of(factory.instance);
    try {
      const accepting = await seconds(() => offer(factory));
      say(`small-orders: ${ORDERS} orders accepted in ${accepting.toFixed(1)} s, now made`);
      const making = await seconds(() => states.until(ORDERS, takenByCarrier, PATIENCE_MS));
      say(`small-orders: the carrier took the last ${making.toFixed(1)} s later`);
      await states.until(ORDERS, endedLetterStates, PATIENCE_MS);
      return [
        await transitionsFigure(factory.instance, `${ORDERS} orders of one letter`, ORDERS),
        { name: 'small-orders: accepted', value: ORDERS / accepting, unit: 'orders a second', samples: ORDERS },
        {
          name: 'small-orders: from the first call to the carrier',
          value: ORDERS / (accepting + making),
          unit: 'letters a second',
          samples: ORDERS,
        },
      ];
    } finally {
      await states.close();
    }
  });

async function offer({ instance, demonstration }: Factory): Promise<void> {
  const api = demonstration.customers.nursery;
  const materials = await sampleMaterials(api, 'reminder');
  const order = { customer: 'nursery', letters: 1, content: { template: 'reminder' }, options: {} } as const;
  let next = 0;
  const hand = async () => {
    for (let n = ++next; n <= ORDERS; n = ++next)
      await submit(api, clientLogOf(instance.folder), orderBody(order, materials, new Dice(n)), `bench-${n}`);
  };
  await Promise.all(Array.from({ length: POSTED_AT_ONCE }, hand));
}
