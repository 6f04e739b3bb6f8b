import { Client, Connection } from '@temporalio/client';
import type { OrderReceipt } from '#contracts/api/orders';
import type { SiteProfile } from '#domain/profiles';
import { demonstrationProfile, frenchPrintRoomProfile } from '#domain/site-profiles';
import type { PliApi } from '../demonstration/api-client.ts';
import { prepareDemonstration } from '../demonstration/demonstration.ts';
import { Dice } from '../demonstration/dice.ts';
import { followToTheEnd } from '../demonstration/follow.ts';
import { LetterProgress } from '../demonstration/letter-progress.ts';
import { prepareMaterials } from '../demonstration/materials.ts';
import { runChecker } from '../demonstration/run-checker.ts';
import { orderBody, type Materials } from '../demonstration/sample-orders.ts';
import { startInstance, type Instance } from '../launcher/instance.ts';
import { seconds, type Bench, type Figure } from './measure.ts';

const LETTERS = Number(process.env.BENCH_LETTERS ?? 5000);
const LETTERS_A_CALL = 1000;
const POSTED_AT_ONCE = 16;
const PATIENCE_MS = 15 * 60_000;
/**
 * Open at all hours like the demonstration, with the lots of an ordinary print room and a truck each minute: a lot and a deposit cost some
 * forty transitions whatever their size, and the demonstration's few seconds would make hundreds of tiny ones.
 */
const profile: SiteProfile = {
  ...demonstrationProfile,
  lots: { ...frenchPrintRoomProfile.lots, maxWaitSeconds: 60, minimumPieces: 1 },
  depositSlots: { kind: 'every', seconds: 60 },
};

/** Temporal state transitions a letter, from the order to its end, of every workflow of the run, schedules' included. */
export const transitions: Bench = async (say) => [
  await counted(say, `one order of ${LETTERS}`, oneLargeOrder),
  await counted(say, `${LETTERS} orders of one letter`, manySmallOrders),
];

type Sender = (api: PliApi, materials: Materials) => Promise<string[]>;

async function counted(say: (text: string) => void, what: string, send: Sender): Promise<Figure> {
  const parts = ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'] as const;
  const instance = await startInstance({ name: 'bench', throwAway: true, parts });
  try {
    const demonstration = await prepareDemonstration(instance, profile);
    const api = demonstration.customers.nursery;
    const materials = await prepareMaterials(api, 'nursery');
    let letterIds: string[] = [];
    const accepting = await seconds(async () => void (letterIds = await send(api, materials)));
    say(`transitions: ${what} accepted in ${accepting.toFixed(0)} s, now made`);
    const progress = new LetterProgress(letterIds);
    const whole = await seconds(async () => {
      if (!(await followToTheEnd(progress, [api], () => undefined, PATIENCE_MS)))
        throw new Error(`${progress.open.length} letters did not end`);
    });
    const { lost, duplicated, unexpected, stuck, mismatched } = await runChecker(instance);
    if (lost + duplicated + unexpected + stuck + mismatched > 0)
      throw new Error('the checker found something: the figure would count for nothing');
    const value = (await transitionsOf(instance)) / letterIds.length;
    say(`transitions: ${what} ended ${whole.toFixed(0)} s after the last was accepted`);
    return {
      name: `transitions a letter: ${what}`,
      value,
      unit: 'transitions a letter',
      budget: '≤ 0.5',
      holds: value <= 0.5,
      samples: letterIds.length,
    };
  } finally {
    await instance.stop();
  }
}

async function oneLargeOrder(api: PliApi, materials: Materials): Promise<string[]> {
  const { letters, ...order } = orderOf(LETTERS, 1, materials);
  const { id } = await api.post<OrderReceipt>('/v1/orders', { ...order, submit: false, letters: [] }, 'bench');
  for (let from = 0; from < letters.length; from += LETTERS_A_CALL)
    await api.post(
      `/v1/orders/${id}/letters`,
      { letters: letters.slice(from, from + LETTERS_A_CALL) },
      `bench-${from}`,
    );
  await api.post(`/v1/orders/${id}/submit`, {}, 'bench-submit');
  return (await api.all<{ id: string }>(`/v1/letters?orderId=${id}`)).map((letter) => letter.id);
}

async function manySmallOrders(api: PliApi, materials: Materials): Promise<string[]> {
  const letterIds: string[] = [];
  let next = 0;
  const hand = async () => {
    for (let n = ++next; n <= LETTERS; n = ++next) {
      const receipt = await api.post<OrderReceipt>('/v1/orders', orderOf(1, n, materials), `bench-${n}`);
      letterIds.push(...receipt.letters.map(({ id }) => id));
    }
  };
  await Promise.all(Array.from({ length: POSTED_AT_ONCE }, hand));
  return letterIds;
}

function orderOf(letters: number, seed: number, materials: Materials) {
  const order = { customer: 'nursery', letters, content: { template: 'reminder' }, options: {} } as const;
  return orderBody(order, materials, new Dice(seed)) as { letters: unknown[]; submit: boolean };
}

/** Sums what the server counted, over every workflow of the namespace; a running one is asked itself. */
async function transitionsOf({ environment }: Instance): Promise<number> {
  const connection = await Connection.connect({ address: environment.TEMPORAL_ADDRESS ?? '' });
  try {
    const client = new Client({ connection, namespace: environment.TEMPORAL_NAMESPACE ?? '' });
    let sum = 0;
    for (const query of ['', `TemporalNamespaceDivision = "TemporalScheduler"`])
      for await (const { workflowId, runId } of client.workflow.list(query ? { query } : {})) {
        const { raw } = await client.workflow.getHandle(workflowId, runId).describe();
        sum += Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
      }
    return sum;
  } finally {
    await connection.close();
  }
}
