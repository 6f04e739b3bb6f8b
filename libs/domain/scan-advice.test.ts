import { pieceStates, type PieceState } from './life-cycles.ts';
import { adviceFor, type ScannedPiece } from './scan-advice.ts';

const piece = (state: PieceState, change: Partial<ScannedPiece> = {}): ScannedPiece => ({
  state,
  reason: null,
  reappeared: false,
  letter: 'in_production',
  lot: { number: 12, state: 'reconciling' },
  tray: { number: 7, state: 'open', left: false },
  openTray: 7,
  ...change,
});
const does = (of: ScannedPiece, code: 'window' | 'sheet' = 'window') => adviceFor(of, code).do;

test.each(Object.keys(pieceStates) as PieceState[])(
  'a copy that is %s: a person is told what to do, in a sentence',
  (state) => {
    for (const code of ['window', 'sheet'] as const)
      for (const openTray of [7, undefined])
        expect(adviceFor(piece(state, { openTray }), code).sentence).toMatch(/^[A-Z].*[.]$/);
  },
);

test('what came back from the carrier goes into an open tray, or one is opened for it', () => {
  for (const state of ['missing_at_deposit', 'refused_at_deposit'] as const) {
    expect(adviceFor(piece(state), 'window')).toMatchObject({
      do: 'put_into_tray',
      sentence: expect.stringContaining('tray 7') as string,
    });
    expect(does(piece(state, { openTray: undefined }))).toBe('open_tray');
  }
});

test('a copy of a cancelled letter is put aside wherever it turns up before it has left', () => {
  for (const state of [
    'suspect',
    'diverted',
    'inserted',
    'trayed',
    'missing_at_deposit',
    'refused_at_deposit',
  ] as const)
    expect(does(piece(state, { letter: 'cancelled' }))).toBe('put_aside_and_spoil');
  expect(does(piece('printed', { letter: 'cancelled' }))).toBe('leave_in_stack');
  expect(does(piece('trayed', { letter: 'cancelled', tray: { number: 7, state: 'sealed', left: true } }))).toBe(
    'keep_until_counted',
  );
  expect(does(piece('missing_at_deposit', { letter: 'lost' }))).toBe('put_into_tray');
});

test('a dead copy that turned up is only spoiled, whatever its tray', () => {
  expect(does(piece('diverted', { reappeared: true }))).toBe('put_aside_and_spoil');
  expect(does(piece('diverted'))).toBe('check');
});

test('what the cameras read decides whether a suspect envelope may be released', () => {
  expect(does(piece('suspect', { reason: 'foreign_sheet' }))).toBe('put_aside_and_spoil');
  expect(does(piece('suspect', { reason: 'beside_gap' }))).toBe('check');
  expect(does(piece('suspect', { reason: 'no_record' }))).toBe('check');
  expect(does(piece('diverted', { reason: 'incomplete' }))).toBe('put_aside_and_spoil');
});

test('an envelope in hand that its sealed tray should hold: the seal is broken, unless the tray has left', () => {
  expect(does(piece('trayed'))).toBe('nothing');
  expect(does(piece('trayed', { tray: { number: 7, state: 'sealed', left: false } }))).toBe('break_seal');
  expect(does(piece('trayed', { tray: { number: 7, state: 'sealed', left: true } }))).toBe('keep_until_counted');
});
