import { reasonWords } from './reason-words.ts';
import type { Actor } from './waiting-states.ts';

/** What may call for a person on the floor. */
export const attentionKinds = [
  'piece',
  'lot',
  'first_off',
  'tray',
  'deposit',
  'case',
  'letter',
  'order',
  'machine',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** What is suggested to the person who comes. */
export const attentionSteps = [
  'scan_or_void',
  'check_and_release',
  'open_and_spoil',
  'look_at_printer',
  'look_at_inserter',
  'resolve_pieces',
  'count_sheets',
  'call_provider',
  'sign_first_off',
  'check_again',
  'finish_tray',
  'ask_carrier',
  'decide_case',
  'wait_or_call_provider',
  'switch_on',
] as const;
export type AttentionStep = (typeof attentionSteps)[number];

/** A cause: of which kind, in which state, why. */
export type Cause = { kind: AttentionKind; state: string | null; reason: string | null };
export type Suggestion = { step: AttentionStep; who: readonly Actor[]; sentence: string };

/** `piece.suspect.no_record`: the same words for the same cause, for ever. */
export const causeCode = ({ kind, state, reason }: Cause): string =>
  [kind, state, reason].filter((part) => part !== null).join('.');

/** Contents that are wrong for sure: nothing to check. */
const wrongInside: readonly string[] = [
  'incomplete',
  'foreign_sheet',
  'sheet_missing',
  'sheet_doubled',
  'sheets_out_of_order',
  'sheet_in_another_envelope',
  'wrong_window_code',
  'several_envelopes',
  'reappeared',
  'letter_cancelled',
  'cancelled_by_customer',
];

/** What a person is to do about a cause, and who can. (Trade rules of the floor.) */
export function suggestionFor({ kind, state, reason }: Cause): Suggestion {
  const because = reason === null ? '' : ` (${reasonWords(reason)})`;
  const say = (step: AttentionStep, who: readonly Actor[], sentence: string): Suggestion => ({ step, who, sentence });
  switch (kind) {
    case 'piece':
      return ofPiece(state, reason, because, say);
    case 'lot':
      return ofLot(state, reason, say);
    case 'first_off':
      return reason === 'failed'
        ? say(
            'check_again',
            ['operator'],
            'The first envelope was not in order: set the machine right, then check the next one and sign it.',
          )
        : say(
            'sign_first_off',
            ['operator'],
            'Take the first closed envelope of the lot, check window, fold, contents, weight and mark, and sign.',
          );
    case 'tray':
      return say(
        'finish_tray',
        ['operator'],
        reason === 'by_hand'
          ? 'No lot fills this tray any more: put in what belongs there, then seal it.'
          : state === 'open'
            ? 'Resolve the pieces that are still to come, then seal the tray: its truck leaves, or has left, without it.'
            : 'The truck has left without this tray: it goes with the next deposit of its contract.',
      );
    case 'deposit':
      return ofDeposit(state, reason, say);
    case 'case':
      return say(
        'decide_case',
        ['supervisor', 'carrier'],
        'Look for the envelope, ask the carrier, and decide the case before its deadline.',
      );
    case 'machine':
      return say(
        'switch_on',
        ['operator'],
        'Look at the machine: switched on, paper, ink, connection. Pli asks it again by itself.',
      );
    case 'letter':
    case 'order':
      return say(
        'wait_or_call_provider',
        ['pli', 'provider'],
        'Pli is late with this: nothing to do on the floor. If it stays so, tell the provider.',
      );
  }
}

type Say = (step: AttentionStep, who: readonly Actor[], sentence: string) => Suggestion;

function ofPiece(state: string | null, reason: string | null, because: string, say: Say): Suggestion {
  if (state !== 'suspect' && state !== 'diverted')
    return say(
      'resolve_pieces',
      ['operator'],
      'Past its deadline: find it and scan it; the scan says what to do with it.',
    );
  if (reason !== null && wrongInside.includes(reason))
    return say(
      'open_and_spoil',
      ['operator'],
      `Take it out, open it, and tell it as spoiled${because}; what still shall leave is made again.`,
    );
  return state === 'suspect'
    ? say(
        'scan_or_void',
        ['operator'],
        `Look for it and scan it${because}: in order, it goes into its tray; else open and spoil it; nowhere, void it.`,
      )
    : say(
        'check_and_release',
        ['operator'],
        `Check window, closure and contents${because}: in order, scan it into its tray; else open and spoil it.`,
      );
}

function ofLot(state: string | null, reason: string | null, say: Say): Suggestion {
  switch (reason) {
    case 'printer_unreachable':
    case 'printer_silent':
    case 'printer_refused':
    case 'print_failed':
    case 'print_late':
    case 'print_broken_off':
      return say(
        'look_at_printer',
        ['operator'],
        'Go to the printer: is it on, has it paper, does it hold the job of this lot? Pli asks it again by itself.',
      );
    case 'insert_failed':
    case 'insert_late':
      return say(
        'look_at_inserter',
        ['operator'],
        'Go to the inserter: has it the stack of this lot, and does it run?',
      );
    case 'pieces_unresolved':
      return say(
        'resolve_pieces',
        ['operator'],
        'Resolve the suspect and diverted pieces of the lot: it cannot close before.',
      );
    case 'balance_open':
      return say(
        'count_sheets',
        ['operator', 'supervisor'],
        'Sheets, pieces or envelopes do not balance: count the sheets in the bin and report those that were spoiled.',
      );
    case 'assembly_failed':
    case 'assembly_late':
    case 'finish_failed':
    case 'finish_late':
      return say(
        'call_provider',
        ['pli', 'provider'],
        'Pli could not make or finish this lot by itself: tell the provider; it is tried again meanwhile.',
      );
    default:
      return state === 'inserting' || state === 'printed'
        ? say('look_at_inserter', ['operator'], 'The lot will miss its truck: see that the inserter gets on with it.')
        : state === 'reconciling'
          ? say('resolve_pieces', ['operator'], 'The lot will miss its truck: resolve its pieces and let it close.')
          : say('look_at_printer', ['operator'], 'The lot will miss its truck: see that the printer gets on with it.');
  }
}

function ofDeposit(state: string | null, reason: string | null, say: Say): Suggestion {
  if (reason === 'differences')
    return say(
      'decide_case',
      ['supervisor', 'carrier'],
      'The carrier counted otherwise than the slip says: decide the cases of the deposit.',
    );
  return state === 'left_site'
    ? say(
        'ask_carrier',
        ['operator', 'carrier'],
        'The carrier has not told its count: ask for it, or type in the stamped slip.',
      )
    : say(
        'ask_carrier',
        ['operator', 'carrier'],
        'Whether the carrier has it is not known: ask, and do not hand it over twice.',
      );
}
