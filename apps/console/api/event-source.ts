import { createParser } from 'eventsource-parser';

/** The server says something every 15 seconds; who hears nothing for so long asks anew. */
const SILENCE_MS = 45_000;
const PAUSES_MS = [1000, 2000, 5000, 10_000];

/**
 * Follows a stream of events until `signal` aborts, and goes on by number where it broke off. What an event says is asked of the API.
 * @param path `/v1/events/stream` or `/v1/site/events/stream`
 */
export async function follow(
  path: string,
  signal: AbortSignal,
  tell: { event: () => void; up: (isUp: boolean) => void },
): Promise<void> {
  let last: string | undefined;
  for (let failures = 0; !signal.aborted; failures++) {
    const silence = new AbortController();
    let clock = setTimeout(() => silence.abort(), SILENCE_MS);
    try {
      const response = await fetch(path, {
        credentials: 'same-origin',
        headers: { 'Pli-Console': '1', ...(last !== undefined && { 'Last-Event-ID': last }) },
        signal: AbortSignal.any([signal, silence.signal]),
      });
      if (response.status === 401 || response.status === 403) return tell.up(false);
      if (!response.ok || response.body === null) throw new Error(String(response.status));
      tell.up(true);
      failures = 0;
      const parser = createParser({
        onEvent: ({ id, event }) => {
          if (event === 'end') return;
          last = id ?? last;
          tell.event();
        },
      });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(clock);
        clock = setTimeout(() => silence.abort(), SILENCE_MS);
        parser.feed(part.value);
      }
    } catch {
      if (signal.aborted) return;
    } finally {
      clearTimeout(clock);
    }
    tell.up(false);
    await new Promise((resolve) => setTimeout(resolve, PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]));
  }
}
