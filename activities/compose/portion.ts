import { Context } from '@temporalio/activity';
import { MailError } from '#domain/mail-error';
import { calendarsOf } from '#database/site-profile';
import { productionDataAt } from '#database/production/production-data';
import type { ComposeDeps } from './deps.ts';
import { judgeOf } from './judge-letter.ts';
import { refuseUnaccepted } from './letter-warnings.ts';
import { waitingLetters, type Portion, type WaitingLetter } from './letters-of-portion.ts';
import { makeLetters } from './make-letters.ts';
import { recordPortion, type PortionOutcome } from './record-portion.ts';

/** The worker says this often that it is alive; the composer itself gives up a letter that hangs. */
const HEARTBEAT_MS = 5_000;

export const composeActivities = (deps: ComposeDeps) => ({
  /**
   * Composes and checks the letters of a portion and releases them to the pool, one account after the other. Resumable: what
   * an earlier attempt has recorded is left out. What cannot be printed ends as unprintable, with its reason.
   */
  async composePortion(portion: Portion): Promise<PortionOutcome> {
    const beat = setInterval(() => Context.current().heartbeat(), HEARTBEAT_MS);
    try {
      const total: PortionOutcome = { pooled: 0, unprintable: 0 };
      for (let attempt = 1; ; attempt++) {
        try {
          await composeWaiting(deps, portion, total);
          return total;
        } catch (error) {
          if (!mustReadAgain(error)) throw error;
          if (attempt === 3) throw new MailError(error.code, error.message, 'later', error);
        }
      }
    } finally {
      clearInterval(beat);
    }
  },
});
export type ComposeActivities = ReturnType<typeof composeActivities>;

/** Composes what waits, adding to `total` what is recorded: also what was recorded before a failure counts. */
async function composeWaiting(deps: ComposeDeps, portion: Portion, total: PortionOutcome): Promise<void> {
  const letters = await deps.records.read(portion.siteId, (sql) => waitingLetters(sql, portion));
  const stuck: unknown[] = [];
  for (const ofAccount of byAccount(letters)) {
    Context.current().cancellationSignal.throwIfAborted();
    const done = await composeAccount(deps, portion.siteId, ofAccount);
    total.pooled += done.pooled;
    total.unprintable += done.unprintable;
    stuck.push(...done.stuck);
  }
  // The others are recorded; the next attempt is about these alone.
  if (stuck.length > 0) throw stuck[0];
}

/** Somebody else was quicker: the letters were composed, refused or erased meanwhile. What still waits is read again. */
function mustReadAgain(error: unknown): error is MailError {
  return error instanceof MailError && (error.code === 'state_conflict' || error.code === 'blob_missing');
}

/** A browser page, and a transaction, serve one account. */
async function composeAccount(
  deps: ComposeDeps,
  siteId: string,
  letters: readonly WaitingLetter[],
): Promise<PortionOutcome & { stuck: unknown[] }> {
  const at = deps.records.clock();
  const data = await deps.records.read(siteId, (sql) => productionDataAt(sql, siteId, at));
  const judge = judgeOf(siteId, data, calendarsOf(data.profile), at);
  const made = refuseUnaccepted(await makeLetters(deps, siteId, letters, data, judge));
  const settled = made.filter((one) => !('stuck' in one));
  const outcome =
    settled.length === 0 ? { pooled: 0, unprintable: 0 } : await recordPortion(deps, siteId, settled, data.profile, at);
  return { ...outcome, stuck: made.flatMap((one) => ('stuck' in one ? [one.stuck] : [])) };
}

function byAccount(letters: readonly WaitingLetter[]): WaitingLetter[][] {
  const accounts = [...new Set(letters.map((letter) => letter.account_id))];
  return accounts.map((account) => letters.filter((letter) => letter.account_id === account));
}
