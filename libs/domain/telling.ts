/**
 * The rules of telling an account what became of its letters: which events a subscriber (a webhook, or a mail notice) hears of, how they
 * are put into messages, and when a message that failed is tried again.
 */

/** Kinds of mail notices, and the events of the feed that each tells of. */
export const noticeEvents = {
  order_ended: ['order.ended', 'order.refused', 'order.cancelled'],
  letter_unprintable: ['letter.unprintable'],
  letter_returned: ['letter.returned'],
  letter_lost: ['letter.lost'],
  webhook_disabled: ['webhook.disabled'],
  ticket_answered: ['ticket.answered'],
} as const satisfies Record<string, readonly string[]>;
export type NoticeKind = keyof typeof noticeEvents;
export const noticeKinds = Object.keys(noticeEvents) as [NoticeKind, ...NoticeKind[]];

/** A message waits for its next attempt, has arrived, or was given up. */
export const messageStates = ['due', 'delivered', 'failed'] as const;
export type MessageState = (typeof messageStates)[number];

/** How an attempt ended. */
export const attemptOutcomes = [
  'delivered',
  'not_accepted',
  'redirected',
  'gone',
  'timed_out',
  'no_connection',
  'address_refused',
  'not_sent',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** Why a subscriber was switched off: it answered 410 Gone, or nothing reached it for days. */
export const disabledReasons = ['gone', 'failing'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * The waits before each of a message's ten attempts, in milliseconds: 75 h 35 min 5 s in all (Standard Webhooks 1.0.0, "Retry
 * schedule").
 */
const waits = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;
export const MOST_ATTEMPTS = waits.length;

/** Nobody makes us wait longer by Retry-After. */
const MOST_RETRY_AFTER = 24 * HOUR;

/**
 * Milliseconds until the next attempt; undefined when the message is given up.
 * @param made attempts made so far, 1 or more
 * @param chance 0 to 1: spreads the attempts by a tenth, so that what failed together does not come back together
 * @param retryAfterMs what the receiver asked for
 */
export function waitAfter(made: number, chance: number, retryAfterMs = 0): number | undefined {
  const wait = waits[made];
  if (wait === undefined) return undefined;
  return Math.max(Math.round(wait * (0.9 + 0.2 * chance)), Math.min(retryAfterMs, MOST_RETRY_AFTER));
}

/** Retry-After in milliseconds: seconds, or an HTTP date (RFC 9110, 10.2.3); 0 when there is none that can be read. */
export function retryAfterMs(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}

/** A subscriber whose messages fail is switched off once a message was given up and nothing has arrived for this long. */
export const FAILING_FOR_MS = 72 * HOUR;

/** Whether an event of that type is among those asked for: `letter.delivered`, `letter.*`, `*`. */
export const isOfTypes = (type: string, patterns: readonly string[]): boolean =>
  patterns.some(
    (pattern) =>
      pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))),
  );

export interface ToldEvent {
  number: number;
  type: string;
  recordedAt: Date;
}

/** How events are put together: at most so many in a message, and how long the first may wait for others (0: not at all). */
export interface Gathering {
  types: readonly string[];
  most: number;
  waitMs: number;
  /** No message before this instant: a mail notice comes at most once in ten minutes. */
  notBefore?: Date;
}

/**
 * The messages that are due now, each as the numbers of its events, and the number up to which the feed has been dealt with. What must
 * still wait for others stays in the feed.
 * @param events what follows the cursor in the feed, in order; `complete`: there is nothing more behind it
 */
export function messagesOf(
  events: readonly ToldEvent[],
  { types, most, waitMs, notBefore }: Gathering,
  now: Date,
): { messages: number[][]; upTo: number | undefined } {
  const messages: number[][] = [];
  const heard = events.filter(({ type }) => isOfTypes(type, types));
  const last = events.at(-1)?.number;
  if (heard.length > 0 && notBefore !== undefined && notBefore > now) return { messages, upTo: heard[0]!.number - 1 };
  for (let from = 0; from < heard.length; from += most) {
    const group = heard.slice(from, from + most);
    const first = group[0]!;
    const waits = group.length < most && first.recordedAt.getTime() + waitMs > now.getTime();
    if (waits) return { messages, upTo: first.number - 1 };
    messages.push(group.map(({ number }) => number));
  }
  return { messages, upTo: last };
}
