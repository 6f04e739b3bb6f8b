import {
  cancellationStage,
  cancellationStages,
  cancellationTerms,
  judgeCancellation,
  type CancellationStage,
  type CancellationTerms,
  type LetterToCancel,
} from './cancellation.ts';
import { endedLetterStates, letterStates, pieceStates, type LetterState, type PieceState } from './life-cycles.ts';

const inProduction = (piece: PieceState | null, more: Omit<LetterToCancel, 'letter' | 'piece'> = {}) =>
  cancellationStage({ letter: 'in_production', piece, ...more });

test.each<[string, CancellationStage, CancellationStage]>([
  ['accepted', cancellationStage({ letter: 'accepted' }), 'waiting'],
  ['pooled', cancellationStage({ letter: 'pooled' }), 'waiting'],
  ['planned in a lot without its print file', inProduction('planned', { lot: 'planned' }), 'to_be_printed'],
  ['planned in a print file', inProduction('planned', { lot: 'assembled' }), 'becoming_paper'],
  ['on the printer', inProduction('planned', { lot: 'printing' }), 'becoming_paper'],
  ['in the stack', inProduction('printed', { lot: 'inserting' }), 'becoming_paper'],
  ['suspect', inProduction('suspect', { lot: 'reconciling', tray: 'open' }), 'in_hand'],
  ['spoiled, without its next copy', inProduction('spoiled'), 'without_copy'],
  ['in an open tray', inProduction('trayed', { tray: 'open' }), 'in_open_tray'],
  ['in a sealed tray', inProduction('trayed', { tray: 'sealed', deposit: 'planned' }), 'in_sealed_tray'],
  ['in a deposit that has closed', inProduction('trayed', { tray: 'sealed', deposit: 'closed' }), 'deposit_closed'],
  [
    'missing at the deposit',
    cancellationStage({ letter: 'handed_over', piece: 'missing_at_deposit' }),
    'deposit_closed',
  ],
  ['delivered', cancellationStage({ letter: 'delivered' }), 'ended'],
])('a letter %s', (_name, stage, expected) => {
  expect(stage).toBe(expected);
});

test.each<[CancellationStage, CancellationTerms, object]>([
  ['waiting', 'none', { refused: 'cancellation_not_in_contract' }],
  ['waiting', 'before_production', { copy: 'none', breaksSeal: false }],
  ['to_be_printed', 'before_production', { refused: 'cancellation_too_late' }],
  ['to_be_printed', 'before_hand_over', { copy: 'voided', breaksSeal: false }],
  ['becoming_paper', 'before_hand_over', { copy: 'put_aside_at_exit', breaksSeal: false }],
  ['in_sealed_tray', 'before_hand_over', { copy: 'put_aside', breaksSeal: true }],
  ['deposit_closed', 'before_hand_over', { refused: 'cancellation_too_late' }],
  ['ended', 'none', { refused: 'letter_already_ended' }],
])('%s under "%s"', (stage, terms, expected) => {
  expect(judgeCancellation(stage, terms)).toEqual(expected);
});

test('every letter has a stage, and only a letter that may become cancelled by its life cycle can be', () => {
  for (const letter of Object.keys(letterStates) as LetterState[])
    for (const piece of [null, ...(Object.keys(pieceStates) as PieceState[])]) {
      const stage = cancellationStage({ letter, piece, lot: 'planned', tray: 'sealed', deposit: 'planned' });
      const possible = 'allowedBy' in cancellationStages[stage];
      // A draft of a submitted order is accepted first.
      if (possible && letter !== 'draft') expect(letterStates[letter] as readonly string[]).toContain('cancelled');
      if ((endedLetterStates as readonly string[]).includes(letter)) expect(stage).toBe('ended');
    }
});

test('a contract that allows more allows all that the lesser one does', () => {
  const allows = (terms: CancellationTerms) =>
    (Object.keys(cancellationStages) as CancellationStage[]).filter((s) => 'copy' in judgeCancellation(s, terms));
  const [none, less, more] = cancellationTerms.map(allows);
  expect(none).toEqual([]);
  expect(more).toEqual(expect.arrayContaining(less ?? []));
  expect(more).not.toContain('deposit_closed');
});
