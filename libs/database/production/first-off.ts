import { newId } from '#contracts/new-id';
import { canBeFirstOff, type FirstOffCheck } from '#domain/first-off';
import type { LotState, PieceState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { recordFacts } from '../facts.ts';
import type { LedgerTransaction } from '../ledger.ts';

/**
 * Signs the first-off of a lot: which envelope a person looked at, and what was not in order.
 * @param report names the signature for ever: told twice, signed once
 * @returns whether it was new
 * @throws MailError `first_off_of_other_lot` · `first_off_not_possible`
 */
export async function signFirstOff(
  tx: LedgerTransaction,
  lotId: string,
  pieceId: string,
  signed: { failedChecks: readonly FirstOffCheck[]; by: string; report: string },
): Promise<boolean> {
  const [lot] = await tx.sql<{ site_id: string; mode: string; number: number; state: LotState }>(
    `select site_id, mode, number, state from pli.lots where id = $1 for no key update`,
    [lotId],
  );
  const [piece] = await tx.sql<{ lot_id: string; state: PieceState }>(
    `select lot_id, state from pli.pieces where id = $1`,
    [pieceId],
  );
  if (lot === undefined || piece?.lot_id !== lotId)
    throw new MailError(
      'first_off_of_other_lot',
      `This envelope is not of lot ${lot?.number ?? '?'}. Take the first closed envelope of the lot.`,
    );
  if (!canBeFirstOff(lot.state, piece.state))
    throw new MailError(
      'first_off_not_possible',
      `Lot ${lot.number} is ${lot.state} and this piece ${piece.state.replaceAll('_', ' ')}: there is no closed envelope of it to look at here.`,
    );
  const fact = { siteId: lot.site_id, source: 'operator', sourceId: `${lotId}/first-off/${signed.report}` };
  const data = { piece: pieceId, failedChecks: signed.failedChecks };
  const known = { kind: 'lot.first_off', subjectId: lotId, data, at: tx.at, recordedAt: tx.at };
  if ((await recordFacts(tx.sql, [{ ...fact, ...known }])).size === 0) return false;
  const passed = signed.failedChecks.length === 0;
  await tx.create('first_off', passed ? 'first_off.passed' : 'first_off.failed', [
    {
      id: newId('first_off', tx.at),
      site_id: lot.site_id,
      mode: lot.mode,
      lot_id: lotId,
      piece_id: pieceId,
      passed,
      failed_checks: signed.failedChecks,
      signed_by: signed.by,
      signed_at: tx.at,
    },
  ]);
  return true;
}

/**
 * The condition that the last first-off of lot `l` is `missing` or `failed`: of lots on the inserter or behind it, for the first closed envelope
 * is there to look at.
 * @param asked the parameter that says which
 */
export const firstOffIs = (asked: string): string =>
  `l.state in ('inserting', 'reconciling') and coalesce(
     (select case when f.passed then 'passed' else 'failed' end from pli.first_offs f where f.lot_id = l.id order by f.id desc limit 1),
     'missing') = ${asked}`;
