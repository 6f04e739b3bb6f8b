import type { PieceState } from '#domain/life-cycles';
import { formatMark } from '#domain/marks';
import type { Sql } from '#database/scope';
import type { LotRow } from './lot-row.ts';

/** A copy as the floor knows it. */
export interface FloorPiece {
  id: string;
  position: number;
  copy: number;
  state: PieceState;
  windowCode: string;
  /** In feeding order; the first is the address sheet. */
  sheetCodes: string[];
  /** Number of the tray it is planned for, or lies in. */
  tray: number;
}

/** The lot's copies that have become paper, or are to, in the order of making. */
export async function floorPieces(sql: Sql, lot: LotRow, states: readonly string[]): Promise<FloorPiece[]> {
  const rows = await sql<{
    id: string;
    position: number;
    copy: number;
    state: PieceState;
    window_code: string;
    sheets: number;
    tray: number;
  }>(
    `select p.id, p.position, p.copy, p.state, p.window_code, p.sheets, t.number as tray
     from pli.pieces p join pli.trays t on t.id = p.tray_id where p.lot_id = $1 and p.state = any($2) order by p.position`,
    [lot.id, states],
  );
  return rows.map(({ window_code, sheets, ...piece }) => ({
    ...piece,
    windowCode: window_code,
    sheetCodes: Array.from({ length: sheets }, (_, i) =>
      formatMark({
        kind: 'sheet',
        site: lot.site_code,
        lot: lot.number,
        piece: piece.position,
        sheet: i + 1,
        of: sheets,
      }),
    ),
  }));
}
