import { MailError } from '#domain/mail-error';
import { adviceFor, traysFrom } from '#domain/scan-advice';
import type { LedgerTransaction } from '../ledger.ts';
import { takeInHand, type PieceInHand } from './piece-in-hand.ts';
import { putIntoTray } from './put-into-tray.ts';
import { reappear } from './reappear.ts';
import { tellFound, wake } from './resolve-piece.ts';
import { scannedPiece } from './scanned-piece.ts';

/** `trayed`: it is in the tray now · `already_there`: it was · `reappeared`: it was counted as dead, is put aside and must be spoiled. */
export type ScanOutcome = 'trayed' | 'already_there' | 'reappeared';

/**
 * A person scans a closed envelope into a tray. Taken from what is open (suspect, diverted, missing or refused by the carrier); scanned again into
 * the same tray nothing changes; a copy that was counted as dead is put aside instead. Of two scans at once into two trays one wins.
 * @throws MailError `piece_not_for_tray` with what to do instead · `tray_not_open` · `tray_of_other_mail` · `piece_reappeared` · `letter_ended`
 */
export async function scanIntoTray(
  tx: LedgerTransaction,
  trayId: string,
  pieceId: string,
  reason: string,
  scan: string,
): Promise<ScanOutcome> {
  const piece = await takeInHand(tx, pieceId, trayId);
  if (isDead(piece)) {
    await putAside(tx, piece, scan);
    return 'reappeared';
  }
  if (piece.state === 'trayed' && piece.tray_id === trayId) return 'already_there';
  const open: readonly string[] = traysFrom;
  if (!open.includes(piece.state))
    throw new MailError(
      'piece_not_for_tray',
      adviceFor((await scannedPiece(tx.sql, piece.id)).scanned, 'window').sentence,
    );
  await tellFound(tx, piece, scan, { found: 'trayed', tray: trayId });
  await putIntoTray(tx, piece, trayId, reason, scan);
  await wake(tx, piece);
  return 'trayed';
}

/**
 * A person scans a copy anywhere else. One that was counted as dead (spoiled, voided) and turns up as an envelope, or a voided one of which
 * there is paper, is put aside by this; nothing else is changed by it.
 * @returns whether it was put aside
 */
export async function scanPiece(
  tx: LedgerTransaction,
  pieceId: string,
  code: 'window' | 'sheet',
  scan: string,
): Promise<boolean> {
  const { scanned } = await scannedPiece(tx.sql, pieceId);
  if (scanned.state !== 'voided' && (scanned.state !== 'spoiled' || code === 'sheet')) return false;
  const piece = await takeInHand(tx, pieceId, undefined);
  if (!isDead(piece)) return false;
  await putAside(tx, piece, scan);
  return true;
}

const isDead = ({ state }: PieceInHand): boolean => state === 'spoiled' || state === 'voided';

/** The dead copy waits for a person again, beside the one that took its place. */
async function putAside(tx: LedgerTransaction, piece: PieceInHand, scan: string): Promise<void> {
  await tellFound(tx, piece, scan, { found: 'reappeared' });
  await reappear(tx, piece.site_id, [{ id: piece.id, told: { scan, was: piece.state } }]);
  await wake(tx, piece);
}
