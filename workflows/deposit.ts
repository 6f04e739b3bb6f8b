import { condition } from '@temporalio/workflow';
import type { DepositActivities } from '#activities/deposit/index';
import type { DepositInput } from '#contracts/processes';
import { onCompose, onMachines, onPost, onRecords } from './activity-classes.ts';
import { describe } from './describe.ts';
import { listenForNudges } from './facts-until.ts';

const {
  openDeposit,
  closeDeposit,
  recordHandOff,
  acknowledgementIsWhole,
  recordAcknowledgement,
  callForDeposit,
  depositCasesAreClosed,
  closeOverdueCases,
  settleDeposit,
} = onRecords<DepositActivities>('Records of the deposit');
const { writeSlip } = onCompose<DepositActivities>('Deposit slip');
const { announceDeposit, wasHandedOver } = onPost<DepositActivities>('Word with the carrier');
const { handOver } = onMachines<DepositActivities>('Hand-off to the carrier');

const ASK_AGAIN_MS = 2_000;
const A_MONTH_MS = 31 * 24 * 3_600_000;

/**
 * A hand-over to the carrier: at its slot the sealed trays leave with their slip, the carrier counts them, and what it found
 * different becomes a case with a deadline.
 */
export async function deposit({ siteId, depositId }: DepositInput): Promise<void> {
  const factsUntil = listenForNudges();

  const { title, slotAt } = await openDeposit(siteId, depositId);
  describe(`${title}: takes sealed trays until its slot at ${slotAt}`, { state: 'planned', dueAt: new Date(slotAt) });
  await condition(() => false, Math.max(1, Date.parse(slotAt) - Date.now()));

  const { pieces, trays } = await closeDeposit(siteId, depositId);
  describe(`${title}: ${pieces} pieces in ${trays} trays, closed for the carrier`, { state: 'closed' });
  await writeSlip(siteId, depositId);
  await announceDeposit(siteId, depositId);
  const leftAt = await handOverOnce(siteId, depositId);

  const { acknowledgeBy } = await recordHandOff(siteId, depositId, leftAt.toISOString());
  describe(`${title}: ${pieces} pieces left the site, the carrier counts`, {
    state: 'left_site',
    dueAt: new Date(acknowledgeBy),
  });
  const acknowledged = () => acknowledgementIsWhole(siteId, depositId);
  while (!(await factsUntil(acknowledged, new Date(acknowledgeBy)))) {
    await callForDeposit(siteId, depositId, 'acknowledgement_overdue');
    if (await factsUntil(acknowledged, new Date(Date.now() + A_MONTH_MS))) break;
  }

  const { differences, casesDueAt } = await recordAcknowledgement(siteId, depositId);
  await writeSlip(siteId, depositId);
  if (differences > 0) {
    describe(`${title}: ${differences} differences with the carrier's count`, {
      state: 'accepted_with_differences',
      needsOperator: true,
    });
    const closed = () => depositCasesAreClosed(siteId, depositId);
    if (!(await factsUntil(closed, new Date(casesDueAt)))) {
      await closeOverdueCases(siteId, depositId);
      while (!(await factsUntil(closed, new Date(Date.now() + A_MONTH_MS))))
        await callForDeposit(siteId, depositId, 'cases_open');
    }
  }
  await settleDeposit(siteId, depositId);
  describe(`${title}: settled`, { state: 'settled', needsOperator: false });
}

/**
 * The act that cannot be taken back. Its copies were committed when the deposit closed. When the outcome is unknown the carrier is asked;
 * only its own word that it holds nothing lets us hand over again. Answers when the trays left, which is before the carrier's own hour.
 */
async function handOverOnce(siteId: string, depositId: string): Promise<Date> {
  for (;;) {
    const leftAt = new Date();
    try {
      await handOver(siteId, depositId);
      return leftAt;
    } catch {
      if (await wasHandedOver(siteId, depositId)) return leftAt;
      await callForDeposit(siteId, depositId, 'hand_off_unknown');
      await condition(() => false, ASK_AGAIN_MS);
    }
  }
}
