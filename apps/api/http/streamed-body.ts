import type { Request } from 'express';
import { MailError } from '#domain/mail-error';

/** A body that its handler reads as it comes: never whole in memory. */
export interface StreamedBody {
  /** Its media type, one of those of the route. */
  readonly media: string;
  /** Its bytes, once. The pace is the reader's: what it does not ask for stays in the network. Fails as `chunksOf` does. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** So long may a caller send nothing, in milliseconds, while we wait for its bytes. */
const SILENCE_MS = 30_000;

/**
 * The bytes of a request as they come.
 * @param wholeMs how long all of it may take, in milliseconds, beside the limit on silence
 * @throws MailError `body_too_large`, `body_incomplete` (later) when the caller went away or was silent for too long
 */
export async function* chunksOf(request: Request, mostBytes: number, wholeMs = Infinity): AsyncGenerator<Buffer> {
  const tooLarge = () => new MailError('body_too_large', `The body is larger than ${mostBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  // The request must outlive a reader that stops early: it still has to be answered.
  const chunks = (request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const from = performance.now();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await within(chunks.next(), Math.min(SILENCE_MS, from + wholeMs - performance.now()));
      if (done) return;
      length += value.length;
      if (length > mostBytes) throw tooLarge();
      yield value;
    }
  } catch (error) {
    if (error instanceof MailError) throw error;
    throw new MailError('body_incomplete', 'The body ended before it was complete.', 'later', error);
  }
}

async function within<T>(next: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const say = () =>
      reject(
        new MailError('body_incomplete', 'The body did not come in time: it stopped, or came too slowly.', 'later'),
      );
    timer = setTimeout(say, Math.max(ms, 0));
  });
  try {
    return await Promise.race([next, late]);
  } finally {
    clearTimeout(timer);
  }
}
