import { processId } from '#contracts/processes';
import type { PieceState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { adviceFor, traysFrom } from '#domain/scan-advice';
import { recordFacts } from '../facts.ts';
import { undoHandOff } from '../irreversible-steps.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import { breakSeal } from './break-seal.ts';
import { closePieceCases } from './close-cases.ts';
import { makeNextCopies } from './next-copies.ts';
import { takeInHand, type PieceInHand } from './piece-in-hand.ts';
import { putIntoTray } from './put-into-tray.ts';
import { scannedPiece } from './scanned-piece.ts';
import { tellLetter } from './tell-letter.ts';
import { voidMarks } from './void-copies.ts';

/**
 * What a person found out about a copy.
 * - `printed`: its sheets came out and lie in the stack of the lot
 * - `trayed`: it is a good closed envelope, put into the open tray of that number (of its lot, or of its product and contract)
 * - `spoiled`: opened or damaged; its sheets go to the sealed bin
 * - `voided`: it never became paper
 */
export type Finding = { found: 'printed' | 'spoiled' | 'voided' } | { found: 'trayed'; tray: number };

/** Kind of the fact: what a person found out about a copy, or scanned. */
const PIECE_FOUND = 'piece.found';

/**
 * Records a person's finding about a copy that a machine could not vouch for (suspect), that was put aside (diverted), that the carrier missed
 * or refused, or that was damaged later on. The lot reads it at its next look; in a closed lot the next copy is made at once, unless
 * the letter has ended. A copy that is taken out of a sealed tray breaks the seal; the tray is sealed anew afterwards.
 * @param reason a code, told by the ledger; free text belongs into a note
 * @param scan names what the person told (a request's id), for ever
 * @throws MailError `piece_unknown` · `state_conflict` · `tray_not_open` · `tray_of_other_mail` · `finding_not_possible` ·
 *   `piece_reappeared` · `letter_ended` · `tray_left`
 */
export async function resolvePiece(
  tx: LedgerTransaction,
  pieceId: string,
  finding: Finding,
  reason: string,
  scan = `${pieceId}/${finding.found}/${tx.at.toISOString()}`,
): Promise<void> {
  const into = finding.found === 'trayed' ? await trayOfNumber(tx, finding.tray) : undefined;
  const death = finding.found === 'spoiled' || finding.found === 'voided' ? finding.found : undefined;
  const piece = await takeInHand(tx, pieceId, into, async ({ state, tray_id }) => {
    if (death !== undefined && state === 'trayed' && tray_id !== null) await breakSeal(tx, tray_id, reason);
  });
  await tellFound(tx, piece, scan, finding);
  if (into !== undefined) {
    await mayCome(tx, piece, 'trayed');
    await putIntoTray(tx, piece, into, reason, scan);
  } else if (death !== undefined) await bury(tx, piece, death, reason, scan);
  else await backInStack(tx, piece, reason);
  await wake(tx, piece);
}

/** A finding settles what is open; only damage also befalls a copy that was good so far, until it has left the site. */
const comesFrom: Record<Finding['found'], readonly PieceState[]> = {
  printed: ['suspect'],
  trayed: traysFrom,
  spoiled: ['printed', 'inserted', 'trayed', ...traysFrom],
  voided: ['suspect'],
};

/** A finding that its state does not allow is refused with what is known of it, and what a person who has it in hand does instead. */
async function mayCome({ sql }: LedgerTransaction, { id, state }: PieceInHand, found: Finding['found']): Promise<void> {
  if (comesFrom[found].includes(state)) return;
  const { sentence } = adviceFor((await scannedPiece(sql, id)).scanned, 'window');
  throw new MailError(
    'state_conflict',
    `This piece is ${state.replaceAll('_', ' ')}: it cannot be told as ${found}. ${sentence}`,
    'never',
  );
}

async function backInStack(tx: LedgerTransaction, piece: PieceInHand, reason: string): Promise<void> {
  if (piece.lot_state !== 'printing')
    throw new MailError(
      'finding_not_possible',
      'This lot has left the printer: a copy found now is in its tray, spoiled, or never became paper.',
    );
  await mayCome(tx, piece, 'printed');
  const [lot] = await tx.sql<{ deadline_at: Date | null }>(`select deadline_at from pli.lots where id = $1`, [
    piece.lot_id,
  ]);
  const set = {
    state: 'printed',
    reason_code: reason,
    deadline_at: lot?.deadline_at ?? null,
    ...(piece.franking === 'printed' && { franked_at: tx.at }),
    ...(piece.registered_number !== null && { coupon_at: tx.at }),
  };
  await tx.change('piece', 'piece.found_printed', [{ id: piece.id, set }], { from: comesFrom.printed });
}

/** The copy is dead: what it carried is taken back at once, its case is closed, and its letter gets the next one if it still shall leave. */
async function bury(
  tx: LedgerTransaction,
  piece: PieceInHand,
  found: 'spoiled' | 'voided',
  reason: string,
  scan: string,
): Promise<void> {
  await mayCome(tx, piece, found);
  const set = { state: found, reason_code: reason, deadline_at: null, deposit_id: null };
  await tx.change('piece', `piece.found_${found}`, [{ id: piece.id, set, data: { scan } }], {
    from: comesFrom[found],
  });
  await voidMarks(tx, [piece]);
  // A copy that was dead before is news to the print room alone.
  if (piece.reappeared_at === null) tellLetter(tx, `letter.copy_${found}`, piece, reason);
  if (piece.state === 'missing_at_deposit' || piece.state === 'refused_at_deposit') {
    await undoHandOff(tx, [piece], scan);
    await closePieceCases(tx, [piece.id], 'spoiled');
  }
  if (piece.lot_state === 'closed') await makeNextCopies(tx, piece.lot_id);
}

/** What a person told is a fact of its own, told once. */
export async function tellFound(tx: LedgerTransaction, piece: PieceInHand, scan: string, data: object): Promise<void> {
  const fact = { siteId: piece.site_id, source: 'operator', sourceId: scan, kind: PIECE_FOUND, subjectId: piece.id };
  await recordFacts(tx.sql, [{ ...fact, data, at: tx.at, recordedAt: tx.at }]);
}

/** Its lot counts again; and a tray that waits to be sealed anew may be complete now. */
export async function wake(tx: LedgerTransaction, piece: PieceInHand): Promise<void> {
  if (piece.lot_state !== 'closed') await nudgeWorkflow(tx.sql, piece.site_id, processId.lot(piece.lot_id), tx.at);
  const [tray] = await tx.sql(`select from pli.trays where id = $1 and state = 'open' and seal_broken_at is not null`, [
    piece.tray_id,
  ]);
  if (tray !== undefined)
    await nudgeWorkflow(tx.sql, piece.site_id, processId.schedule('formLots', piece.site_id), tx.at);
}

async function trayOfNumber({ sql }: LedgerTransaction, number: number): Promise<string> {
  const [tray] = await sql<{ id: string }>(`select id from pli.trays where number = $1`, [number]);
  if (tray === undefined)
    throw new MailError(
      'tray_not_open',
      `There is no tray ${number} here. Put the piece into an open tray of its product and contract.`,
    );
  return tray.id;
}
