import type { LetterState, LotState, PieceState, TrayState } from './life-cycles.ts';

/** What a person does with an envelope or sheet in hand. */
export const scanActions = [
  'put_into_tray',
  'open_tray',
  'check',
  'put_aside_and_spoil',
  'put_into_bin',
  'leave_in_stack',
  'break_seal',
  'seal',
  'keep_until_counted',
  'ask_carrier',
  'nothing',
] as const;
type ScanAction = (typeof scanActions)[number];
type Advice = { do: ScanAction; sentence: string };

/** A copy whose window or sheet code was scanned. */
export type ScannedPiece = {
  state: PieceState;
  /** Code of why it is in its state. */
  reason: string | null;
  /** A dead copy that turned up again. */
  reappeared: boolean;
  letter: LetterState;
  lot: { number: number; state: LotState };
  /** The tray it lies in, or was meant for. `left`: its deposit has closed. */
  tray: { number: number; state: TrayState; left: boolean } | undefined;
  /** An open tray into which it may go: its own, or another of its product and contract. */
  openTray: number | undefined;
};

/** Only the window code of a closed envelope proves the envelope; a sheet code proves paper. */
export type ScannedCode = 'window' | 'sheet';

/** Letters that shall not leave any more: their copies are spoiled, and there is no next one. */
const mayNotLeave: readonly LetterState[] = ['cancelled', 'refused', 'unprintable', 'deleted'];
export const letterMayLeave = (letter: LetterState): boolean => !mayNotLeave.includes(letter);

/** Reasons for which what a camera read proves that the envelope does not hold its letter. */
const wrongContent: readonly string[] = [
  'incomplete',
  'foreign_sheet',
  'sheet_missing',
  'sheet_doubled',
  'sheets_out_of_order',
  'sheet_in_another_envelope',
  'wrong_window_code',
  'several_envelopes',
];

/** Whether a copy in this state may be put into a tray by a scan: it is in hand, and its whereabouts are open. */
export const traysFrom = [
  'suspect',
  'diverted',
  'missing_at_deposit',
  'refused_at_deposit',
] as const satisfies readonly PieceState[];

/**
 * What to do with a scanned copy: the floor's rule, by its state and that of its letter, lot and tray. What nobody may post is put aside
 * first; then whatever has a place goes there. (Trade rules: closed loop; a piece that reappears is diverted and only spoiled.)
 */
export function adviceFor(piece: ScannedPiece, code: ScannedCode): Advice {
  const { state, lot } = piece;
  if (piece.reappeared && state === 'diverted')
    return aside('It was counted as dead and its place is taken: put it aside, open it and tell it as spoiled.');
  if (!letterMayLeave(piece.letter) && !dead.includes(state) && !gone.includes(state)) return ofDeadLetter(piece);
  switch (state) {
    case 'planned':
    case 'printed':
      return {
        do: 'leave_in_stack',
        sentence: `It belongs to lot ${lot.number}, which is being made: leave it in the stack of its lot, in its place.`,
      };
    case 'inserted':
      return intoTray(piece, 'It is a closed envelope of this lot');
    case 'suspect':
      return suspect(piece, code);
    case 'diverted':
      return piece.reason !== null && wrongContent.includes(piece.reason)
        ? aside('Its contents are not what they should be: open it and tell it as spoiled; its next copy is made.')
        : check(piece, 'It was put aside: check window, closure and contents');
    case 'missing_at_deposit':
      return intoTray(piece, 'The carrier did not count it, and here it is; damaged, tell it as spoiled. Undamaged');
    case 'refused_at_deposit':
      return intoTray(piece, 'The carrier handed it back; unusable, tell it as spoiled. Usable');
    case 'trayed':
      return trayed(piece);
    case 'handed_over':
      return {
        do: 'keep_until_counted',
        sentence:
          'Its deposit has left without it, it seems: keep it. Once the carrier has counted it as missing, scan it into a tray.',
      };
    case 'accepted':
      return {
        do: 'ask_carrier',
        sentence:
          'The carrier says that it has it, and here it is: keep it, ask the carrier, and name it in the case of that deposit.',
      };
    case 'returned':
      return { do: 'nothing', sentence: 'It came back, and that is on record: it goes to the returns desk.' };
    case 'spoiled':
    case 'voided':
      return {
        do: 'put_into_bin',
        sentence: 'It is a sheet of a copy that is dead: put it into the sealed bin, counted with its copy.',
      };
  }
}

