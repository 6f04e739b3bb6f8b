import { newId } from '#contracts/new-id';
import { processId } from '#contracts/processes';
import { decisionsOf, type CaseKind, type CaseOutcome } from '#domain/cases';
import { MailError } from '#domain/mail-error';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import { siteProfileAt } from '../site-profile.ts';
import { acceptFound } from './accept-pieces.ts';
import { checkCarriersHour } from './check-slip.ts';
import { closeCases } from './close-cases.ts';
import { loseLetters } from './lose-letters.ts';
import { tellLetter, type ToldLetter } from './tell-letter.ts';

/** What a person decides about a case. `foundAt`: the carrier's hour; now unless told. `pieceId`: the piece that a count lacks. */
export type CaseDecision =
  | { outcome: 'lost' | 'explained' }
  | { outcome: 'found_by_carrier'; foundAt?: Date }
  | { outcome: 'named_missing'; pieceId: string };

interface DecidedCase {
  id: string;
  site_id: string;
  mode: string;
  kind: CaseKind;
  state: 'open' | 'closed';
  deposit_id: string;
  piece_id: string | null;
  product: string | null;
  band: number | null;
  difference: number | null;
}

/**
 * Closes a case by a person's decision, with its reason. Naming the piece that a count lacks opens a case for that piece, missing from now on;
 * the count's own closes with the last piece it lacks.
 * @throws MailError `case_unknown` · `case_closed` · `outcome_not_possible` · `piece_not_in_count` · `piece_named_already` ·
 * `acceptance_out_of_time`
 */
export async function decideCase(
  tx: LedgerTransaction,
  caseId: string,
  decision: CaseDecision,
  reason: string,
): Promise<void> {
  const [decided] = await tx.sql<DecidedCase & Record<string, unknown>>(
    `select id, site_id, mode, kind, state, deposit_id, piece_id, product, band, difference from pli.cases where id = $1`,
    [caseId],
  );
  if (decided === undefined) throw new MailError('case_unknown', `This site has no case ${caseId}.`);
  if (decided.state === 'closed') throw closedAlready();
  const possible: readonly CaseOutcome[] = decisionsOf[decided.kind];
  if (!possible.includes(decision.outcome)) throw notPossible(decided);
  if (decision.outcome === 'named_missing') await nameMissing(tx, decided, decision.pieceId, reason);
  else if (decision.outcome === 'found_by_carrier') await found(tx, decided, decision.foundAt ?? tx.at, reason);
  else {
    if (decision.outcome === 'lost') await loseLetters(tx, await letterOf(tx, decided));
    if ((await closeCases(tx, [caseId], decision.outcome, reason)).length === 0) throw closedAlready();
  }
}

async function found(tx: LedgerTransaction, decided: DecidedCase, at: Date, reason: string) {
  const { site_id, piece_id, deposit_id } = decided;
  const [deposit] = await tx.sql<{ left_at: Date }>(`select left_at from pli.deposits where id = $1`, [deposit_id]);
  if (deposit !== undefined) checkCarriersHour(at, deposit.left_at, tx.at);
  if ((await acceptFound(tx, site_id, piece_id === null ? [] : [piece_id], at, reason)) === 0) throw closedAlready();
}

/** The letter of a piece that is still missing; its row is locked before the letter's. */
async function letterOf({ sql }: LedgerTransaction, { piece_id }: DecidedCase): Promise<string[]> {
  const [piece] = await sql<{ letter_id: string }>(
    `select letter_id from pli.pieces where id = $1 and state = 'missing_at_deposit' for no key update`,
    [piece_id],
  );
  if (piece === undefined) throw closedAlready();
  return [piece.letter_id];
}

