import type { WaitingView } from '#contracts/api/letters';
import { waitingOf } from '#domain/waiting';
import type { Waiting, WaitingSubject } from '#domain/waiting-states';

interface WaitingRow {
  state: string;
  state_since: Date;
  deadline_at: Date | null;
}

/**
 * Since when and until when something on the floor is in its state, and what it waits for.
 * @param waiting when more than its state tells what it waits for
 */
export function waitsOf(
  subject: WaitingSubject,
  { state, state_since, deadline_at }: WaitingRow,
  waiting: Waiting | undefined = waitingOf(subject, state),
): { since: string; until: string | null; waiting: WaitingView | null } {
  const since = state_since.toISOString();
  const until = deadline_at?.toISOString() ?? null;
  if (waiting === undefined) return { since, until, waiting: null };
  const { waitsFor, who, then, sentence } = waiting;
  return { since, until, waiting: { for: waitsFor, since, until, who: [...who], then, sentence } };
}
