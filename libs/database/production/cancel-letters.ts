import { processId } from '#contracts/processes';
import {
  judgeCancellation,
  type CancellationRefusal,
  type CancellationStage,
  type CancelledCopy,
} from '#domain/cancellation';
import { MailError } from '#domain/mail-error';
import { closeOrdersOf } from '../close-orders.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import type { Sql } from '../scope.ts';
import { siteProfileAt } from '../site-profile.ts';
import { breakSealUnlessLeft } from './break-seal.ts';
import { hasMoved, lettersSeen, stageOf, type LetterSeen, type Sender } from './letters-to-cancel.ts';
import { voidMarks } from './void-copies.ts';

/** A letter makes up to four events (letter, piece, refund, void number), beside those of its tray and order: the ledger takes 500 at once. */
export const CANCELLED_AT_ONCE = 100;

/** Why a piece is put aside or voided: its letter is cancelled. */
export const LETTER_CANCELLED = 'letter_cancelled';

/** What asking to cancel a letter brought: what becomes of its copy, or why not. */
export interface CancelAnswer {
  letterId: string;
  position: number;
  copy: CancelledCopy | null;
  refused: CancellationRefusal | null;
}

interface Decision {
  letter: LetterSeen;
  stage: CancellationStage;
  verdict: ReturnType<typeof judgeCancellation>;
}
type Allowed = Decision & { verdict: { copy: CancelledCopy } };

/**
 * Cancels letters of one sender, each by its stage and contract; every refusal is told to the account's stream. Asking again for a cancelled
 * letter changes nothing. To be run in the scope of the letters' site.
 *
 * Rows are locked order, lot, tray, deposit, piece, letter, and looked at again under the locks: pooling, lot forming, assembly, settling and
 * the closing of the deposit each either come before and are seen, or find the letter cancelled.
 * @param ids at most `CANCELLED_AT_ONCE`; those that are not a submitted letter of this sender are left out of the answer
 * @throws MailError `letter_moves_on` (later): it moved while the locks were taken; ask again
 */
export async function cancelLetters(
  tx: LedgerTransaction,
  sender: Sender,
  ids: readonly string[],
): Promise<CancelAnswer[]> {
  const before = await lettersSeen(tx.sql, sender, ids);
  await lockAround(tx, before.filter(isAllowed));
  const known = new Map(before.map((letter) => [letter.id, letter]));
  const decisions = (await lettersSeen(tx.sql, sender, ids)).map(decide);
  for (const { letter, stage, verdict } of decisions)
    if ('copy' in verdict && (hasMoved(known.get(letter.id), letter) || stage === 'in_sealed_tray'))
      throw new MailError('letter_moves_on', 'The letter moves on at this very moment. Ask again.', 'later');

  const cancelled = decisions.filter((d): d is Allowed => 'copy' in d.verdict);
  await cancelAll(tx, cancelled);
  refuseAll(tx, sender, decisions);
  return decisions.map(({ letter, verdict }) => ({
    letterId: letter.id,
    position: letter.position,
    copy: 'copy' in verdict ? verdict.copy : null,
    refused: 'refused' in verdict && letter.state !== 'cancelled' ? verdict.refused : null,
  }));
}

function decide(letter: LetterSeen): Decision {
  const stage = stageOf(letter);
  return { letter, stage, verdict: judgeCancellation(stage, letter.terms) };
}

const isAllowed = (letter: LetterSeen): boolean => 'copy' in decide(letter).verdict;

