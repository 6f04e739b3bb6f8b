import { processId } from '#contracts/processes';
import type { FrankingMode } from '#domain/franking';
import type { PieceState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import { makeNextCopies } from './next-copies.ts';

/**
 * What a person found out about a copy.
 * - `printed`: its sheets came out and lie in the stack of the lot
 * - `trayed`: it is a good closed envelope, put into the tray of that number (a tray of its lot that is still open)
 * - `spoiled`: opened or damaged; its sheets go to the sealed bin
 * - `voided`: it never became paper
 */
export type Finding = { found: 'printed' | 'spoiled' | 'voided' } | { found: 'trayed'; tray: number };

interface ResolvedPiece {
  id: string;
  state: PieceState;
  lot_id: string;
  lot_state: string;
  site_id: string;
  tray_id: string | null;
  registered_number: string | null;
  franking: FrankingMode;
}

/**
 * Records a person's finding about a copy that a machine could not vouch for (suspect), that was put aside (diverted), or that
 * was damaged later on. The lot reads it at its next look; in a closed lot the next copy is made at once.
 * @param reason a code, told by the ledger; free text belongs into a note
 * @throws MailError `piece_unknown` · `state_conflict` · `tray_not_open` · `finding_not_possible`
 */
export async function resolvePiece(
  tx: LedgerTransaction,
  pieceId: string,
  finding: Finding,
  reason: string,
): Promise<void> {
  const piece = await lockPiece(tx, pieceId);
  const tray = finding.found === 'trayed' ? await openTray(tx, piece, finding.tray) : undefined;
  if (finding.found === 'printed' && piece.lot_state !== 'printing')
    throw new MailError(
      'finding_not_possible',
      'This lot has left the printer: a copy found now is in its tray, spoiled, or never became paper.',
    );
  const deadline_at = await deadlineOfLot(tx, piece.lot_id);
  // Whoever holds the paper has seen what is printed in its window.
  const seen = {
    ...(piece.franking === 'printed' && { franked_at: tx.at }),
    ...(piece.registered_number !== null && { coupon_at: tx.at }),
  };
  const common = { reason_code: reason, deadline_at, ...seen };
  const set = {
    printed: { state: 'printed', ...common },
    trayed: {
      state: 'trayed',
      ...common,
      ...(piece.franking === 'preprinted' && { franked_at: tx.at }),
      ...(tray !== undefined && { tray_id: tray }),
    },
    spoiled: { state: 'spoiled', reason_code: reason, deadline_at: null, deposit_id: null },
    voided: { state: 'voided', reason_code: reason, deadline_at: null, deposit_id: null },
  }[finding.found];
  await tx.change('piece', `piece.found_${finding.found}`, [{ id: piece.id, set }], { from: comesFrom[finding.found] });
  if (piece.lot_state === 'closed') await makeNextCopies(tx, piece.lot_id);
  await nudgeWorkflow(tx.sql, piece.site_id, processId.lot(piece.lot_id), tx.at);
}

/** A finding settles what is open; only damage also befalls a copy that was good so far, until it has left the site. */
const comesFrom: Record<Finding['found'], PieceState[]> = {
  printed: ['suspect'],
  trayed: ['suspect', 'diverted', 'refused_at_deposit'],
  spoiled: ['suspect', 'diverted', 'printed', 'inserted', 'trayed', 'refused_at_deposit'],
  voided: ['suspect'],
};

async function lockPiece({ sql }: LedgerTransaction, pieceId: string): Promise<ResolvedPiece> {
  const [piece] = await sql<ResolvedPiece>(
    `select p.id, p.state, p.lot_id, l.state as lot_state, p.site_id, p.tray_id, p.registered_number, l.key->>'franking' as franking
     from pli.pieces p join pli.lots l on l.id = p.lot_id where p.id = $1 for update of p`,
    [pieceId],
  );
  if (piece === undefined) throw new MailError('piece_unknown', `This site has no piece ${pieceId}.`);
  return piece;
}

async function openTray({ sql }: LedgerTransaction, piece: ResolvedPiece, number: number): Promise<string> {
  const [tray] = await sql<{ id: string; state: string }>(
    `select id, state from pli.trays where site_id = $1 and lot_id = $2 and number = $3 for update`,
    [piece.site_id, piece.lot_id, number],
  );
  if (tray?.state !== 'open')
    throw new MailError(
      'tray_not_open',
      `Tray ${number} is not an open tray of this piece's lot. Put the piece into one that is.`,
    );
  return tray.id;
}

async function deadlineOfLot({ sql }: LedgerTransaction, lotId: string): Promise<Date | null> {
  const [lot] = await sql<{ deadline_at: Date | null }>(`select deadline_at from pli.lots where id = $1`, [lotId]);
  return lot?.deadline_at ?? null;
}
