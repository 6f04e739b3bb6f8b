import { Agent, request, type Dispatcher } from 'undici';
import { MailError } from '#domain/mail-error';
import type { AttemptOutcome } from '#domain/telling';
import type { Guard } from './guard.ts';

/** How an attempt ended, for the log of deliveries. */
export interface Attempt {
  outcome: AttemptOutcome;
  status: number | null;
  /** The first 1,000 bytes of the answer. */
  answer: string | null;
  retryAfter: string | undefined;
}

/** Standard Webhooks 1.0.0 advises 15 to 30 seconds. */
const ANSWER_WITHIN_MS = 20_000;
/** More of an answer is not read: who sends a gigabyte is cut off. */
const MOST_ANSWER_BYTES = 64 * 1024;
const KEPT_ANSWER_BYTES = 1000;

/** Posts messages to webhooks; every connection passes the guard, no redirect is followed. */
export class WebhookSender {
  private readonly agents: Record<'http:' | 'https:', Agent>;

  constructor(
    private readonly guard: Guard,
    private readonly answerWithinMs = ANSWER_WITHIN_MS,
  ) {
    const agent = (protocol: 'http:' | 'https:') =>
      new Agent({
        connect: { lookup: guard.lookupFor(protocol), timeout: Math.min(10_000, answerWithinMs) },
        headersTimeout: answerWithinMs,
        bodyTimeout: answerWithinMs,
        keepAliveTimeout: 10_000,
        maxHeaderSize: 16 * 1024,
        maxResponseSize: -1,
      });
    this.agents = { 'http:': agent('http:'), 'https:': agent('https:') };
  }

  /** Posts once. Never throws for what the receiver does; throws when `signal` breaks it off. */
  async post(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal?: AbortSignal,
  ): Promise<Attempt> {
    const late = AbortSignal.timeout(this.answerWithinMs);
    try {
      const url = new URL(address);
      this.guard.checkWritten(url);
      const answer = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Pli-Webhooks/1', ...headers },
        body,
        dispatcher: this.agents[url.protocol as 'http:' | 'https:'],
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      });
      return {
        outcome: outcomeOf(answer.statusCode),
        status: answer.statusCode,
        answer: await beginningOf(answer.body),
        retryAfter: headerOf(answer.headers['retry-after']),
      };
    } catch (error) {
      if (signal?.aborted) throw error;
      return {
        outcome: late.aborted ? 'timed_out' : faultOf(error),
        status: null,
        answer: null,
        retryAfter: undefined,
      };
    }
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.agents).map((agent) => agent.destroy()));
  }
}

/** Only 2xx is success; a redirect is not followed; 410 means that nobody wants to hear any more. */
function outcomeOf(status: number): AttemptOutcome {
  if (status >= 200 && status < 300) return 'delivered';
  if (status >= 300 && status < 400) return 'redirected';
  return status === 410 ? 'gone' : 'not_accepted';
}

function faultOf(error: unknown): AttemptOutcome {
  if (error instanceof MailError) return 'address_refused';
  const { code = '', cause } = error as { code?: string; cause?: unknown };
  if (cause instanceof MailError) return 'address_refused';
  return code.startsWith('UND_ERR') && code.endsWith('TIMEOUT') ? 'timed_out' : 'no_connection';
}

const headerOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** The first bytes of an answer as text that PostgreSQL takes. What comes after 64 kB, or too late, is not waited for. */
async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving it half read is told as an error of the stream, to nobody else.
  body.on('error', () => undefined);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (length < KEPT_ANSWER_BYTES) chunks.push(chunk.subarray(0, KEPT_ANSWER_BYTES - length));
      length += chunk.length;
      if (length > MOST_ANSWER_BYTES) break;
    }
  } catch {
    // The status has been given: an answer that is cut off afterwards changes nothing.
  } finally {
    body.destroy();
  }
  // eslint-disable-next-line no-control-regex -- a NUL cannot be stored
  return new TextDecoder().decode(Buffer.concat(chunks)).replace(/\u0000/g, '\ufffd');
}
