import type { z } from 'zod';
import type { timelineEntry } from '#contracts/api/letters';
import type { LetterState, OrderState } from '#domain/life-cycles';
import type { EventRow } from './events.service.ts';

/** What a state of a letter means to its sender. */
const letterWords: Record<LetterState, string> = {
  draft: 'Written as a draft.',
  accepted: 'Accepted: it will be made.',
  composed: 'Composed: its pages, sheets, envelope and postage are fixed.',
  pooled: 'Ready, waits for a lot of its kind.',
  in_production: 'In production: printed and put into its envelope.',
  handed_over: 'Handed over to the carrier, who has not counted it yet.',
  accepted_by_carrier: 'Accepted by the carrier.',
  delivered: 'Delivered, as the carrier tells.',
  no_return_seen: 'Has not come back within the window in which letters come back.',
  lost: 'Lost: the carrier did not find it.',
  returned: 'Came back.',
  refused: 'Refused by the provider.',
  unprintable: 'Cannot be printed as it is.',
  cancelled: 'Cancelled.',
  deleted: 'Deleted as a draft.',
};
const orderWords: Record<OrderState, string> = {
  draft: 'Order drafted.',
  submitted: 'Order submitted.',
  in_progress: 'Order taken in hand.',
  ended: 'Order ended: each of its letters has come to rest.',
  refused: 'Order refused by the provider.',
  cancelled: 'Order cancelled.',
  deleted: 'Order deleted.',
};
/** Events that change no state, or one in a way worth its own words. */
const eventWords: Readonly<Record<string, string>> = {
  'letter.erased': 'Its content was erased; the evidence stays.',
  'letter.next_copy': 'A copy was spoiled or voided before it left; another one is made.',
  'letter.deadline_moved': 'Missed its planned deposit and goes with the next.',
  'letter.carrier_status': 'News from the carrier.',
  'letter.tracked': 'News from the carrier.',
  'letter.number_assigned': 'Its registered number was assigned.',
};

/** A letter's story from its own and its order's events, oldest first, in words. */
export function timelineOf(events: readonly EventRow[]): z.output<typeof timelineEntry>[] {
  return events.flatMap((event) => {
    const state = event.data.set?.state ?? null;
    const about = event.subject === 'order' ? ('order' as const) : ('letter' as const);
    const words =
      eventWords[event.type] ??
      (state === null
        ? undefined
        : about === 'order'
          ? orderWords[state as OrderState]
          : letterWords[state as LetterState]);
    if (words === undefined) return [];
    return [
      {
        at: event.at.toISOString(),
        event: event.type,
        about,
        state,
        words,
        reason: event.data.set?.reason_code ?? null,
      },
    ];
  });
}