/** A silent piece was accepted with the rest; it is taken back out of the count: missing, its postage not debited. */
async function nameMissing(tx: LedgerTransaction, count: DecidedCase, pieceId: string, reason: string): Promise<void> {
  if ((count.difference ?? 0) >= 0)
    throw new MailError(
      'outcome_not_possible',
      'The carrier counted more than the slip declares: no piece is missing. Say why the counts differ (explained).',
    );
  const [deposit] = await tx.sql<{ pieces_accepted: number }>(
    `select pieces_accepted from pli.deposits where id = $1 for no key update`,
    [count.deposit_id],
  );
  // Under the deposit's lock, for the same may be named twice at once.
  const [own] = await tx.sql<{ of_case: string | null }>(
    `select of_case from pli.cases where deposit_id = $1 and piece_id = $2 and kind = 'missing_at_deposit'`,
    [count.deposit_id, pieceId],
  );
  if (own !== undefined)
    throw new MailError(
      'piece_named_already',
      own.of_case === count.id
        ? `Piece ${pieceId} is named already for this count, and has a case of its own. Name another, or say why the counts differ (explained).`
        : `Piece ${pieceId} is named already: a case of its own says that it was missing in this deposit. Name another, or say why the counts differ (explained).`,
    );
  const [piece] = await tx.sql<ToldLetter & Record<string, unknown>>(
    `select p.letter_id, p.copy, p.account_id, p.mode from pli.pieces p join pli.trays t on t.id = p.tray_id
     where p.id = $1 and p.deposit_id = $2 and p.state = 'accepted' and t.product = $3 and p.weight_band = $4 for no key update of p`,
    [pieceId, count.deposit_id, count.product, count.band],
  );
  if (deposit === undefined || piece === undefined)
    throw new MailError(
      'piece_not_in_count',
      `Piece ${pieceId} is not an accepted piece of this deposit in product ${count.product}, band ${count.band} g. Name one that is.`,
    );
  const { deadlines } = await siteProfileAt(tx.sql, count.site_id, tx.at);
  const deadline_at = new Date(tx.at.getTime() + deadlines.differenceCaseSeconds * 1000);
  await tx.change('piece', 'piece.missing_at_deposit', [
    { id: pieceId, set: { state: 'missing_at_deposit', deadline_at, reason_code: reason } },
  ]);
  const postage = await tx.sql<{ id: string }>(
    `select id from pli.postage_entries where letter_id = $1 and copy = $2 and state = 'debited'`,
    [piece.letter_id, piece.copy],
  );
  await tx.change(
    'postage_entry',
    'postage.debit_undone',
    postage.map(({ id }) => ({ id, set: { state: 'marked', debited_at: null } })),
  );
  await tx.change('deposit', 'deposit.piece_not_counted', [
    { id: count.deposit_id, set: { pieces_accepted: deposit.pieces_accepted - 1 } },
  ]);
  tellLetter(tx, 'letter.missing_at_deposit', piece);
  await openCaseOf(tx, count, { ...piece, id: pieceId }, deadline_at);
  const [named] = await tx.sql<{ n: number }>(`select count(*)::int as n from pli.cases where of_case = $1`, [
    count.id,
  ]);
  if (named !== undefined && named.n >= -(count.difference ?? 0))
    await closeCases(tx, [count.id], 'named_missing', reason);
  // The process has one more case to wait for.
  await nudgeWorkflow(tx.sql, count.site_id, processId.deposit(count.deposit_id), tx.at);
}

async function openCaseOf(
  tx: LedgerTransaction,
  count: DecidedCase,
  piece: ToldLetter & { id: string },
  deadline_at: Date,
): Promise<void> {
  const { site_id, mode, deposit_id, product, band } = count;
  await tx.create('case', 'case.opened', [
    {
      id: newId('case', tx.at),
      site_id,
      mode,
      account_id: piece.account_id,
      kind: 'missing_at_deposit',
      deposit_id,
      piece_id: piece.id,
      product,
      band,
      of_case: count.id,
      state: 'open',
      deadline_at,
      created_at: tx.at,
    },
  ]);
}

function closedAlready(): MailError {
  return new MailError('case_closed', 'This case is closed already. Read it to see how.', 'never');
}

function notPossible({ kind, difference }: DecidedCase): MailError {
  const possible = decisionsOf[kind].filter((outcome) => outcome !== 'named_missing' || (difference ?? 0) < 0);
  return new MailError(
    'outcome_not_possible',
    possible.length === 0
      ? 'A refused envelope is in our hands: scan it into a tray, or spoil it. Its case closes with that.'
      : `A case of the kind ${kind} ends ${possible.join(' or ')}.`,
    'never',
  );
}
