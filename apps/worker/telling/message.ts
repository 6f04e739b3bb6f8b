import type { EventView } from '#contracts/api/events';

/** What is told of an event: where it stands in the feed and what it is about. Who wants more asks the API. */
const tell = ({ number, type, subject, subjectId, state, reason, at }: EventView) => ({
  number,
  type,
  at,
  subject,
  subjectId,
  state,
  reason,
});

/**
 * The body of a webhook message (Standard Webhooks 1.0.0, "thin payload"): ids, states and reasons, no name and no address. Up to 100
 * events are below 20 kB each hundred.
 */
export function bodyOf(kind: 'events' | 'test', events: readonly EventView[], createdAt: Date): string {
  const [first] = events;
  if (kind === 'test' || first === undefined)
    return JSON.stringify({ type: 'webhook.test', timestamp: createdAt.toISOString(), data: {} });
  if (events.length > 1)
    return JSON.stringify({
      type: 'events.batch',
      timestamp: events.at(-1)?.at,
      data: events.map(tell),
    });
  const { type, at, ...data } = tell(first);
  return JSON.stringify({ type, timestamp: at, data });
}
