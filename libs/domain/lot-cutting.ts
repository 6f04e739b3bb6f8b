import type { PoolEntry } from './pool-order.ts';

/** How large a lot and a tray may be. */
export type LotLimits = {
  maxPieces: number;
  /** A stacker holds a few thousand. */
  maxSheets: number;
  maxTrays: number;
  tray: { maxPieces: number; lengthMm: number };
};

/** A piece in its lot: `piece` from 1 in the order of making, `tray` from 1 in its lot. */
export type CutPiece = { letterId: string; piece: number; tray: number; sheets: number };
/** The pieces `from`–`to` of a lot stand in one tray. */
export type CutTray = { tray: number; from: number; to: number };
/** A lot ready to be made; `full` when the next piece was cut off by a limit. */
export type CutLot = { pieces: CutPiece[]; trays: CutTray[]; sheets: number; full: boolean };

/**
 * Cuts letters, already in order, into lots by pieces, sheets and trays, and each lot into trays by pieces and thickness: tray
 * breaks are known before printing. A letter larger than every limit is a lot of its own rather than never made.
 */
export function cutIntoLots(ordered: readonly PoolEntry[], limits: LotLimits): CutLot[] {
  const lots: CutLot[] = [];
  let lot: CutLot | undefined;
  let trayUm = 0;
  for (const entry of ordered) {
    const tray = lot?.trays.at(-1);
    const newTray =
      !tray ||
      tray.to - tray.from + 1 >= limits.tray.maxPieces ||
      trayUm + entry.thicknessUm > limits.tray.lengthMm * 1000;
    if (
      !lot ||
      lot.pieces.length >= limits.maxPieces ||
      lot.sheets + entry.sheets > limits.maxSheets ||
      (newTray && lot.trays.length >= limits.maxTrays)
    ) {
      if (lot) lot.full = true;
      lot = { pieces: [], trays: [{ tray: 1, from: 1, to: 0 }], sheets: 0, full: false };
      lots.push(lot);
      trayUm = 0;
    } else if (newTray) {
      lot.trays.push({ tray: lot.trays.length + 1, from: lot.pieces.length + 1, to: lot.pieces.length });
      trayUm = 0;
    }
    place(entry, lot);
    trayUm += entry.thicknessUm;
  }
  if (lot && (lot.pieces.length >= limits.maxPieces || lot.sheets >= limits.maxSheets)) lot.full = true;
  return lots;
}

function place({ letterId, sheets }: PoolEntry, lot: CutLot): void {
  const tray = lot.trays.at(-1);
  if (!tray) return;
  const piece = lot.pieces.length + 1;
  lot.pieces.push({ letterId, piece, tray: tray.tray, sheets });
  tray.to = piece;
  lot.sheets += sheets;
}
