import { continueAsNew, isCancellation, workflowInfo } from '@temporalio/workflow';
import type { LotActivities } from '#activities/lot/index';
import type { OperatorReason } from '#activities/lot/call-operator';
import type { LotInput } from '#contracts/processes';
import { onRecords } from './activity-classes.ts';
import { calledWhenLate } from './called-when-late.ts';
import { failureCode } from './failure-code.ts';
import type { FactsUntil } from './facts-until.ts';

const { callOperator } = onRecords<LotActivities>('Call an operator');

/** A step that failed for good is tried again this seldom, and whenever somebody nudges the lot. */
const MENDING = { firstMs: 60_000, longestMs: 30 * 60_000 };

/** How a lot waits: for facts, or until somebody has mended what failed. Both call an operator and go on waiting. */
export function lotWaits(lot: LotInput, factsUntil: FactsUntil) {
  /** Calls and gives the new deadline; a lot that waits for days begins a fresh history, for each of its steps may be begun again. */
  async function call(reason: OperatorReason, code?: string): Promise<Date> {
    const by = await callOperator(lot.siteId, lot.lotId, reason, code);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<(input: LotInput) => Promise<void>>(lot);
    return new Date(by);
  }

  return {
    /** Reads until `enough`; `deadline` undefined: it should be so at once. */
    async until<T>(
      read: () => Promise<T>,
      enough: (status: T) => boolean,
      deadline: string | Date | undefined,
      why: (status: T) => OperatorReason,
    ): Promise<T> {
      let status: T;
      const look = async () => enough((status = await read()));
      let by = deadline === undefined ? new Date(Date.now()) : new Date(deadline);
      while (!(await factsUntil(look, by))) by = await call(why(status!));
      return status!;
    },

    /** Does a step that fails for good only for reasons a person must mend, and should be done by `deadline`. */
    async mended<T>(
      step: () => Promise<T>,
      deadline: string,
      why: { failed: OperatorReason; late: OperatorReason },
    ): Promise<T> {
      let result: { value: T } | undefined;
      let code: string | undefined;
      let due = new Date(deadline);
      const late = async () => (due = await call(why.late));
      const attempt = async () => {
        try {
          result = { value: await calledWhenLate(step(), due, late) };
        } catch (failure) {
          if (isCancellation(failure)) throw failure;
          code = failureCode(failure);
        }
        return result !== undefined;
      };
      for (let by = new Date(Date.now()); !(await factsUntil(attempt, by, MENDING)); by = due)
        due = await call(why.failed, code);
      return result!.value;
    },
  };
}
