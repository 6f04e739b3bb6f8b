import type { FrankingMode } from '#domain/franking';
import type { LetterState, LotState, PieceState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import type { Mode } from '#domain/marks';
import type { LedgerTransaction } from '../ledger.ts';
import type { Sql } from '../scope.ts';

/** A copy that a person has before them, with what decides where it may go. */
export interface PieceInHand {
  id: string;
  letter_id: string;
  letter_state: LetterState;
  copy: number;
  account_id: string;
  site_id: string;
  mode: Mode;
  state: PieceState;
  reason_code: string | null;
  reappeared_at: Date | null;
  franked_at: Date | null;
  coupon_at: Date | null;
  registered_number: string | null;
  window_code: string;
  tray_id: string | null;
  lot_id: string;
  lot_state: LotState;
  product: string;
  contract: string;
  franking: FrankingMode;
}

const read = async (sql: Sql, pieceId: string, lock: '' | 'for no key update of p'): Promise<PieceInHand> => {
  const [piece] = await sql<PieceInHand>(
    `select p.id, p.letter_id, l.state as letter_state, p.copy, p.account_id, p.site_id, p.mode, p.state, p.reason_code, p.reappeared_at, p.franked_at,
            p.coupon_at, p.registered_number, p.window_code, p.tray_id, p.lot_id, lot.state as lot_state, lot.key->>'product' as product,
            lot.key->>'contract' as contract, lot.key->>'franking' as franking
     from pli.pieces p join pli.letters l on l.id = p.letter_id join pli.lots lot on lot.id = p.lot_id where p.id = $1 ${lock}`,
    [pieceId],
  );
  if (piece === undefined) throw new MailError('piece_unknown', `This site has no piece ${pieceId}.`);
  return piece;
};

/**
 * Locks a copy for what a person does with it, in the floor's order: its lot, the trays concerned, then (after `before`, which may break a
 * seal and so lock a deposit) the copy itself.
 * @param into the tray that it shall go into, when there is one
 * @throws MailError `piece_unknown` · `state_conflict` when it went elsewhere meanwhile
 */
export async function takeInHand(
  tx: LedgerTransaction,
  pieceId: string,
  into: string | undefined,
  before: (piece: PieceInHand) => Promise<void> = () => Promise.resolve(),
): Promise<PieceInHand> {
  const { sql } = tx;
  const { lot_id } = await read(sql, pieceId, '');
  await sql(`select from pli.lots where id = $1 for no key update`, [lot_id]);
  const seen = await read(sql, pieceId, '');
  await sql(`select from pli.trays where id = any($1) order by id for no key update`, [
    [seen.tray_id, into].filter((tray) => tray != null),
  ]);
  await before(seen);
  const piece = await read(sql, pieceId, 'for no key update of p');
  if (piece.tray_id !== seen.tray_id || piece.state !== seen.state)
    throw new MailError(
      'state_conflict',
      'Somebody else has just told something of this piece. Read it again and decide anew.',
    );
  // Read again with the lock in hand: whoever held it may have ended the letter.
  return read(sql, pieceId, '');
}
