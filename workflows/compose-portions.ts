import { condition, proxyLocalActivities } from '@temporalio/workflow';
import type { ComposeActivities } from '#activities/compose/portion';
import type { IntakeRecordActivities } from '#activities/compose/accept-letters';
import { onCompose } from './activity-classes.ts';
import { describe } from './describe.ts';
import { untilMended, type Trouble } from './until-mended.ts';

const { composePortion } = onCompose<ComposeActivities>('Compose, check and pool letters');
// Local: a short question that would otherwise cost three transitions.
const { composeSeconds } = proxyLocalActivities<IntakeRecordActivities>({ startToCloseTimeout: '10s' });

/** Letters a step composes; they share a browser page, fonts and a transaction. */
export const PORTION_LETTERS = 100;
/** Steps under way at once: one draws while the other binds. */
const PORTIONS_AT_ONCE = 2;

export interface Composing {
  siteId: string;
  of: { intake: number } | { orderId: string };
  letters: number;
  /** The first letter not yet done. */
  from: number;
  /** Words for the Temporal UI. */
  title: string;
  /** True ends it early, between two steps, at a letter before which everything is done. */
  pause?: () => boolean;
}

/**
 * Composes letters portion by portion and releases them to the pool. It never gives up: what fails for good waits for a person and
 * is tried again. Past the deadline an operator is called and the work goes on.
 * @returns the first letter not done: `letters` unless it paused
 */
export async function composePortions(work: Composing): Promise<number> {
  const { siteId, of, letters, title } = work;
  const trouble: Trouble = { late: false, code: undefined };
  let next = work.from;
  let pooled = 0;
  let unprintable = 0;
  const tell = () => {
    const told = [`${title}: ${pooled} letters in the pool, ${letters - work.from - pooled - unprintable} to compose`];
    if (unprintable > 0) told.push(`${unprintable} cannot be printed`);
    if (trouble.code !== undefined) told.push(`a person must mend: ${trouble.code}`);
    if (trouble.late) told.push('late');
    describe(told.join('; '), { state: 'composing', needsOperator: trouble.late || trouble.code !== undefined });
  };

  const patience = (await composeSeconds(siteId)) * 1000;
  let done = false;
  const watch = condition(() => done, patience).then((inTime) => {
    trouble.late = !inTime;
    if (trouble.late) tell();
  });
  const goOn = async () => {
    while (next < letters && !work.pause?.()) {
      const from = next;
      next = Math.min(letters, from + PORTION_LETTERS);
      tell();
      const outcome = await untilMended(
        () => composePortion({ siteId, ...of, from, letters: next - from }),
        trouble,
        tell,
      );
      pooled += outcome.pooled;
      unprintable += outcome.unprintable;
    }
  };
  await Promise.all(Array.from({ length: PORTIONS_AT_ONCE }, goOn));
  done = true;
  await watch;
  trouble.late = false;
  tell();
  return next;
}
