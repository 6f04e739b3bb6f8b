import type { z } from 'zod';
import type { timelineEntry } from '#contracts/api/letters';
import type { CancelledCopy } from '#domain/cancellation';
import { endedLetterStates, type LetterState, type OrderState } from '#domain/life-cycles';
import { reasonWords } from '#domain/reason-words';

/** An event as a timeline reads it. */
export interface ToldEvent {
  type: string;
  subject: string;
  at: Date;
  data: {
    set?: { state?: string; reason_code?: string | null };
    /** Why, of what changed no row. */
    reason?: string | null;
    /** The copy that it befell; of a cancelling, what becomes of the copy. */
    copy?: number | CancelledCopy;
    tracking?: { label?: string };
    /** Of a reveal: to whom, in which role, until when. */
    who?: string;
    role?: string;
    until?: string;
  };
}

/** What a state of a letter means to its sender. */
const letterWords: Record<LetterState, string> = {
  draft: 'Written as a draft.',
  accepted: 'Accepted: it will be made.',
  composed: 'Composed: its pages, sheets, envelope and postage are fixed.',
  pooled: 'Ready, waits for a lot of its kind.',
  in_production: 'In production: it is being made.',
  handed_over: 'Handed over to the carrier, who has not counted it yet.',
  accepted_by_carrier: 'Accepted by the carrier.',
  delivered: 'Delivered, as the carrier tells.',
  no_return_seen: 'Has not come back within the window in which letters come back.',
  lost: 'Lost: the carrier did not find it.',
  returned: 'Came back.',
  refused: 'Refused by the provider.',
  unprintable: 'Cannot be printed as it is.',
  cancelled: 'Cancelled: it will not be sent.',
  deleted: 'Deleted as a draft.',
};
const orderWords: Record<OrderState, string> = {
  draft: 'Order drafted.',
  submitted: 'Order submitted.',
  in_progress: 'Order taken in hand.',
  ended: 'Order ended: each of its letters has come to rest.',
  refused: 'Order refused by the provider.',
  cancelled: 'Order cancelled: so was each of its letters.',
  deleted: 'Order deleted.',
};

const copyOf = ({ copy }: ToldEvent['data']): string => (typeof copy === 'number' ? `Copy ${copy}` : 'A copy');
const why = ({ set, reason }: ToldEvent['data']): string => {
  const code = set?.reason_code ?? reason;
  return code == null ? '' : ` (${reasonWords(code)})`;
};

/** What becomes of the copy of a cancelled letter when there is paper of it, or will be. */
const paper: readonly unknown[] = ['put_aside_at_exit', 'put_aside', 'in_hand'] satisfies CancelledCopy[];

/** Events that change no state, or one in a way worth its own words. */
const eventWords: Readonly<Record<string, (data: ToldEvent['data'], hasNext: boolean) => string>> = {
  'letter.revealed': ({ who, role, until, reason }) =>
    `Its address and pages were shown to a person of the print room (${[role, who].filter(Boolean).join(', ')}), until ${until ?? 'then'}${reason == null ? '' : `, because: ${reasonWords(reason)}`}.`,
  'letter.erased': () => 'Its content was erased; the evidence stays.',
  'letter.next_copy': () => 'A copy was spoiled or voided before the post had it; another one is made.',
  'letter.copy_spoiled': (data, hasNext) =>
    `${copyOf(data)} was spoiled and destroyed${why(data)}${hasNext ? '; the letter goes with its next copy' : '; there is no next one'}.`,
  'letter.cancelled': ({ copy }) =>
    `${letterWords.cancelled}${paper.includes(copy) ? ' What is made of it is taken out and destroyed.' : ''}`,
  'letter.copy_voided': (data) => `${copyOf(data)} was taken back before it was paper${why(data)}.`,
  'letter.missing_at_deposit': (data) =>
    `${copyOf(data)} was handed over, and the carrier did not count it: it is looked for.`,
  'letter.refused_at_deposit': (data) => `${copyOf(data)} was handed back by the carrier${why(data)}.`,
  'letter.found_by_carrier': (data) => `${copyOf(data)}, missing at first, was found by the carrier.`,
  'letter.trayed_again': (data) =>
    `${copyOf(data)} is back in the print room's hands and goes with the next deposit${why(data)}.`,
  'letter.lost_piece_handed_over': () => 'Found after it was given up for lost: handed over to the carrier again.',
  'letter.acceptance_learned': () => 'The carrier now tells when it had accepted it.',
  'letter.cancellation_refused': (data) => `It was asked to cancel it, which is not possible any more${why(data)}.`,
  'order.cancellation_refused': (data) => `It was asked to cancel the order, which is not possible${why(data)}.`,
  'letter.deadline_moved': () => 'Missed its planned deposit and goes with the next.',
  'letter.carrier_status': () => 'News from the carrier.',
  'letter.tracked': ({ tracking }) =>
    tracking?.label === undefined ? 'News from the carrier.' : `News from the carrier: ${tracking.label}`,
  'letter.number_assigned': () => 'Its registered number was assigned.',
};

/** Whether a letter whose copy dies by this event goes with a further copy: it has not ended, and is not cancelled before it gets one. */
function hasNextCopy(story: readonly ToldEvent[], event: ToldEvent): boolean {
  const own = story.filter(({ subject }) => subject === 'letter');
  const here = own.indexOf(event);
  const states = own.slice(0, here + 1).flatMap(({ data }) => data.set?.state ?? []);
  const isOver = (endedLetterStates as readonly string[]).includes(states.at(-1) ?? '');
  const then = own.slice(here + 1).find(({ type }) => type === 'letter.next_copy' || type === 'letter.cancelled');
  return !isOver && then?.type !== 'letter.cancelled';
}

/**
 * What an event of a letter or order says to people; undefined when it is of no interest.
 * @param story the events among which it stands, oldest first
 */
export function letterEventWords(event: ToldEvent, story: readonly ToldEvent[]): string | undefined {
  const { type, subject, data } = event;
  const own = eventWords[type];
  if (own !== undefined) return own(data, hasNextCopy(story, event));
  const state = data.set?.state;
  if (state === undefined) return undefined;
  return subject === 'order' ? orderWords[state as OrderState] : letterWords[state as LetterState];
}

/** The code of an event's reason, whether it changed a row or not. */
export const reasonOf = ({ data }: ToldEvent): string | null => data.set?.reason_code ?? data.reason ?? null;

/** A letter's story from its own and its order's events, oldest first, in words. */
export function timelineOf(events: readonly (ToldEvent & { number: number })[]): z.output<typeof timelineEntry>[] {
  return events.flatMap((event) => {
    const words = letterEventWords(event, events);
    if (words === undefined) return [];
    return [
      {
        number: event.number,
        at: event.at.toISOString(),
        event: event.type,
        about: event.subject === 'order' ? ('order' as const) : ('letter' as const),
        state: event.data.set?.state ?? null,
        words,
        reason: reasonOf(event),
      },
    ];
  });
}