const dead: readonly PieceState[] = ['spoiled', 'voided'];
const gone: readonly PieceState[] = ['handed_over', 'accepted', 'returned', 'planned', 'printed'];

const aside = (sentence: string): Advice => ({ do: 'put_aside_and_spoil', sentence });
const mustNotLeave = 'Its letter was cancelled or refused: it must not leave';

function ofDeadLetter({ state, tray }: ScannedPiece): Advice {
  if (state === 'trayed' && tray?.left === true)
    return { do: 'keep_until_counted', sentence: `${mustNotLeave}, but its tray has: keep it if it is still here.` };
  return aside(`${mustNotLeave}: take it out, open it and tell it as spoiled. There is no next copy.`);
}

function suspect(piece: ScannedPiece, code: ScannedCode): Advice {
  if (piece.reason !== null && wrongContent.includes(piece.reason))
    return aside(
      'Its cameras read other sheets than its own: open it and tell it as spoiled, unless it lies open before you whole.',
    );
  if (code === 'sheet') return check(piece, 'Nobody knows where the rest of it is: look whether it is whole');
  return check(
    piece,
    piece.reason === 'beside_gap'
      ? 'A neighbour of it is missing or lacks a sheet, which may be inside: weigh or open it'
      : 'No machine can vouch for it: check window, closure and thickness',
  );
}

function check(piece: ScannedPiece, sentence: string): Advice {
  const where =
    piece.openTray === undefined ? 'open a tray and scan it into that' : `scan it into tray ${piece.openTray}`;
  return { do: 'check', sentence: `${sentence}. In order: ${where}. Otherwise: tell it as spoiled.` };
}

function intoTray(piece: ScannedPiece, sentence: string): Advice {
  return piece.openTray === undefined
    ? { do: 'open_tray', sentence: `${sentence}: no tray of its kind is open. Open one, then scan it into that.` }
    : { do: 'put_into_tray', sentence: `${sentence}: scan it into tray ${piece.openTray}.` };
}

function trayed({ tray }: ScannedPiece): Advice {
  if (tray === undefined || tray.state === 'open')
    return {
      do: 'nothing',
      sentence: `It belongs into tray ${tray?.number ?? '?'}, which is open: see that it lies there.`,
    };
  if (tray.left || tray.state !== 'sealed')
    return {
      do: 'keep_until_counted',
      sentence: `Its tray ${tray.number} has left, it seems without it: keep it. Once the carrier has counted it as missing, scan it into a tray.`,
    };
  return {
    do: 'break_seal',
    sentence: `It belongs into tray ${tray.number}, which is sealed: break the seal, put it back, and seal the tray anew.`,
  };
}

const countOf = (pieces: number): string => (Number(pieces) === 1 ? '1 piece' : `${pieces} pieces`);

/** What to do with a tray whose label was scanned. `left`: its deposit has closed. */
export function trayAdvice(
  tray: { number: number; state: TrayState; inside: number; coming: number },
  left: boolean,
): Advice {
  const { number, state, inside, coming } = tray;
  const nothing = (sentence: string): Advice => ({ do: 'nothing', sentence });
  if (state === 'open' && coming > 0)
    return nothing(`Tray ${number} is open: ${countOf(inside)} in it, ${coming} to come or to be resolved.`);
  if (state === 'open')
    return { do: 'seal', sentence: `Tray ${number} is open with ${countOf(inside)} and waits for none: seal it.` };
  if (state === 'sealed' && !left)
    return nothing(`Tray ${number} is sealed with ${countOf(inside)} and waits for its truck.`);
  return nothing(
    state === 'settled'
      ? `Tray ${number} is settled: it goes back empty.`
      : `Tray ${number} leaves with its deposit, or has left: nothing goes in or out.`,
  );
}
