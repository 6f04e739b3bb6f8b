import { isCancellation, sleep } from '@temporalio/workflow';
import type { LotActivities } from '#activities/lot/index';
import type { OperatorReason } from '#activities/lot/call-operator';
import type { Handed } from '#activities/lot/hand-to-printer';
import type { PrinterAnswer } from '#activities/lot/settle-print';
import type { LotInput } from '#contracts/processes';
import { onCompose, onMachines, onPost, onRecords } from './activity-classes.ts';
import { calledWhenLate } from './called-when-late.ts';
import { failureCode } from './failure-code.ts';
import type { FactsUntil } from './facts-until.ts';

const { handToPrinter } = onMachines<LotActivities>('Print job');
const { askPrinter } = onPost<LotActivities>('Does the printer have the job?');
const { assembleLot } = onCompose<LotActivities>('Print file once more');
const { recordAbsence, doubtPrinted, callOperator } = onRecords<LotActivities>('Records of the lot');

/** A printer that takes nothing now, or gives no answer, is asked again after 2 s, 4 s, … each minute. */
const ASKING = { firstMs: 2_000, longestMs: 60_000 };
/** Between two answers that it does not know the job: what was still on its way has arrived by then. */
const SETTLE_MS = 5_000;

/** `open`: it may have the job. `failed`: it surely has nothing, and a person must mend something first. */
type Outcome = Handed | 'open' | 'failed';

/**
 * Brings a lot to the printer once. Its copies are committed before; when the outcome of an attempt is open the printer is asked,
 * and only its own word, given twice, that it does not know the job lets the lot be sent again under the same commitment.
 * @returns until when it should have printed
 */
export async function printOnce(
  { siteId, lotId, printBy }: LotInput & { printBy: string },
  factsUntil: FactsUntil,
): Promise<Date> {
  let by = new Date(printBy);
  const call = async (reason: OperatorReason, code?: string) =>
    (by = new Date(await callOperator(siteId, lotId, reason, code)));
  const late = () => call('print_late');

  for (;;) {
    if ((await handOver()) === 'taken') return by;
    const answer = await ask();
    if (answer !== 'absent') return by;
    await sleep(SETTLE_MS, { summary: 'The printer does not know the job; it is asked once more' });
    if ((await askPrinter(siteId, lotId)) === 'absent' && (await recordAbsence(siteId, lotId)) === 0) return by;
  }

  /** Offers the job until the printer has it or may have it. */
  async function handOver(): Promise<'taken' | 'open'> {
    let outcome = 'open' as Outcome;
    let code: string | undefined;
    for (let called = false; ; called = true) {
      const settled = await factsUntil(
        async () => {
          ({ outcome, code } = await attempt());
          const forAPerson = outcome === 'failed' || outcome === 'printer_refused';
          return outcome === 'taken' || outcome === 'open' || (forAPerson && !called);
        },
        by,
        ASKING,
      );
      if (settled && (outcome === 'taken' || outcome === 'open')) return outcome;
      await call(reasonOf(outcome), code);
    }
  }

  async function attempt(): Promise<{ outcome: Outcome; code: string | undefined }> {
    try {
      return { outcome: await calledWhenLate(handToPrinter(siteId, lotId), by, late), code: undefined };
    } catch (failure) {
      if (isCancellation(failure)) throw failure;
      const code = failureCode(failure);
      if (code === undefined || code === 'printer_outcome_unknown') return { outcome: 'open', code };
      if (code === 'print_file_changed') await assembleLot(siteId, lotId).catch(() => undefined);
      return { outcome: 'failed', code };
    }
  }

  /** Asks until the printer answers or people have settled every copy; silent until the deadline, its copies are suspect. */
  async function ask(): Promise<PrinterAnswer> {
    let answer: PrinterAnswer = 'silent';
    const answered = async () => (answer = await calledWhenLate(askPrinter(siteId, lotId), by, late)) !== 'silent';
    while (!(await factsUntil(answered, by, ASKING))) {
      await doubtPrinted(siteId, lotId);
      await call('printer_silent');
    }
    return answer;
  }
}

function reasonOf(outcome: Outcome): OperatorReason {
  return outcome === 'printer_refused' || outcome === 'printer_unreachable'
    ? outcome
    : outcome === 'printer_busy'
      ? 'printer_unreachable'
      : 'print_failed';
}
