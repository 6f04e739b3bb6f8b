import type { DepositState, LetterState, LotState, PieceState, TrayState } from './life-cycles.ts';

/** Until when a contract lets its customer cancel a letter: not at all, until a lot takes it, or until its deposit closes. */
export const cancellationTerms = ['none', 'before_production', 'before_hand_over'] as const;
export type CancellationTerms = (typeof cancellationTerms)[number];

/** Why a cancellation is refused: codes of the ledger and of the API. */
export const cancellationRefusals = [
  'cancellation_not_in_contract',
  'cancellation_too_late',
  'letter_already_ended',
] as const;
export type CancellationRefusal = (typeof cancellationRefusals)[number];

/**
 * What becomes of the copy of a cancelled letter: there is none · it is voided before it is paper · it goes on as paper and the inserter's
 * exit puts it aside, as a sheet taken out of a stack would look like a gap · it is put aside now · a person has it in hand already.
 */
export const cancelledCopies = ['none', 'voided', 'put_aside_at_exit', 'put_aside', 'in_hand'] as const;
export type CancelledCopy = (typeof cancelledCopies)[number];

type Rule =
  | { allowedBy: readonly CancellationTerms[]; copy: CancelledCopy; breaksSeal?: true }
  | { refused: CancellationRefusal };

const untilProduction = ['before_production', 'before_hand_over'] as const;
const untilHandOver = ['before_hand_over'] as const;

/**
 * The rule of cancelling, a row a stage. What is paper is never made not to be: it is taken out by a person and spoiled, its mark refunded and
 * its number void. From the closing of its deposit on a letter is posted: it is counted, declared and committed to that hand-off.
 */
export const cancellationStages = {
  /** Accepted, composed or pooled: nothing but data. */
  waiting: { allowedBy: untilProduction, copy: 'none' },
  /** In a lot whose print file is not made yet: the lot goes on without it. */
  to_be_printed: { allowedBy: untilHandOver, copy: 'voided' },
  /** In a print file, at the printer, in the stack or at the inserter. */
  becoming_paper: { allowedBy: untilHandOver, copy: 'put_aside_at_exit' },
  /** Suspect or diverted: a person is to look at it in any case. */
  in_hand: { allowedBy: untilHandOver, copy: 'in_hand' },
  /** Its copy is spoiled or voided and the next one not made. */
  without_copy: { allowedBy: untilHandOver, copy: 'none' },
  in_open_tray: { allowedBy: untilHandOver, copy: 'put_aside' },
  in_sealed_tray: { allowedBy: untilHandOver, copy: 'put_aside', breaksSeal: true },
  deposit_closed: { refused: 'cancellation_too_late' },
  ended: { refused: 'letter_already_ended' },
} as const satisfies Record<string, Rule>;
export type CancellationStage = keyof typeof cancellationStages;

/** A letter with what its newest copy, that copy's lot and tray, and the tray's deposit are like. */
export interface LetterToCancel {
  letter: LetterState;
  /** Missing when no copy was ever planned. */
  piece?: PieceState | null;
  lot?: LotState | null;
  tray?: TrayState | null;
  deposit?: DepositState | null;
}

/** How far a letter is, as far as cancelling it goes. (A draft is one of a submitted order that is being taken in.) */
export function cancellationStage(of: LetterToCancel): CancellationStage {
  switch (of.letter) {
    case 'draft':
    case 'accepted':
    case 'composed':
    case 'pooled':
      return 'waiting';
    case 'in_production':
      return stageOfCopy(of);
    case 'handed_over':
    case 'accepted_by_carrier':
      return 'deposit_closed';
    default:
      return 'ended';
  }
}

function stageOfCopy({ piece, lot, tray, deposit }: LetterToCancel): CancellationStage {
  switch (piece) {
    case undefined:
    case null:
    case 'spoiled':
    case 'voided':
      return 'without_copy';
    case 'planned':
      return lot === 'planned' ? 'to_be_printed' : 'becoming_paper';
    case 'printed':
      return 'becoming_paper';
    case 'suspect':
    case 'diverted':
      return 'in_hand';
    case 'inserted':
    case 'trayed':
      if (tray === 'open') return 'in_open_tray';
      return tray === 'sealed' && deposit === 'planned' ? 'in_sealed_tray' : 'deposit_closed';
    default:
      return 'deposit_closed';
  }
}

/** What a stage allows under a contract: what becomes of the copy, or why not. */
export function judgeCancellation(
  stage: CancellationStage,
  terms: CancellationTerms,
): { copy: CancelledCopy; breaksSeal: boolean } | { refused: CancellationRefusal } {
  const rule: Rule = cancellationStages[stage];
  if ('refused' in rule) return rule;
  if (terms === 'none') return { refused: 'cancellation_not_in_contract' };
  if (!rule.allowedBy.includes(terms)) return { refused: 'cancellation_too_late' };
  return { copy: rule.copy, breaksSeal: rule.breaksSeal ?? false };
}
