import { Progress } from '../setup/progress.mjs';
import type { Demonstration } from './demonstration.ts';
import { followToTheEnd } from './follow.ts';
import { LetterProgress, stages } from './letter-progress.ts';
import { sendSampleOrders, type SentLetter } from './send-samples.ts';

/** What became of the sample letters. */
export interface Followed {
  readonly sent: readonly SentLetter[];
  readonly allEnded: boolean;
  /** Letters by how they ended, in words. */
  readonly ends: string;
  /** Letters that have not ended. */
  readonly open: readonly string[];
}

/** Sends the sample orders and shows each stage as the accounts' event feeds tell it, until all letters have ended or patience has. */
export function sendAndFollow(demonstration: Demonstration, patienceMs: number): Promise<Followed> {
  return Progress.during('Sample letters', async (bar) => {
    const sending = bar.stage('sending the orders', 0.1);
    const sent = await sendSampleOrders(demonstration, (fraction) => sending(fraction));
    const progress = new LetterProgress(sent.map(({ id }) => id));
    const onTheWay = bar.stage('on the way', 0.9);
    const report = () => onTheWay(progress.fraction, progressWords(progress));
    const allEnded = await followToTheEnd(progress, Object.values(demonstration.customers), report, patienceMs);
    return { sent, allEnded, ends: progress.ends, open: progress.open };
  });
}

/** How far letters are, for people: `of 50, 50 composed, 31 in production, 7 handed over`. */
export function progressWords(progress: LetterProgress): string {
  const counts = stages.map((stage) => ({ stage, count: progress.reached(stage) }));
  // Of the stages that all letters have behind them the last one says it.
  const allBehind = counts.findLastIndex(({ count }) => count === progress.letters);
  const told = counts.slice(Math.max(allBehind, 0)).filter(({ count }) => count > 0);
  return [`of ${progress.letters}`, ...told.map(({ stage, count }) => `${count} ${stage}`)].join(', ');
}
