import type { PieceView } from '#contracts/api/pieces';
import { readMark } from '#domain/marks';
import type { SeenEnvelope } from './room.ts';

/** An envelope that can be named by what its window shows. */
export type ReadEnvelope = SeenEnvelope & { readonly windowCode: string };

/**
 * What a person does about a piece that Pli cannot vouch for.
 * - `release`: nothing speaks against its closed envelope; it goes into a tray
 * - `open`: what is inside is in doubt; opened, it cannot be sent, whatever it held
 * - `search`: it has no envelope; what is told depends on which of its sheets are found
 */
export type Act = { readonly do: 'release' | 'open'; readonly envelope: ReadEnvelope } | { readonly do: 'search' };

/** Why Pli holds back an envelope without anything to say against what it holds. */
const onlyOutOfPlace: Readonly<Record<string, readonly string[]>> = {
  diverted: ['diverted'],
  suspect: ['no_record', 'beside_gap', 'tray_unknown'],
};

/**
 * Judges the unresolved pieces of one lot together, by the envelopes that are seen. The sheets of a piece without an envelope may have
 * slipped into the one before or behind it, so those two are opened and not released.
 */
export function judge(pieces: readonly PieceView[], envelopes: readonly SeenEnvelope[]): Map<PieceView, Act> {
  const seen = new Map(pieces.map((piece) => [piece, envelopeOf(piece, envelopes)]));
  const gaps = new Set(pieces.filter((piece) => !seen.get(piece)).map((piece) => piece.position));
  return new Map(
    pieces.map((piece): [PieceView, Act] => {
      const envelope = seen.get(piece);
      if (!envelope) return [piece, { do: 'search' }];
      const besideGap = gaps.has(piece.position - 1) || gaps.has(piece.position + 1);
      const isFine = !besideGap && !envelope.damaged && onlyOutOfPlace[piece.state]?.includes(piece.reason ?? '');
      return [piece, { do: isFine ? 'release' : 'open', envelope }];
    }),
  );
}

/** The envelope that shows the piece's window code, wherever it lies. */
export function envelopeOf(
  { windowCode }: Pick<PieceView, 'windowCode'>,
  envelopes: readonly SeenEnvelope[],
): ReadEnvelope | undefined {
  const seen = envelopes.findLast((envelope) => envelope.windowCode === windowCode);
  return seen && { ...seen, windowCode };
}

/** Those of the sheets that are the piece's, each once. */
export function sheetsOf(piece: PieceView, sheetCodes: readonly (string | null)[]): string[] {
  return [...new Set(sheetCodes)].filter((code): code is string => {
    const mark = code === null ? undefined : readMark(code);
    return mark?.kind === 'sheet' && mark.lot === piece.lotNumber && mark.piece === piece.position;
  });
}
