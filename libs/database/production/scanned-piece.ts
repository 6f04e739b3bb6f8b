import type { LetterState, LotState, PieceState, TrayState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import type { ScannedPiece } from '#domain/scan-advice';
import type { Sql } from '../scope.ts';

interface Row {
  state: PieceState;
  reason_code: string | null;
  reappeared: boolean;
  letter: LetterState;
  lot_number: number;
  lot_state: LotState;
  tray_number: number | null;
  tray_state: TrayState | null;
  tray_left: boolean;
  open_id: string | null;
  open_number: number | null;
}

/**
 * A copy as the rule of scans looks at it, and the open tray it may go into: its own if that is open, else the one of its lot, of residual mail,
 * or of its product and contract, the oldest first.
 * @throws MailError `piece_unknown`
 */
export async function scannedPiece(
  sql: Sql,
  pieceId: string,
): Promise<{ scanned: ScannedPiece; openTray: { id: string; number: number } | undefined }> {
  const [row] = await sql<Row>(
    `select p.state, p.reason_code, p.reappeared_at is not null as reappeared, l.state as letter, lot.number as lot_number, lot.state as lot_state,
            t.number as tray_number, t.state as tray_state, coalesce(d.state <> 'planned', false) as tray_left, o.id as open_id, o.number as open_number
     from pli.pieces p join pli.letters l on l.id = p.letter_id join pli.lots lot on lot.id = p.lot_id
     left join pli.trays t on t.id = p.tray_id left join pli.deposits d on d.id = t.deposit_id
     left join lateral (
       select id, number from pli.trays o where o.site_id = p.site_id and o.state = 'open'
         and (o.lot_id = p.lot_id or (o.product = lot.key->>'product' and o.carrier_contract = lot.key->>'contract'))
       order by o.id is distinct from p.tray_id, o.lot_id is distinct from p.lot_id, o.kind <> 'residual', o.number limit 1) o on true
     where p.id = $1`,
    [pieceId],
  );
  if (row === undefined) throw new MailError('piece_unknown', `This site has no piece ${pieceId}.`);
  const { open_id, open_number, tray_number, tray_state } = row;
  const scanned: ScannedPiece = {
    state: row.state,
    reason: row.reason_code,
    reappeared: row.reappeared,
    letter: row.letter,
    lot: { number: row.lot_number, state: row.lot_state },
    tray:
      tray_number === null || tray_state === null
        ? undefined
        : { number: tray_number, state: tray_state, left: row.tray_left },
    openTray: open_number ?? undefined,
  };
  return {
    scanned,
    openTray: open_id === null || open_number === null ? undefined : { id: open_id, number: open_number },
  };
}
