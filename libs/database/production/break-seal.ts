import type { DepositState, TrayState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import type { LedgerTransaction } from '../ledger.ts';
import { siteProfileAt } from '../site-profile.ts';

interface SealedTray {
  id: string;
  site_id: string;
  number: number;
  state: TrayState;
  deposit_id: string | null;
}

/**
 * Breaks the seal of a tray whose deposit still takes trays: it is open again and out of the deposit until it is sealed anew, and its
 * pieces follow it (their own `deposit_id` is written when a tray is sealed, and counts only in a sealed one). A tray that is open is
 * left as it is. The deposit's row is locked before its state is read, as by whoever closes it: of the two exactly one wins.
 *
 * Rows are locked lot, tray, deposit, piece, letter: call it before a piece or a letter is locked.
 * @param reason a code, told by the ledger
 * @returns whether a seal was broken
 * @throws MailError `tray_unknown` · `tray_left` when its deposit has closed or it has left
 */
export async function breakSeal(tx: LedgerTransaction, trayId: string, reason: string): Promise<boolean> {
  const tray = await lockTray(tx, trayId);
  if (tray.state === 'open') return false;
  if (tray.state !== 'sealed' || !(await stillTakesTrays(tx, tray))) throw trayLeft(tray.number);
  const { deadlines } = await siteProfileAt(tx.sql, tray.site_id, tx.at);
  const set = {
    state: 'open',
    deposit_id: null,
    sealed_at: null,
    seal_broken_at: tx.at,
    deadline_at: new Date(tx.at.getTime() + deadlines.divertedSeconds * 1000),
  };
  await tx.change('tray', 'tray.seal_broken', [{ id: tray.id, set, data: { reason, out_of: tray.deposit_id } }], {
    from: ['sealed'],
  });
  return true;
}

/** Breaks the seal as `breakSeal` does, unless the tray's deposit has closed or it has left: then it stays as it is. */
export async function breakSealUnlessLeft(tx: LedgerTransaction, trayId: string, reason: string): Promise<void> {
  try {
    await breakSeal(tx, trayId, reason);
  } catch (error) {
    if (!(error instanceof MailError) || error.code !== 'tray_left') throw error;
  }
}

async function lockTray({ sql }: LedgerTransaction, trayId: string): Promise<SealedTray> {
  const [tray] = await sql<SealedTray>(
    `select id, site_id, number, state, deposit_id from pli.trays where id = $1 for no key update`,
    [trayId],
  );
  if (tray === undefined) throw new MailError('tray_unknown', `This site has no tray ${trayId}.`);
  return tray;
}

/** Asked first without the lock: a deposit that has closed never takes trays again, and its process locks it before its trays. */
async function stillTakesTrays({ sql }: LedgerTransaction, { deposit_id }: SealedTray): Promise<boolean> {
  for (const lock of ['', 'for no key update']) {
    const [deposit] = await sql<{ state: DepositState }>(`select state from pli.deposits where id = $1 ${lock}`, [
      deposit_id,
    ]);
    if (deposit?.state !== 'planned') return false;
  }
  return true;
}

const trayLeft = (number: number): MailError =>
  new MailError(
    'tray_left',
    `Tray ${number} leaves with the truck: its deposit is closed and counted, and nothing can be taken out of it. What is held back all the same will be missing at the deposit; trayed again or spoiled it is then.`,
  );
