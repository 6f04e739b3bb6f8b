import type { LedgerTransaction, Row } from '../ledger.ts';
import { siteProfileAt } from '../site-profile.ts';

/** Why a piece is put aside: it was counted as dead, and its envelope turned up. */
const REAPPEARED = 'reappeared';

/** A copy that was counted as dead and whose envelope turned up. */
export interface Reappearing {
  id: string;
  /** What showed it: a scan, or what the inserter's camera read. */
  told: Row;
  /** The tray that its envelope fell into; left out when it lies in none, or in the one on record. */
  tray?: string;
}

/**
 * Dead copies (spoiled, voided) wait for a person again: diverted, and from now on they may only be spoiled. The tray on their record is not
 * sealed before that. The caller holds their lot's row.
 * @throws MailError `state_conflict` when one is not dead
 */
export async function reappear(tx: LedgerTransaction, siteId: string, copies: readonly Reappearing[]): Promise<void> {
  const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
  const set = {
    state: 'diverted',
    reason_code: REAPPEARED,
    reappeared_at: tx.at,
    deadline_at: new Date(tx.at.getTime() + deadlines.divertedSeconds * 1000),
  };
  const from = ['spoiled', 'voided'];
  for (const inTray of [true, false])
    await tx.change(
      'piece',
      'piece.reappeared',
      copies
        .filter(({ tray }) => (tray !== undefined) === inTray)
        .map(({ id, told, tray }) => ({ id, set: { ...set, ...(inTray && { tray_id: tray }) }, data: told })),
      { from },
    );
}
