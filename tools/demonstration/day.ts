import { setTimeout as delay } from 'node:timers/promises';
import { demonstrationProfile } from '#domain/site-profiles';
import type { SiteProfile } from '#domain/profiles';
import { FloorPerson } from '../floor-person/floor-person.ts';
import { SimulatedRoom } from '../floor-person/simulated-room.ts';
import { Progress } from '../setup/progress.mjs';
import type { Demonstration } from './demonstration.ts';
import { followToTheEnd } from './follow.ts';
import { LetterProgress, progressWords } from './letter-progress.ts';
import { Mishaps } from './mishaps.ts';
import { sendSampleOrders, type SentLetter } from './send-samples.ts';
import { Story } from './story.ts';

/** Seconds between two trucks. */
const TRUCK_EVERY = 60;
/** Orders sent later than this after a truck might be split over two: they wait for the truck first. */
const EARLY_SECONDS = 20;

/**
 * How the demonstration's print room works: a truck each minute, lots of up to 180 pieces. What the customers send at once is one
 * lot a class, and one deposit under each contract with the carrier.
 */
export const dayProfile: SiteProfile = {
  ...demonstrationProfile,
  lots: { ...demonstrationProfile.lots, maxPieces: 180, maxWaitSeconds: 30 },
  depositSlots: { kind: 'every', seconds: TRUCK_EVERY },
};

/** What became of the day's letters. */
export interface Day {
  readonly sent: readonly SentLetter[];
  readonly allEnded: boolean;
  /** Letters by how they ended, in words. */
  readonly ends: string;
  /** Letters that have not ended. */
  readonly open: readonly string[];
  /** What happened, a line each. */
  readonly story: readonly string[];
}

/**
 * A believable day: customers send their mail, machines jam, a person on the floor sees to what Pli calls for, the post counts. Tells the story
 * as it happens, until all letters have ended or patience has.
 */
export function liveTheDay(demonstration: Demonstration, patienceMs: number): Promise<Day> {
  return Progress.during('The day', async (bar) => {
    const story: string[] = [];
    const tell = (line: string): void => {
      story.push(line);
      bar.line(line);
    };
    const { operator, customers, environment } = demonstration;
    const simulatorUrl = environment.SIMULATOR_URL ?? '';
    const teller = new Story(operator, customers, tell);
    const mishaps = new Mishaps(operator, simulatorUrl);
    const person = new FloorPerson(operator, new SimulatedRoom(simulatorUrl, demonstration.site.code));

    bar.stage('waiting for the truck before', 0.05);
    await delay(untilEarly());
    const sending = bar.stage('sending the orders', 0.1);
    const sent = await sendSampleOrders(demonstration, sending, tell);
    const progress = new LetterProgress(sent.map(({ id }) => id));
    const onTheWay = bar.stage('on the way', 0.85);
    const look = async (): Promise<void> => {
      await mishaps.look();
      await teller.look();
      await person.walk();
      onTheWay(progress.fraction, progressWords(progress));
    };
    const allEnded = await followToTheEnd(progress, Object.values(customers), look, patienceMs);
    return { sent, allEnded, ends: progress.ends, open: progress.open, story };
  });
}

/** Milliseconds until orders sent then go with one truck. */
function untilEarly(): number {
  const sinceTruck = (Date.now() / 1000) % TRUCK_EVERY;
  return sinceTruck <= EARLY_SECONDS ? 0 : (TRUCK_EVERY - sinceTruck + 0.5) * 1000;
}
