/**
 * The three balances without which a lot does not close: sheets, pieces, envelopes. Each compares what went in with where it went; the
 * difference is told, never made good silently. (Trade rules of the floor.)
 */
export type Balance = {
  name: 'sheets' | 'pieces' | 'envelopes';
  in: number;
  out: number;
  closes: boolean;
  /** Why it does not close; empty when it does. */
  reasons: string[];
};

/** Sheets printed = in good pieces + spoiled + banners and tests + duplicates (a printer's jam recovery prints again by itself). */
export function sheetBalance(sheets: {
  printed: number;
  inGoodPieces: number;
  spoiled: number;
  bannersAndTests: number;
  duplicates: number;
}): Balance {
  const out = sheets.inGoodPieces + sheets.spoiled + sheets.bannersAndTests + sheets.duplicates;
  return balance('sheets', sheets.printed, out, []);
}

/** Pieces in = good + spoiled + voided. While one is diverted or suspect the balance stays open. */
export function pieceBalance(pieces: {
  in: number;
  good: number;
  spoiled: number;
  voided: number;
  diverted: number;
  suspect: number;
}): Balance {
  const { diverted, suspect } = pieces;
  const open = [
    ...(diverted > 0
      ? [`${count(diverted, 'piece')} diverted: release ${them(diverted)} after a check, or open and spoil`]
      : []),
    ...(suspect > 0 ? [`${count(suspect, 'piece')} suspect: scan ${them(suspect)}, or void`] : []),
  ];
  return balance('pieces', pieces.in, pieces.good + pieces.spoiled + pieces.voided + diverted + suspect, open);
}

/** Envelopes taken from the stock = closed and good + spoiled + used for tests (first-off, set-up). */
export function envelopeBalance(envelopes: { taken: number; good: number; spoiled: number; tests: number }): Balance {
  return balance('envelopes', envelopes.taken, envelopes.good + envelopes.spoiled + envelopes.tests, []);
}

/** Whether a lot may close, with every reason why not. */
export function mayClose(balances: readonly Balance[]): { closes: boolean; reasons: string[] } {
  return { closes: balances.every(({ closes }) => closes), reasons: balances.flatMap(({ reasons }) => reasons) };
}

function balance(name: Balance['name'], went: number, out: number, open: string[]): Balance {
  const off = went - out;
  const one = name.slice(0, -1);
  const difference =
    off > 0
      ? [`${count(off, one)} unaccounted for: ${went} went in and ${out} are told of`]
      : off < 0
        ? [`${count(-off, one)} too many: ${went} went in and ${out} are told of`]
        : [];
  const reasons = [...difference, ...open];
  return { name, in: went, out, closes: reasons.length === 0, reasons };
}
function count(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}
function them(n: number): string {
  return n === 1 ? 'it' : 'them';
}
