import { envelopeBalance, mayClose, pieceBalance, sheetBalance, type Balance } from './balances.ts';
import type { InserterOutcome } from './settlement.ts';

/** Where a copy of the lot stands when the lot wants to close. */
export type CountedPiece = {
  outcome: 'good' | 'spoiled' | 'voided' | 'suspect' | 'diverted';
  windowCode: string;
  sheetCodes: readonly string[];
};

/** What machines and people told of a lot's paper. */
export type LotPaper = {
  /** Sheets that came out of the printer, repeats of a jam included. */
  sheetsPrinted: number;
  /** One an envelope, as the inserter's cameras read it; `incomplete` closed none, its sheets lie in the bin. */
  records: readonly { windowCode: string | null; sheetCodes: readonly string[]; outcome: InserterOutcome }[];
  outsorted: readonly { reason: 'banner' | 'duplicate' | 'foreign' | 'unread' }[];
  /** Sheets of this lot that people put into the bin beside those of spoiled copies. */
  spoiledByHand: number;
};

export type LotCount = {
  sheets: { printed: number; good: number; spoiled: number; banner: number; duplicate: number };
  pieces: { good: number; spoiled: number; voided: number };
  envelopes: { used: number; good: number; spoiled: number };
  balances: Balance[];
  closes: boolean;
  reasons: string[];
};

/**
 * Counts a lot for its three balances. A sheet counts by where it was read: once in its good piece, and every further reading of it is a
 * spoiled sheet; those of a spoiled piece are spoiled, read or not. An envelope that a person closed by hand is counted with its good piece.
 */
export function countLot(pieces: readonly CountedPiece[], paper: LotPaper): LotCount {
  const reads = readings(paper.records.flatMap((record) => record.sheetCodes));
  const of = (outcome: CountedPiece['outcome']) => pieces.filter((piece) => piece.outcome === outcome);
  const [good, spoiled, voided] = [of('good'), of('spoiled'), of('voided')];
  const sorted = (reason: string) => paper.outsorted.filter((sheet) => sheet.reason === reason).length;

  const sheets = {
    printed: paper.sheetsPrinted,
    good: sum(good, (piece) => piece.sheetCodes.length),
    spoiled:
      sum(spoiled, (piece) => sum(piece.sheetCodes, (code) => Math.max(reads(code), 1))) +
      sum(good, (piece) => sum(piece.sheetCodes, (code) => Math.max(reads(code) - 1, 0))) +
      sum(voided, (piece) => sum(piece.sheetCodes, reads)) +
      paper.spoiledByHand,
    banner: sorted('banner'),
    duplicate: sorted('duplicate'),
  };
  const closed = paper.records.filter((record) => record.outcome !== 'incomplete');
  const shown = readings(closed.flatMap((record) => record.windowCode ?? []));
  const byHand = good.filter((piece) => shown(piece.windowCode) === 0).length;
  const envelopes = { used: closed.length + byHand, good: good.length, spoiled: closed.length + byHand - good.length };
  const counts = { good: good.length, spoiled: spoiled.length, voided: voided.length };

  const balances = [
    sheetBalance({
      printed: sheets.printed,
      inGoodPieces: sheets.good,
      spoiled: sheets.spoiled,
      bannersAndTests: sheets.banner,
      duplicates: sheets.duplicate,
    }),
    pieceBalance({ in: pieces.length, ...counts, diverted: of('diverted').length, suspect: of('suspect').length }),
    envelopeBalance({ taken: envelopes.used, good: envelopes.good, spoiled: envelopes.spoiled, tests: 0 }),
  ];
  return { sheets, pieces: counts, envelopes, balances, ...mayClose(balances) };
}

/** How often each code was read. */
function readings(codes: readonly string[]): (code: string) => number {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (code) => counts.get(code) ?? 0;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
