import { setTimeout as delay } from 'node:timers/promises';
import { endedLetterStates, letterStates, type LetterState } from '#domain/life-cycles';
import type { SiteProfile } from '#domain/profiles';
import { submit } from '../demonstration/send-samples.ts';
import { clientLogOf } from '../demonstration/witness.ts';
import { benchProfile, inFactory, templateOf, type Factory } from './factory.ts';
import { countIn, LetterStates, takenByCarrier } from './letter-states.ts';
import { seconds, type Bench, type Figure } from './measure.ts';
import { residentMegabytes } from './memory.ts';
import { sendByFile } from './one-file.ts';
import { shortLetters, shortTemplate } from './short-letter.ts';

const LETTERS = Number(process.env.BENCH_LETTERS ?? 100_000);
/** From here on memory must stay as it is. */
const WARM = LETTERS / 10;
/** When so much of A's order is composed, B sends its letters. */
const MOMENTS = [0.2, 0.5, 0.8];
const PATIENCE_MS = 90 * 60_000;

/** Lots and a truck as an ordinary print room's, in minutes instead of hours. */
const profile: SiteProfile = {
  ...benchProfile,
  lots: { ...benchProfile.lots, maxPieces: 1000, maxWaitSeconds: 20 },
  depositSlots: { kind: 'every', seconds: 60 },
};

/** A letter in one of these states is in a lot, or was. */
const inLot = (Object.keys(letterStates) as LetterState[]).filter(
  (state) => !['draft', 'accepted', 'composed', 'pooled', 'deleted'].includes(state),
);

/**
 * One order of 100,000 letters of account A, sent as one CSV, to its end: how long, whether memory stays flat, and how soon two letters of account B, of A's
 * kind and of a kind of its own, are in a lot meanwhile.
 */
export const hundredThousand: Bench = async (say) =>
  inFactory({ profile }, async (factory) => {
    const states = await LetterStates.of(factory.instance);
    const samples: { taken: number; megabytes: number }[] = [];
    let ended = false;
    try {
      const { nursery, electrician } = factory.demonstration.customers;
      const version = await templateOf(nursery, 'short', shortTemplate);
      const versionOfB = await templateOf(electrician, 'short', shortTemplate);
      const waits: number[] = [];
      const beside = async () => {
        let moment = 0;
        for (; !ended; await delay(1000)) {
          const counts = await states.counts();
          samples.push({ taken: countIn(counts, takenByCarrier), megabytes: residentMegabytes(factory.instance) });
          const composed = countIn(counts, inLot) + countIn(counts, ['composed', 'pooled']);
          if (moment >= MOMENTS.length || composed < MOMENTS[moment]! * LETTERS) continue;
          moment++;
          const wait = await letterOfB(factory, versionOfB, moment, samples);
          say(
            `hundred-thousand: ${composed} composed; B's letters in a lot after ${wait.map((s) => s.toFixed(0)).join(' and ')} s`,
          );
          waits.push(...wait);
        }
      };
      const watching = beside();
      const taken = await seconds(async () => {
        const lettersOf = (call: number, count: number) => shortLetters('nursery', version, call, count);
        await sendByFile(factory, nursery, 'bench', { letters: LETTERS, version, lettersOf });
        say(`hundred-thousand: all accepted`);
        await states.until(LETTERS, takenByCarrier, PATIENCE_MS);
      });
      ended = true;
      await watching;
      await states.until(LETTERS + waits.length, endedLetterStates, PATIENCE_MS);
      return figures(taken, samples, waits);
    } finally {
      ended = true;
      await states.close();
    }
  });

function figures(
  taken: number,
  samples: readonly { taken: number; megabytes: number }[],
  waits: readonly number[],
): Figure[] {
  // "At 10,000" is the peak until then: what a moment shows is an accident of the garbage collector.
  const peak = (of: (taken: number) => boolean) =>
    Math.max(...samples.filter((sample) => of(sample.taken)).map(({ megabytes }) => megabytes));
  const warm = peak((count) => count <= WARM);
  const growth = peak((count) => count >= WARM) / warm;
  const longest = Math.max(...waits);
  return [
    {
      name: `memory: peak of API and worker from ${WARM} letters on against the one at ${WARM}`,
      value: growth,
      unit: '×',
      budget: '0.8 to 1.2',
      holds: growth >= 0.8 && growth <= 1.2,
      samples: samples.length,
    },
    { name: `memory: API and worker at ${WARM} letters`, value: warm, unit: 'MB' },
    {
      name: `one letter of B in a lot while A's ${LETTERS} run`,
      value: longest,
      unit: 's',
      budget: '≤ 60',
      holds: longest <= 60,
      samples: waits.length,
      spread: [Math.min(...waits), longest],
    },
    {
      name: `${LETTERS} letters, from the first call to the carrier`,
      value: taken / 60,
      unit: 'min',
      budget: '< 60',
      holds: taken < 3600,
      samples: LETTERS,
    },
    { name: `${LETTERS} letters: throughput`, value: LETTERS / taken, unit: 'letters a second', samples: LETTERS },
  ];
}

/** B sends a letter of A's kind and one that no lot of A takes; seconds from each answer until the letter is in a lot. */
async function letterOfB(
  { instance, demonstration }: Factory,
  version: string,
  moment: number,
  samples: { taken: number; megabytes: number }[],
): Promise<number[]> {
  const api = demonstration.customers.electrician;
  return Promise.all(
    [{}, { envelope: 'C4' }].map(async (options, kind) => {
      const body = { ...shortLetters('electrician', version, moment, 1), options, submit: true };
      const { letters } = await submit(api, clientLogOf(instance.folder), body, `b-${moment}-${kind}`);
      const start = performance.now();
      for (;;) {
        const { state } = await api.get<{ state: LetterState }>(`/v1/letters/${letters[0]?.id}`);
        if (inLot.includes(state)) return (performance.now() - start) / 1000;
        samples.push({ taken: samples.at(-1)?.taken ?? 0, megabytes: residentMegabytes(instance) });
        await delay(500);
      }
    }),
  );
}
