import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { SupportActivities, TicketStand } from '#activities/support/index';
import type { TicketInput } from '#contracts/processes';
import { onRecords } from './activity-classes.ts';
import { describe } from './describe.ts';
import { listenForNudges } from './facts-until.ts';

const { readTicket, callForAnswer, closeSilentTicket, eraseTicketTexts } =
  onRecords<SupportActivities>('Records of the ticket');

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A question to support. It waits for its answer until that is due, which is so many opening hours after it was asked; then, and again and
 * again, whoever leads support is called. Answered, it waits for a further word and closes after days of silence; closed, it may be opened
 * again until the end of its keeping, when its texts are erased. What people do is a fact first; the process is woken, and reads it.
 */
export async function ticket({ ticketId }: TicketInput): Promise<void> {
  const factsUntil = listenForNudges();
  for (;;) {
    const stands = await readTicket(ticketId);
    if (stands.state === 'erased' || stands.dueAt === null) break;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof ticket>({ ticketId });

    const dueAt = new Date(stands.dueAt);
    const { title, looksAfterMs, whenDue } = waits[stands.state];
    describe(title, {
      state: stands.state,
      dueAt,
      needsOperator: stands.state === 'open' || stands.state === 'reopened',
    });

    const hasMoved = async () => !isSame(await readTicket(ticketId), stands);
    const looks = { firstMs: HOUR_MS, longestMs: looksAfterMs, summary: title };
    if (!(await factsUntil(hasMoved, dueAt, looks))) await whenDue(ticketId, stands, new Date().toISOString());
  }
  describe('Ended, its texts are erased', { state: 'erased', needsOperator: false });
}

const unanswered = { title: 'Waits for an answer of support', looksAfterMs: 6 * HOUR_MS, whenDue: callForAnswer };

/** What each state waits for, after how long it looks unasked at most (a lost nudge costs that time), and what happens when it is due. */
const waits = {
  open: unanswered,
  reopened: unanswered,
  answered: { title: 'Answered, waits for a further word', looksAfterMs: 12 * HOUR_MS, whenDue: closeSilentTicket },
  closed: { title: 'Closed, kept until its texts are erased', looksAfterMs: DAY_MS, whenDue: eraseTicketTexts },
};

const isSame = (a: TicketStand, b: TicketStand): boolean => a.state === b.state && a.dueAt === b.dueAt;
