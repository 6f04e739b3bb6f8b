import { endedLetterStates } from '#domain/life-cycles';
import type { SiteProfile } from '#domain/profiles';
import { Dice } from '../demonstration/dice.ts';
import { orderBody } from '../demonstration/sample-orders.ts';
import { benchProfile, inFactory, sampleMaterials, type Factory } from './factory.ts';
import { LetterStates, takenByCarrier } from './letter-states.ts';
import { sendLargeOrder, type Letters } from './large-order.ts';
import { seconds, type Bench, type Figure } from './measure.ts';
import { processorALetter, processorInWords, processorSeconds } from './processor.ts';
import { stageNames, stagesAlone, type StagesAlone } from './stages-alone.ts';
import { transitionsFigure } from './transitions.ts';

const LETTERS = Number(process.env.BENCH_LETTERS ?? 5000);
const PATIENCE_MS = 15 * 60_000;

/** Stages are measured alone before the pipeline with its first letters and after it with its last, so that a drifting machine shows. */
const ALONE = Math.ceil(LETTERS / 4);

/** Every lot forms at once, and letters stay with the carrier while the checker looks. */
const aloneProfile: SiteProfile = {
  ...benchProfile,
  lots: { ...benchProfile.lots, maxWaitSeconds: 1 },
  tracking: { ...benchProfile.tracking, noReturnSeconds: 3600 },
};

/**
 * One large order through the whole factory, from its first call until the carrier has taken its last letter, against the sum of what its
 * stages take alone; and the transitions it costs until its letters have ended.
 */
export const pipeline: Bench = async (say) => {
  const before = await alone(say, 0, ALONE);
  const whole = await wholePipeline(say);
  const after = await alone(say, LETTERS - ALONE, ALONE);
  const sums = [before, after].map(sumOf);
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  const sum = (least + most) / 2;
  const value = sum / whole.secondsALetter;
  const ratio: Figure = {
    name: `pipeline: one order of ${LETTERS} letters against 1 / Σ of its stages alone`,
    value,
    unit: '× 1/Σ',
    budget: '≥ 0.7',
    holds: value >= 0.7,
    samples: LETTERS,
    spread: [least / whole.secondsALetter, most / whole.secondsALetter],
  };
  const told = (name: string, value: number, spread?: readonly [number, number]): Figure => ({
    name,
    value: value * 1000,
    unit: 'ms a letter',
    samples: LETTERS,
    ...(spread && { spread: [spread[0] * 1000, spread[1] * 1000] }),
  });
  return [
    ratio,
    whole.transitions,
    told('pipeline: whole', whole.secondsALetter),
    told('pipeline: Σ of the stages alone', sum, [least, most]),
    ...stageNames.map((name) => {
      const [a, b] = [before.seconds[name], after.seconds[name]];
      return told(`pipeline: ${name} alone`, (a + b) / 2, [Math.min(a, b), Math.max(a, b)]);
    }),
  ];
};

const sumOf = ({ seconds: of }: StagesAlone): number => stageNames.reduce((sum, name) => sum + of[name], 0);

/** The stages of `letters` letters of the order, from the `first` on. */
async function alone(say: (text: string) => void, first: number, letters: number): Promise<StagesAlone> {
  const parts = ['postgres', 'valkey', 'simulator', 'api'] as const;
  const stages = await inFactory({ parts, profile: aloneProfile }, (factory) =>
    stagesAlone(factory, letters, () => send(factory, letters, Math.floor(first / 1000))),
  );
  say(`pipeline: stages alone, ${letters} letters, a letter:`);
  for (const name of stageNames)
    say(
      `  ${name} ${(stages.seconds[name] * 1000).toFixed(2)} ms, processor ${processorInWords(stages.processor[name])}`,
    );
  return stages;
}

async function wholePipeline(say: (text: string) => void): Promise<{ secondsALetter: number; transitions: Figure }> {
  return inFactory({}, async (factory) => {
    const states = await LetterStates.of(factory.instance);
    try {
      const before = processorSeconds(factory.instance);
      const taken = await seconds(async () => {
        await send(factory, LETTERS, 0);
        await states.until(LETTERS, takenByCarrier, PATIENCE_MS);
      });
      say(`pipeline: one order of ${LETTERS}, taken by the carrier after ${taken.toFixed(1)} s`);
      const used = processorALetter(before, processorSeconds(factory.instance), LETTERS);
      say(`  ${((taken * 1000) / LETTERS).toFixed(2)} ms a letter, processor ${processorInWords(used)}`);
      await states.until(LETTERS, endedLetterStates, PATIENCE_MS);
      const transitions = await transitionsFigure(factory.instance, `one order of ${LETTERS}`, LETTERS);
      return { secondsALetter: taken / LETTERS, transitions };
    } finally {
      await states.close();
    }
  });
}

async function send(factory: Factory, letters: number, firstCall: number): Promise<string> {
  const api = factory.demonstration.customers.nursery;
  const materials = await sampleMaterials(api, 'reminder');
  const order = { customer: 'nursery', content: { template: 'reminder' }, options: {} } as const;
  return sendLargeOrder(factory, api, 'bench', letters, (call, count) => {
    const { letters: made, sender } = orderBody(
      { ...order, letters: count },
      materials,
      new Dice(1 + firstCall + call),
    ) as Letters;
    return { letters: made, sender };
  });
}
