import { depositDay } from '#domain/deposit-planning';
import type { LetterState } from '#domain/life-cycles';
import type { SiteProfile } from '#domain/profiles';
import { closeOrdersOf } from '../close-orders.ts';
import type { LedgerTransaction, Row } from '../ledger.ts';
import { calendarsOf, siteProfileAt } from '../site-profile.ts';
import { closePieceCases } from './close-cases.ts';
import { tellLetter, type ToldLetter } from './tell-letter.ts';

/** A copy that the carrier says it holds. */
export interface HeldPiece {
  id: string;
  letter_id: string;
  copy: number;
  registered_number: string | null;
}

const seconds = (n: number): number => n * 1000;

/**
 * The carrier took these copies at its hour: pieces and letters accepted, J by its limit hour, postage debited. A letter given up for lost
 * goes on; one that tracking brought to its end already keeps its end and learns when it was accepted. Three events a piece, rarely four.
 */
export async function acceptPieces(
  tx: LedgerTransaction,
  pieces: readonly HeldPiece[],
  profile: SiteProfile,
  acceptedAt: Date,
): Promise<void> {
  const ids = pieces.map((piece) => piece.id);
  await tx.change(
    'piece',
    'piece.accepted',
    ids.map((id) => ({ id, set: { state: 'accepted', deadline_at: null } })),
  );
  await acceptLetters(tx, pieces, profile, acceptedAt);
  const postage = await tx.sql<{ id: string }>(
    `select e.id from pli.postage_entries e join pli.pieces p using (letter_id, copy) where p.id = any($1) and e.state = 'marked'`,
    [ids],
  );
  await tx.change(
    'postage_entry',
    'postage.debited',
    postage.map(({ id }) => ({ id, set: { state: 'debited', debited_at: tx.at } })),
  );
}

async function acceptLetters(
  tx: LedgerTransaction,
  pieces: readonly HeldPiece[],
  profile: SiteProfile,
  acceptedAt: Date,
): Promise<void> {
  const letters = await tx.sql<{ id: string; state: LetterState }>(
    `select id, state from pli.letters where id = any($1) order by id for no key update`,
    [pieces.map((piece) => piece.letter_id)],
  );
  const accepted = { accepted_at: acceptedAt, deposit_day: depositDay(calendarsOf(profile).depositPoint, acceptedAt) };
  const tracked = new Set(pieces.filter((p) => p.registered_number !== null).map((p) => p.letter_id));
  const { deliverySeconds, noReturnSeconds, pollSeconds } = profile.tracking;
  const after = (duration: number) => new Date(acceptedAt.getTime() + seconds(duration));
  const inState = (...states: LetterState[]) => letters.filter(({ state }) => states.includes(state));

  for (const isTracked of [true, false]) {
    const until = after(isTracked ? deliverySeconds : noReturnSeconds);
    const content = { next_poll_at: isTracked ? after(pollSeconds) : until };
    const accept = (some: { id: string }[], besides: Row) =>
      tx.change(
        'letter',
        'letter.accepted_by_carrier',
        some
          .filter(({ id }) => tracked.has(id) === isTracked)
          .map(({ id }) => ({
            id,
            set: { state: 'accepted_by_carrier', ...accepted, deadline_at: until, ...besides },
            content,
          })),
      );
    await accept(inState('handed_over'), {});
    await accept(inState('lost'), { ended_at: null, reason_code: null });
  }
  // Its tracking was quicker than the carrier's count; or its piece was missing only after the count.
  const known = inState('accepted_by_carrier', 'delivered', 'returned', 'no_return_seen');
  await tx.change(
    'letter',
    'letter.acceptance_learned',
    known.map(({ id }) => ({ id, set: accepted })),
  );
  const back = new Set(inState('returned').map(({ id }) => id));
  await tx.change(
    'piece',
    'piece.returned',
    pieces.filter((p) => back.has(p.letter_id)).map(({ id }) => ({ id, set: { state: 'returned' } })),
  );
  // Their orders may have ended with them: they have an open letter again.
  await closeOrdersOf(
    tx,
    inState('lost').map(({ id }) => id),
  );
}

/** Of missing pieces one transaction takes this many: each tells of itself, its letter (twice), its postage and its case. */
export const FOUND_AT_ONCE = 90;

/**
 * Pieces that the carrier missed and holds after all: accepted at the hour of the find, their cases closed. Pieces that are no longer missing
 * are passed over.
 * @param reason why a person closes the case so; none when the carrier says it itself
 * @returns how many were missing until now
 */
export async function acceptFound(
  tx: LedgerTransaction,
  siteId: string,
  pieceIds: readonly string[],
  foundAt: Date,
  reason?: string,
): Promise<number> {
  const missing = await tx.sql<HeldPiece & ToldLetter & Row>(
    `select id, letter_id, copy, registered_number, account_id, mode from pli.pieces
     where id = any($1) and state = 'missing_at_deposit' order by id limit $2 for no key update`,
    [pieceIds, FOUND_AT_ONCE],
  );
  if (missing.length === 0) return 0;
  for (const piece of missing) tellLetter(tx, 'letter.found_by_carrier', piece);
  await acceptPieces(tx, missing, await siteProfileAt(tx.sql, siteId, tx.at), foundAt);
  await closePieceCases(
    tx,
    missing.map(({ id }) => id),
    'found_by_carrier',
    reason,
  );
  return missing.length;
}
