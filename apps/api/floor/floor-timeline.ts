import type { FloorEntry } from '#contracts/api/floor-letters';
import { reasonWords } from '#domain/reason-words';
import { letterEventWords, reasonOf, type ToldEvent } from '../account/timeline.ts';

/** An event with who caused it. */
export interface FloorEvent extends ToldEvent {
  subject_id: string;
  recorded_at: Date;
  actor: string;
  data: ToldEvent['data'] & {
    kind?: string;
    set?: { kind?: string; outcome?: string | null; tray_id?: string; deposit_id?: string | null };
  };
}

/** What happened to a copy, in the floor's words. Events that are not here tell nothing that their neighbours do not. */
const pieceWords: Readonly<Record<string, string>> = {
  'piece.planned': 'Planned in its lot.',
  'piece.marked': 'Given its franking mark, and its number when registered.',
  'piece.printed': 'Printed.',
  'piece.not_printed': 'Not printed: the printer never had it.',
  'piece.inserted': 'Inserted into its envelope.',
  'piece.trayed': 'Fell into {tray}.',
  'piece.suspect': 'Suspect: no machine can vouch for it.',
  'piece.diverted': 'Put aside.',
  'piece.voided': 'Voided before it was paper.',
  'piece.found_printed': 'Found printed, in the stack of its lot, by a person.',
  'piece.found_trayed': 'Scanned into {tray} by a person.',
  'piece.found_spoiled': 'Spoiled: its sheets are in the sealed bin.',
  'piece.found_voided': 'Voided by a person: it never became paper.',
  'piece.reappeared': 'Turned up after it was counted as dead: to be put aside and spoiled.',
  'piece.supervisor_called': 'Nobody has seen to it in time: a supervisor was called.',
  'piece.put_into_deposit': 'Its tray was put into {deposit}.',
  'piece.handed_over': 'Handed over to the carrier.',
  'piece.accepted': 'Counted by the carrier.',
  'piece.missing_at_deposit': 'Not counted by the carrier: missing.',
  'piece.refused_at_deposit': 'Handed back by the carrier.',
  'piece.returned': 'Came back.',
};
const lotWords: Readonly<Record<string, string>> = {
  'lot.planned': 'Planned.',
  'lot.assembled': 'Its print file, ticket and labels are made.',
  'lot.committed_to_print': 'Given to the printer, once.',
  'lot.printed': 'Printed.',
  'lot.nothing_printed': 'Nothing of it was printed.',
  'lot.given_to_inserter': 'Given to the inserter.',
  'lot.reconciling': 'The inserter has told of every envelope: its balances are drawn.',
  'lot.operator_called': 'An operator was called to it.',
  'lot.does_not_balance': 'Its balances do not close.',
  'lot.spoiled_sheets_reported': 'Spoiled sheets were reported by a person.',
  'lot.closed': 'Closed: sheets, pieces and envelopes balance.',
};
const trayWords: Readonly<Record<string, string>> = {
  'tray.opened': 'Opened by a person for what came back.',
  'tray.sealed': 'Sealed.',
  'tray.seal_asked': 'A person had it sealed.',
  'tray.seal_broken': 'Its seal was broken: it is open again, and out of its deposit.',
  'tray.left_empty': 'Went back empty.',
  'tray.operator_called': 'An operator was called to it.',
  'tray.handed_over': 'Left with its deposit.',
};
const depositWords: Readonly<Record<string, string>> = {
  'deposit.closed': 'Closed at its slot: what it declares is fixed.',
  'deposit.announced': 'Announced to the carrier.',
  'deposit.left_site': 'Left the site.',
  'deposit.left_empty': 'Had nothing to take and did not leave.',
  'deposit.operator_called': 'An operator was called to it.',
  'deposit.slip_typed_in':
    "The carrier's stamped slip was typed in by a person: what it tells follows, at the hour on its stamp.",
  'deposit.accepted': 'Accepted by the carrier as declared.',
  'deposit.accepted_with_differences': 'Accepted by the carrier with differences.',
  'deposit.refused': 'Refused by the carrier.',
  'deposit.settled': 'Settled.',
};
const caseKinds: Readonly<Record<string, string>> = {
  missing_at_deposit: 'Case opened: the carrier misses this envelope.',
  refused_at_deposit: 'Case opened: the carrier refused this envelope.',
};
const caseOutcomes: Readonly<Record<string, string>> = {
  trayed_again: 'Case closed: the envelope is in hand and trayed again.',
  spoiled: 'Case closed: the envelope is in hand and spoiled.',
  found_by_carrier: 'Case closed: the carrier found the envelope.',
  lost: 'Case closed: the envelope is given up for lost.',
  explained: 'Case closed: explained by a person.',
};

/** Reasons that the words of the event itself say. */
const saidAlready: readonly string[] = ['reappeared', 'not_printed'];

/** What an event of the floor says, with the names of the tray or deposit it puts something into, and why. */
function wordsOf(event: FloorEvent, story: readonly FloorEvent[], nameOfId: NameOfId): string | undefined {
  if (event.subject === 'order' || event.subject === 'letter') return letterEventWords(event, story);
  const { tray_id, deposit_id } = event.data.set ?? {};
  const words = floorWordsOf(event)
    ?.replace('{tray}', nameOfId(tray_id) ?? 'its tray')
    .replace('{deposit}', nameOfId(deposit_id) ?? 'a deposit');
  const reason = reasonOf(event);
  return words === undefined || reason === null || saidAlready.includes(reason)
    ? words
    : `${words} Why: ${reasonWords(reason)}.`;
}

function floorWordsOf({ subject, type, data }: FloorEvent): string | undefined {
  switch (subject) {
    case 'piece':
      return pieceWords[type];
    case 'lot':
      return lotWords[type];
    case 'tray':
      return trayWords[type];
    case 'deposit':
      return depositWords[type];
    case 'case':
      return type === 'case.opened' ? caseKinds[data.set?.kind ?? ''] : caseOutcomes[data.set?.outcome ?? ''];
    default:
      return undefined;
  }
}

type NameOfId = (id: string | null | undefined) => string | undefined;

/** A slip tells of an hour before it was typed in: what a person did comes first, then what follows from it. */
function actsFirst(events: readonly FloorEvent[]): FloorEvent[] {
  const told = [...events];
  for (const slip of events.filter(({ type }) => type === 'deposit.slip_typed_in')) {
    const first = told.findIndex((event) => event === slip || event.recorded_at >= slip.recorded_at);
    told.splice(told.indexOf(slip), 1);
    told.splice(first, 0, slip);
  }
  return told;
}

/**
 * The story of a letter with all its copies and what they travelled in, oldest first.
 * @param nameOfId how the floor calls a subject of that id, where it is of the story
 * @param textOf the words that a person left beside an event
 */
export function floorTimeline(
  events: readonly FloorEvent[],
  nameOfId: NameOfId,
  textOf: (event: FloorEvent) => string | null,
): Omit<FloorEntry, 'person'>[] {
  return actsFirst(events).flatMap((event) => {
    const words = wordsOf(event, events, nameOfId);
    if (words === undefined) return [];
    return [
      {
        at: event.at.toISOString(),
        event: event.type,
        about: event.subject as FloorEntry['about'],
        id: event.subject_id,
        name: nameOfId(event.subject_id) ?? event.subject,
        state: event.data.set?.state ?? null,
        words,
        reason: reasonOf(event),
        text: textOf(event),
        actor: event.actor,
      },
    ];
  });
}
