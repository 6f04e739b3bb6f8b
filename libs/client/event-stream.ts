import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { components } from './api.ts';
import { PliError, PliUnreachable } from './errors.ts';
import { repeating } from './repeating.ts';

type Event = components['schemas']['Event'];

export interface FollowOptions {
  /** Number of the last event that you have: 0 for everything. What happens from now on when left out. */
  readonly after?: number;
  /** Ends the stream. */
  readonly signal?: AbortSignal;
  /** A print room's events, for an operator's key. */
  readonly site?: boolean;
  /** The connection stands: from here on nothing that happens is missed. Called again after each break. */
  readonly onOpen?: () => void;
}

/**
 * The live stream of events. It goes on by number when the connection breaks, so that nothing is missed or told twice; it ends when
 * the signal says so.
 * @throws PliError when the API says no or the key is revoked · PliUnreachable when it does not come back for `patienceMs`
 */
export async function* followEvents(
  url: string,
  headers: Record<string, string>,
  patienceMs: number,
  { after, signal, site = false, onOpen }: FollowOptions = {},
): AsyncGenerator<Event> {
  let last = after;
  const ask = repeating(patienceMs);
  while (!signal?.aborted) {
    try {
      const answer = await ask(
        new Request(`${url}${site ? '/v1/site/events/stream' : '/v1/events/stream'}`, {
          headers: {
            ...headers,
            accept: 'text/event-stream',
            ...(last !== undefined && { 'last-event-id': `${last}` }),
          },
          ...(signal && { signal }),
        }),
      );
      onOpen?.();
      for await (const { event: kind, data } of messagesOf(answer, signal)) {
        if (kind === 'end') throw ended(JSON.parse(data) as { code: string; detail: string });
        const event = JSON.parse(data) as Event;
        last = event.number;
        yield event;
      }
    } catch (error) {
      if (signal?.aborted) return;
      // Cut while it streamed: asked again, which itself knows how long to be patient.
      if (error instanceof PliError || error instanceof PliUnreachable) throw error;
      // By name: what `fetch` throws may be of another realm than ours.
      if (!['TypeError', 'AbortError'].includes((error as Error).name)) throw error;
    }
  }
}

/** Ended by hand: a signal given to `fetch` inside a Request may be lost on the way to it. */
async function* messagesOf({ body }: Response, signal: AbortSignal | undefined): AsyncGenerator<EventSourceMessage> {
  if (body === null) return;
  const arrived: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => void arrived.push(message) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const end = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parser.feed(decoder.decode(read.value, { stream: true }));
      yield* arrived.splice(0);
    }
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}

const ended = ({ code, detail }: { code: string; detail: string }) =>
  new PliError(401, { type: `/problems/${code}`, code, title: 'The stream ended', status: 401, detail, requestId: '' });
