import type { LetterState, PieceState, TrayState } from './life-cycles.ts';
import type { SiteProfile } from './profiles.ts';
import { letterMayLeave } from './scan-advice.ts';
import {
  pieceInOpenTray,
  pieceNotToLeave,
  pieceReappeared,
  importGoesOnSeconds,
  repairAcceptedSeconds,
  trackedLetter,
  waitings,
} from './waiting-states.ts';
import type { Waiting, WaitingSubject } from './waiting-states.ts';

/**
 * What something in a state waits for, who can act and what happens then; undefined when it does not wait. A letter waits as its piece
 * does where the piece is out of the ordinary (suspect, diverted, missing or refused at deposit); a tracked one waits for its delivery.
 */
export function waitingOf(
  subject: WaitingSubject,
  state: string,
  given: { tracked?: boolean; piece?: PieceState } = {},
): Waiting | undefined {
  if (subject === 'letter') {
    if (state === 'accepted_by_carrier' && given.tracked) return trackedLetter;
    if (given.piece && outOfTheOrdinary[state]?.includes(given.piece)) return waitings.piece[given.piece];
  }
  return (waitings[subject] as Readonly<Record<string, Waiting | undefined>>)[state];
}
/** A copy with what decides what it waits for: its letter, and the tray it lies in or was meant for. */
export interface WaitingPiece {
  state: PieceState;
  letter: LetterState;
  /** Turned up after it was counted as dead. */
  reappeared: boolean;
  tray: { number: number; state: TrayState } | undefined;
}

/** What a copy waits for, told by its letter and its tray too; undefined when it does not wait. */
export function waitingOfPiece({ state, letter, reappeared, tray }: WaitingPiece): Waiting | undefined {
  const isAside = state === 'diverted' || state === 'suspect';
  if (isAside && reappeared) return pieceReappeared(tray?.number);
  if (isAside && !letterMayLeave(letter)) return pieceNotToLeave(tray?.number);
  if (state === 'trayed' && tray?.state === 'open') return pieceInOpenTray;
  // Given up for lost: nobody waits for it any more, though it may still turn up.
  if (state === 'missing_at_deposit' && letter === 'lost') return undefined;
  return waitingOf('piece', state);
}

const outOfTheOrdinary: Readonly<Record<string, readonly PieceState[]>> = {
  in_production: ['suspect', 'diverted'],
  handed_over: ['missing_at_deposit', 'refused_at_deposit'],
};

const DAY_SECONDS = 86_400;

/** The instants that a wait's deadline may be, besides a duration; each as far as it is known. */
export type KnownInstants = {
  slotAt?: Date | undefined;
  cutOffAt?: Date | undefined;
  latestPrintAt?: Date | undefined;
  latestInsertionAt?: Date | undefined;
  latestLetterAt?: Date | undefined;
  ticketDueAt?: Date | undefined;
};

/**
 * The instant of a wait's deadline: since when plus the profile's duration, or the instant of the deposit's plan. Undefined when it
 * needs an instant that is not known yet.
 */
export function deadlineOf(
  waiting: Waiting,
  since: Date,
  profile: SiteProfile,
  known: KnownInstants = {},
): Date | undefined {
  const after = (seconds: number) => new Date(since.getTime() + seconds * 1000);
  switch (waiting.until) {
    case 'cutOff':
      return known.cutOffAt;
    case 'latestPrint':
      return known.latestPrintAt;
    case 'latestInsertion':
      return known.latestInsertionAt;
    case 'slot':
      return known.slotAt;
    case 'latestLetter':
      return known.latestLetterAt;
    case 'ticketDue':
      return known.ticketDueAt;
    case 'importGoesOn':
      return after(importGoesOnSeconds);
    case 'repairAccepted':
      return after(repairAcceptedSeconds);
    case 'unusedDocument':
      return after(profile.keep.unusedDocument * DAY_SECONDS);
    case 'draftLeftAlone':
      return after(profile.keep.draft * DAY_SECONDS);
    case 'deliverySeconds':
    case 'noReturnSeconds':
      return after(profile.tracking[waiting.until]);
    default:
      return after(profile.deadlines[waiting.until]);
  }
}
