import { isCancellation, patched, sleep } from '@temporalio/workflow';
import type { DepositActivities } from '#activities/deposit/index';
import type { DepositInput } from '#contracts/processes';
import { onCompose, onMachines, onPost, onRecords } from './activity-classes.ts';
import { describe } from './describe.ts';
import { listenForNudges, type FactsUntil } from './facts-until.ts';
import { untilMended, type Trouble } from './until-mended.ts';

const {
  openDeposit,
  closeDeposit,
  recordHandOff,
  acknowledgementIsWhole,
  recordAcknowledgement,
  callForDeposit,
  depositCasesAreClosed,
  casesWantLook,
  seeToCases,
  closeOverdueCases,
  settleDeposit,
} = onRecords<DepositActivities>('Records of the deposit');
const { writeSlip } = onCompose<DepositActivities>('Deposit slip');
const { announceDeposit, wasHandedOver } = onPost<DepositActivities>('Word with the carrier');
const { handOver } = onMachines<DepositActivities>('Hand-off to the carrier');

/** Between two questions to a carrier that does not hold the trays yet: a hand-off still on its way has arrived by then. */
const ASK_AGAIN_MS = 2_000;
/** Once a person has been called, nothing is due by itself: they are reminded after this. */
const REMINDER_MS = 31 * 24 * 3_600_000;

/**
 * A hand-over to the carrier: at its slot the sealed trays leave with their slip, the carrier counts them, and what it found
 * different becomes a case with a deadline.
 */
export async function deposit({ siteId, depositId }: DepositInput): Promise<void> {
  const factsUntil = listenForNudges();

  const { title, slotAt } = await openDeposit(siteId, depositId);
  describe(`${title}: takes sealed trays until its slot at ${slotAt}`, { state: 'planned', dueAt: new Date(slotAt) });
  await sleep(Math.max(1, Date.parse(slotAt) - Date.now()), { summary: 'Until the slot' });

  const trouble: Trouble = { late: false, code: undefined };
  const callPerson = () =>
    describe(`${title}: a person must mend ${trouble.code}; tried again each minute`, { needsOperator: true });
  /** A step that no retry mends must not leave the trays standing for ever: it waits for a person. */
  const surely = <T>(step: () => Promise<T>): Promise<T> => untilMended(step, trouble, callPerson);

  const { pieces, trays } = await surely(() => closeDeposit(siteId, depositId));
  if (pieces === 0 && patched('no-hand-off-of-nothing')) {
    describe(`${title}: settled, no tray came into it`, { state: 'settled', needsOperator: false });
    return;
  }
  describe(`${title}: ${pieces} pieces in ${trays} trays, closed for the carrier`, { state: 'closed' });
  await surely(() => writeSlip(siteId, depositId));
  await surely(() => announceDeposit(siteId, depositId));
  const leftAt = await handOverOnce(siteId, depositId);

  const { acknowledgeBy } = await surely(() => recordHandOff(siteId, depositId, leftAt.toISOString()));
  describe(`${title}: ${pieces} pieces left the site, the carrier counts`, {
    state: 'left_site',
    dueAt: new Date(acknowledgeBy),
    needsOperator: false,
  });
  const acknowledged = () => acknowledgementIsWhole(siteId, depositId);
  while (!(await factsUntil(acknowledged, new Date(acknowledgeBy)))) {
    await callForDeposit(siteId, depositId, 'acknowledgement_overdue');
    if (await factsUntil(acknowledged, new Date(Date.now() + REMINDER_MS), looksOfLongWaits())) break;
  }

  const { differences, casesDueAt } = await surely(() => recordAcknowledgement(siteId, depositId));
  await surely(() => writeSlip(siteId, depositId));
  if (differences > 0) {
    describe(`${title}: ${differences} differences with the carrier's count`, {
      state: 'accepted_with_differences',
      needsOperator: true,
    });
    await casesEnd({ siteId, depositId }, factsUntil, casesDueAt);
  }
  await surely(() => settleDeposit(siteId, depositId));
  describe(`${title}: settled`, { state: 'settled', needsOperator: false });
}

/**
 * Waits until every case of the deposit is closed: by a person, by the carrier's word, by a scan of the piece, or at its own deadline. A case may
 * open while others wait (a person names the piece that a count lacks), with a deadline of its own.
 */
async function casesEnd(input: DepositInput, factsUntil: FactsUntil, casesDueAt: string): Promise<void> {
  const { siteId, depositId } = input;
  if (!patched('each-case-by-its-own-deadline')) return casesEndTogether(input, factsUntil, casesDueAt);
  for (let until: string | undefined = casesDueAt; until !== undefined;) {
    const due = until;
    await factsUntil(() => casesWantLook(siteId, depositId, due), new Date(due), looksOfLongWaits());
    until = await seeToCases(siteId, depositId, new Date().toISOString());
  }
}

/** A wait of days or weeks, woken by nudges, looks unasked once an hour: each five minutes would fill its history in a month. */
const looksOfLongWaits = () => (patched('long-waits-look-each-hour') ? { longestMs: 3_600_000 } : {});

/** As deposits wait that left before each case had its own deadline. */
async function casesEndTogether(
  { siteId, depositId }: DepositInput,
  factsUntil: FactsUntil,
  casesDueAt: string,
): Promise<void> {
  const closed = () => depositCasesAreClosed(siteId, depositId);
  if (await factsUntil(closed, new Date(casesDueAt))) return;
  await closeOverdueCases(siteId, depositId);
  while (!(await factsUntil(closed, new Date(Date.now() + REMINDER_MS))))
    await callForDeposit(siteId, depositId, 'cases_open');
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
    } catch (error) {
      if (isCancellation(error)) throw error;
      if (await wasHandedOver(siteId, depositId)) return leftAt;
      await callForDeposit(siteId, depositId, 'hand_off_unknown');
      await sleep(ASK_AGAIN_MS, { summary: 'The carrier does not hold the trays; they are offered again' });
    }
  }
}
