import type { InserterPieceLine } from '#contracts/machines/inserter-files';
import { readMark } from '#domain/marks';
import type { PrintedSheet } from './printed.ts';

/** What the inserter does next with the paper before it. */
export type Step =
  | {
      readonly kind: 'outsort';
      readonly sheet: PrintedSheet;
      readonly reason: 'banner' | 'duplicate' | 'foreign' | 'unread';
    }
  | {
      readonly kind: 'piece';
      readonly piece: InserterPieceLine;
      readonly sheets: readonly PrintedSheet[];
      readonly whole: boolean;
    };

/**
 * How a stack becomes envelopes: sheets are fed in the order they lie; one already fed, a banner, a stranger or an unreadable one
 * leaves by the reject pocket; the others gather while they belong to one piece. A piece whose sheets are not exactly the job
 * file's is not closed. Pieces of which no sheet came are reported last. Pure, so a restarted machine finds the same steps.
 */
export function feed(stack: readonly PrintedSheet[], pieces: readonly InserterPieceLine[]): Step[] {
  const owner = new Map(pieces.flatMap((piece) => piece.sheetCodes.map((code) => [code, piece] as const)));
  const fed = new Set<string>();
  const begun = new Set<InserterPieceLine>();
  const steps: Step[] = [];
  let gathered: { piece: InserterPieceLine; sheets: PrintedSheet[] } | undefined;

  const closePiece = (): void => {
    if (gathered) steps.push({ kind: 'piece', ...gathered, whole: isWhole(gathered.piece, gathered.sheets) });
    gathered = undefined;
  };
  for (const sheet of stack) {
    const code = sheet.sheetCode;
    const piece = code === null ? undefined : owner.get(code);
    if (code === null || !piece) {
      steps.push({ kind: 'outsort', sheet, reason: code === null ? 'unread' : isBanner(code) ? 'banner' : 'foreign' });
    } else if (fed.has(code)) {
      steps.push({ kind: 'outsort', sheet, reason: 'duplicate' });
    } else {
      if (gathered?.piece !== piece) closePiece();
      fed.add(code);
      begun.add(piece);
      gathered ??= { piece, sheets: [] };
      gathered.sheets.push(sheet);
    }
  }
  closePiece();
  for (const piece of pieces) if (!begun.has(piece)) steps.push({ kind: 'piece', piece, sheets: [], whole: false });
  return steps;
}

/**
 * The mishap that reading cannot prevent when it happens behind the camera: two whole pieces get each other's inner sheets. Gives
 * the positions it would happen to: the first piece with inner sheets and the next whole one; undefined when no piece has any.
 */
export function swapCandidates(steps: readonly Step[]): { a: number; b: number } | undefined {
  const whole = steps.filter((step) => step.kind === 'piece' && step.whole) as Extract<Step, { kind: 'piece' }>[];
  const first = whole.findIndex(({ sheets }) => sheets.length > 1);
  const second = whole[first + 1] ?? whole[first - 1];
  const found = whole[first];
  return found && second ? { a: found.piece.position, b: second.piece.position } : undefined;
}

/** The steps with the inner sheets of the pieces at positions a and b exchanged; what is read is then what is really inside. */
export function swapped(steps: readonly Step[], { a, b }: { a: number; b: number }): Step[] {
  const innerOf = (position: number): readonly PrintedSheet[] =>
    steps.flatMap((step) => (step.kind === 'piece' && step.piece.position === position ? step.sheets.slice(1) : []));
  const inner = new Map([
    [a, innerOf(b)],
    [b, innerOf(a)],
  ]);
  return steps.map((step) => {
    const others = step.kind === 'piece' ? inner.get(step.piece.position) : undefined;
    if (step.kind !== 'piece' || !others) return step;
    return { ...step, sheets: [...step.sheets.slice(0, 1), ...others] };
  });
}

function isWhole(piece: InserterPieceLine, sheets: readonly PrintedSheet[]): boolean {
  return (
    sheets.length === piece.sheetCodes.length && sheets.every(({ sheetCode }, i) => sheetCode === piece.sheetCodes[i])
  );
}

function isBanner(code: string): boolean {
  const kind = readMark(code)?.kind;
  return kind === 'lot_header' || kind === 'lot_trailer';
}
