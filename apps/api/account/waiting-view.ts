import type { WaitingView } from '#contracts/api/letters';
import type { WaitingSubject } from '#domain/waiting-states';
import { waitingOf } from '#domain/waiting';

/** What an order, letter or whatever a customer may follow in a state waits for, since when, until when, who can act and what happens then; null when it does not. */
export function waitingView(
  subject: WaitingSubject,
  { state, since, until, tracked = false }: { state: string; since: Date; until: Date | null; tracked?: boolean },
): WaitingView | null {
  const waiting = waitingOf(subject, state, { tracked });
  if (waiting === undefined) return null;
  const { waitsFor, who, then, sentence } = waiting;
  return {
    for: waitsFor,
    since: since.toISOString(),
    until: until?.toISOString() ?? null,
    who: [...who],
    then,
    sentence,
  };
}
