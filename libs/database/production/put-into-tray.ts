import { letterMayLeave, traysFrom } from '#domain/scan-advice';
import { MailError } from '#domain/mail-error';
import { undoHandOff } from '../irreversible-steps.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { siteProfileAt } from '../site-profile.ts';
import { closePieceCases } from './close-cases.ts';
import type { PieceInHand } from './piece-in-hand.ts';
import { tellLetter } from './tell-letter.ts';

/** A tray as one that takes a piece sees it. */
interface TakingTray {
  id: string;
  number: number;
  state: string;
  lot_id: string | null;
  product: string;
  carrier_contract: string;
  deadline_at: Date | null;
}

/**
 * Puts a copy in hand, a good closed envelope, into an open tray: one of its own lot, or any of its product and contract. A copy that the
 * carrier missed or refused is in our hands again by this: its hand-off is undone, its case closed, its letter in production (one
 * counted as lost stays so until the carrier accepts it).
 * @param scan what proves that it is in hand: the source id of the fact
 * @throws MailError `tray_not_open` · `tray_of_other_mail` · `piece_reappeared` · `letter_ended` · `state_conflict`
 */
export async function putIntoTray(
  tx: LedgerTransaction,
  piece: PieceInHand,
  trayId: string,
  reason: string,
  scan: string,
): Promise<void> {
  const tray = await takingTray(tx, trayId, piece);
  mustBeFitToLeave(piece);
  const { deadlines } = await siteProfileAt(tx.sql, piece.site_id, tx.at);
  const [lot] = await tx.sql<{ deadline_at: Date | null }>(`select deadline_at from pli.lots where id = $1`, [
    piece.lot_id,
  ]);
  const soon = new Date(tx.at.getTime() + deadlines.reconcileSeconds * 1000);
  const deadline_at = latest([tray.deadline_at, lot?.deadline_at]) ?? soon;
  // Whoever holds the envelope has seen what is printed in its window.
  const seen = {
    ...(piece.franking !== 'machine' && piece.franking !== 'carrier' && { franked_at: piece.franked_at ?? tx.at }),
    ...(piece.registered_number !== null && { coupon_at: piece.coupon_at ?? tx.at }),
  };
  await tx.change(
    'piece',
    'piece.found_trayed',
    [
      {
        id: piece.id,
        set: { state: 'trayed', reason_code: reason, tray_id: tray.id, deposit_id: null, deadline_at, ...seen },
        data: { scan },
      },
    ],
    { from: traysFrom },
  );
  if (piece.state === 'missing_at_deposit' || piece.state === 'refused_at_deposit')
    await backInHand(tx, piece, reason, scan, new Date(deadline_at.getTime() + deadlines.reconcileSeconds * 1000));
}

async function backInHand(
  tx: LedgerTransaction,
  piece: PieceInHand,
  reason: string,
  scan: string,
  due: Date,
): Promise<void> {
  await undoHandOff(tx, [piece], scan);
  const set = { state: 'in_production', handed_over_at: null, deposit_number: null, deadline_at: due };
  const [again] = await tx.change(
    'letter',
    'letter.trayed_again',
    [{ id: piece.letter_id, set, data: { reason, copy: piece.copy } }],
    { from: ['handed_over'], otherwise: 'skip' },
  );
  if (again === undefined) tellLetter(tx, 'letter.trayed_again', piece, reason);
  await closePieceCases(tx, [piece.id], 'trayed_again');
}

async function takingTray({ sql }: LedgerTransaction, trayId: string, piece: PieceInHand): Promise<TakingTray> {
  const [tray] = await sql<TakingTray>(
    `select id, number, state, lot_id, product, carrier_contract, deadline_at from pli.trays where id = $1 for no key update`,
    [trayId],
  );
  if (tray?.state !== 'open')
    throw new MailError(
      'tray_not_open',
      tray === undefined
        ? 'There is no such tray here. Put the piece into an open tray of its product and contract.'
        : `Tray ${tray.number} is not open. Put the piece into an open tray of its product and contract, or break the seal of this one.`,
    );
  const alike = tray.product === piece.product && tray.carrier_contract === piece.contract;
  if (tray.lot_id !== piece.lot_id && !alike)
    throw new MailError(
      'tray_of_other_mail',
      `Tray ${tray.number} holds "${tray.product}" of contract "${tray.carrier_contract}", and this piece is "${piece.product}" of "${piece.contract}". Put it into a tray of its kind, or open one.`,
    );
  return tray;
}

/** A copy whose place is taken, or whose letter shall not leave, goes to the bin and nowhere else. */
function mustBeFitToLeave({ reappeared_at, letter_state }: PieceInHand): void {
  if (reappeared_at !== null)
    throw new MailError(
      'piece_reappeared',
      'This copy was counted as dead, and its letter goes on without it. Put it aside, open it and tell it as spoiled.',
    );
  if (!letterMayLeave(letter_state))
    throw new MailError(
      'letter_ended',
      `The letter of this piece is ${letter_state}: it must not leave. Open the envelope and tell it as spoiled; there is no next copy.`,
    );
}

function latest(instants: readonly (Date | null | undefined)[]): Date | undefined {
  const known = instants.filter((at) => at instanceof Date);
  return known.length === 0 ? undefined : new Date(Math.max(...known.map((at) => at.getTime())));
}