/** Takes every lock in the order of the house, and breaks the seals that are in the way. A letter that may not be cancelled is not waited for. */
async function lockAround(tx: LedgerTransaction, letters: readonly LetterSeen[]): Promise<void> {
  const { sql } = tx;
  const of = (column: 'order_id' | 'lot_id' | 'tray_id' | 'piece_id', which: (letter: LetterSeen) => boolean) =>
    [...new Set(letters.filter(which).flatMap((letter) => letter[column] ?? []))].sort();
  await lock(
    sql,
    'orders',
    of('order_id', () => true),
  );
  // Held until the end: assembly counts its copies under this lock, and lot forming adds to the lot under it.
  await lock(
    sql,
    'lots',
    of('lot_id', (letter) => letter.lot_state === 'planned'),
  );
  const inTray = (letter: LetterSeen) => letter.piece_state === 'inserted' || letter.piece_state === 'trayed';
  await lock(sql, 'trays', of('tray_id', inTray));
  // One whose deposit has closed meanwhile stays sealed: the second look tells.
  for (const tray of of('tray_id', (letter) => stageOf(letter) === 'in_sealed_tray'))
    await breakSealUnlessLeft(tx, tray, LETTER_CANCELLED);
  await lock(
    sql,
    'pieces',
    of('piece_id', () => true),
  );
  await lock(
    sql,
    'letters',
    letters.map(({ id }) => id),
  );
}

async function lock(sql: Sql, table: 'orders' | 'lots' | 'trays' | 'pieces' | 'letters', ids: string[]): Promise<void> {
  if (ids.length > 0) await sql(`select from pli.${table} where id = any($1) order by id for no key update`, [ids]);
}

async function cancelAll(tx: LedgerTransaction, cancelled: readonly Allowed[]): Promise<void> {
  const first = cancelled[0];
  if (first === undefined) return;
  const of = (copy: CancelledCopy) => cancelled.filter(({ verdict }) => verdict.copy === copy);
  const pieces = (some: readonly Allowed[], set: object) =>
    some.flatMap(({ letter }) => (letter.piece_id === null ? [] : [{ id: letter.piece_id, set: { ...set } }]));
  // What an order that is being taken in has not accepted yet enters the ledger whole, and is cancelled then.
  await tx.change(
    'letter',
    'letter.accepted',
    cancelled
      .filter(({ letter }) => letter.state === 'draft')
      .map(({ letter }) => ({ id: letter.id, set: { state: 'accepted' } })),
    { whole: true },
  );
  const ended = { state: 'cancelled', reason_code: 'cancelled_by_customer', deadline_at: null, ended_at: tx.at };
  await tx.change(
    'letter',
    'letter.cancelled',
    cancelled.map(({ letter, stage, verdict }) => ({
      id: letter.id,
      set: { ...ended, registered_number: null },
      data: { stage, copy: verdict.copy },
    })),
  );
  // Not in the print file, and so without a mark: what it had been given is refunded and void.
  const voided = { state: 'voided', reason_code: LETTER_CANCELLED, deadline_at: null, counter_id: null, mark: null };
  await tx.change('piece', 'piece.voided', pieces(of('voided'), { ...voided, mark_date: null }), { from: ['planned'] });
  const { deadlines } = await siteProfileAt(tx.sql, first.letter.site_id, tx.at);
  const checkedBy = new Date(tx.at.getTime() + deadlines.divertedSeconds * 1000);
  const aside = { state: 'diverted', reason_code: LETTER_CANCELLED, deadline_at: checkedBy, deposit_id: null };
  await tx.change('piece', 'piece.diverted', pieces(of('put_aside'), aside), { from: ['inserted', 'trayed'] });
  const dead = [...of('voided'), ...of('none')].filter(({ letter }) => letter.piece_id !== null);
  await voidMarks(
    tx,
    dead.map(({ letter }) => ({ letter_id: letter.id, copy: letter.copy })),
  );
  await closeOrdersOf(
    tx,
    cancelled.map(({ letter }) => letter.id),
  );
  for (const lotId of new Set(cancelled.flatMap(({ letter }) => letter.lot_id ?? [])))
    await nudgeWorkflow(tx.sql, first.letter.site_id, processId.lot(lotId), tx.at);
}

function refuseAll(tx: LedgerTransaction, sender: Sender, decisions: readonly Decision[]): void {
  for (const { letter, stage, verdict } of decisions)
    if ('refused' in verdict && letter.state !== 'cancelled')
      tx.tell(`account/${sender.account}/${sender.mode}`, 'letter', letter.id, 'letter.cancellation_refused', {
        reason: verdict.refused,
        stage,
      });
}
