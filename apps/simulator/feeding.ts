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
      /** What the camera sees of the sheets, when it is not all of them. */
      readonly read?: readonly PrintedSheet[];
    };
export type PieceStep = Extract<Step, { kind: 'piece' }>;

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

function isWhole(piece: InserterPieceLine, sheets: readonly PrintedSheet[]): boolean {
  return (
    sheets.length === piece.sheetCodes.length && sheets.every(({ sheetCode }, i) => sheetCode === piece.sheetCodes[i])
  );
}

function isBanner(code: string): boolean {
  const kind = readMark(code)?.kind;
  return kind === 'lot_header' || kind === 'lot_trailer';
}
