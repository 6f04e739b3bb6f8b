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
 * @param waiting what it waits for, where more than its state tells; nothing: it rests, and a deadline it had is no more
 */
export function waitsOf(
  subject: WaitingSubject,
  { state, state_since, deadline_at }: WaitingRow,
  ...told: [waiting?: Waiting]
): { since: string; until: string | null; waiting: WaitingView | null } {
  const waiting = told.length === 0 ? waitingOf(subject, state) : told[0];
  const since = state_since.toISOString();
  const until = deadline_at?.toISOString() ?? null;
  if (waiting === undefined) return { since, until: told.length === 0 ? until : null, waiting: null };
  const { waitsFor, who, then, sentence } = waiting;
  return { since, until, waiting: { for: waitsFor, since, until, who: [...who], then, sentence } };
}
