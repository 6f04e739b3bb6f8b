import type { PieceState } from './life-cycles.ts';

/**
 * Cases: what the carrier's word on a deposit and our slip do not agree about. Each has a deadline; neither count is ever overwritten. (Trade
 * rule: the acknowledgement has two blocks, declared and found.)
 */
export const caseKinds = ['missing_at_deposit', 'refused_at_deposit', 'count_differs', 'undeclared'] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * How a case ended. `trayed_again`, `spoiled`: the piece is back in hand and a person scanned it · `found_by_carrier`: the carrier has it after
 * all · `named_missing`: the count lacked pieces that have a case of their own now · `explained`: a person says why · `lost`: nobody found it.
 */
export const caseOutcomes = [
  'trayed_again',
  'spoiled',
  'found_by_carrier',
  'named_missing',
  'explained',
  'lost',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** What a person may decide of each kind. A scan of the envelope closes a missing or refused piece's case by itself. */
export const decisionsOf = {
  missing_at_deposit: ['lost', 'found_by_carrier'],
  refused_at_deposit: [],
  count_differs: ['explained', 'named_missing'],
  undeclared: ['explained'],
} as const satisfies Record<CaseKind, readonly CaseOutcome[]>;

const sentences: Record<CaseKind, string> = {
  missing_at_deposit:
    'The carrier did not find this envelope. If it is here, scan it into a tray; if the carrier has found it, or it is nowhere, close the case so; at the deadline its letter is lost.',
  refused_at_deposit:
    'The carrier handed this envelope back. Scan it into a tray again, or open and spoil it; the case closes by itself.',
  count_differs:
    'The carrier counted fewer of this product and band than the slip declares, and no item explains it. Name the piece that it lacks, or say why the counts differ.',
  undeclared:
    'The carrier found an item that the slip does not declare. If it is one of ours that is missing elsewhere, both cases close by themselves; else say where it came from.',
};

const countedMore =
  'The carrier counted more of this product and band than the slip declares, and no item explains it. Nothing is missing: say why the counts differ.';

const deadCopyFound =
  'The carrier has an envelope of a copy of ours that was told dead (spoiled, voided, or put aside to be spoiled): its letter may have gone twice, or was cancelled and has gone all the same. Ask for the envelope back, and say how it came into the tray.';

/**
 * What an open case asks of a person, as a sentence.
 * @param piece the piece that it is about: of an undeclared item ours that bears its code, when there is one
 * @param difference of a count: found less declared
 */
export function caseSentence(
  kind: CaseKind,
  piece?: { state: PieceState | null; reappeared: boolean },
  difference?: number | null,
): string {
  if (kind === 'count_differs' && (difference ?? 0) > 0) return countedMore;
  const dead = piece !== undefined && (piece.state === 'spoiled' || piece.state === 'voided' || piece.reappeared);
  return kind === 'undeclared' && dead ? deadCopyFound : sentences[kind];
}
