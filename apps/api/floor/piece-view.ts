import type { PieceView } from '#contracts/api/pieces';
import type { Sql } from '#database/scope';
import type { LetterState, PieceState, TrayState } from '#domain/life-cycles';
import { waitingOfPiece, type WaitingPiece } from '#domain/waiting';
import { notFound } from '../http/refusal.ts';
import { waitsOf } from './floor-waiting.ts';

export interface PieceViewRow {
  id: string;
  letter_id: string;
  letter_state: LetterState;
  copy: number;
  lot_id: string;
  lot_number: number;
  position: number;
  state: PieceState;
  state_since: Date;
  deadline_at: Date | null;
  window_code: string;
  sheets: number;
  weight_mg: number;
  weight_band: number;
  service: string;
  postcode: string;
  product: string | null;
  contract: string | null;
  tray_id: string | null;
  tray_number: number | null;
  tray_state: TrayState | null;
  deposit_id: string | null;
  registered_number: string | null;
  mark: number | null;
  franked_at: Date | null;
  reason_code: string | null;
  reappeared_at: Date | null;
}

/** Of the letter the floor sees its state, postcode and service, nothing else. A piece in its tray goes where the tray goes, and is due with it. */
export const pieceSelection = `select p.id, p.letter_id, l.state as letter_state, p.copy, p.lot_id, lot.number as lot_number, p.position, p.state, p.state_since,
    case when p.state = 'trayed' and t.state = 'open' then t.deadline_at else p.deadline_at end as deadline_at, p.window_code, p.sheets, p.weight_mg, p.weight_band, l.service, l.postcode, lot.key->>'product' as product, lot.key->>'contract' as contract,
    p.tray_id, t.number as tray_number, t.state as tray_state,
    case when p.state = 'trayed' then t.deposit_id else p.deposit_id end as deposit_id, p.registered_number, p.mark,
    p.franked_at, p.reason_code, p.reappeared_at
  from pli.pieces p join pli.letters l on l.id = p.letter_id join pli.lots lot on lot.id = p.lot_id left join pli.trays t on t.id = p.tray_id`;

/** The copy as the rule of waiting looks at it. */
export const waitingPiece = (row: PieceViewRow): WaitingPiece => ({
  state: row.state,
  letter: row.letter_state,
  reappeared: row.reappeared_at !== null,
  tray:
    row.tray_number === null || row.tray_state === null
      ? undefined
      : { number: row.tray_number, state: row.tray_state },
});

export const pieceView = (row: PieceViewRow): PieceView => ({
  id: row.id,
  letterId: row.letter_id,
  letterState: row.letter_state,
  copy: row.copy,
  lotId: row.lot_id,
  lotNumber: row.lot_number,
  position: row.position,
  state: row.state,
  ...waitsOf('piece', row, waitingOfPiece(waitingPiece(row))),
  windowCode: row.window_code,
  sheets: row.sheets,
  weightMg: row.weight_mg,
  weightBand: row.weight_band,
  service: row.service,
  postcode: row.postcode,
  product: row.product ?? '',
  carrierContract: row.contract ?? '',
  trayId: row.tray_id,
  trayNumber: row.tray_number,
  depositId: row.deposit_id,
  registeredNumber: row.registered_number,
  mark: row.mark,
  frankedAt: row.franked_at?.toISOString() ?? null,
  reason: row.reason_code,
  reappearedAt: row.reappeared_at?.toISOString() ?? null,
});

/** @throws MailError `not_found` */
export async function pieceOf(sql: Sql, id: string): Promise<PieceView> {
  const [row] = await sql<PieceViewRow>(`${pieceSelection} where p.id = $1`, [id]);
  if (row === undefined) throw notFound('piece');
  return pieceView(row);
}
