import { MailError } from '#domain/mail-error';
import type { LedgerTransaction } from '../ledger.ts';
import { siteProfileAt } from '../site-profile.ts';
import { depositForTray, type TrayToDeposit } from './deposit-for-tray.ts';

/** Pieces, each with its letter when that gets a new date, told of in one transaction beside tray and deposit: the ledger takes 500 events. */
const PIECES_AT_ONCE = 240;

export interface SealedTray {
  trayId: string;
  /** False: the tray is so full that the rest needs further calls, each in a transaction of its own. */
  sealed: boolean;
  pieces: number;
  /** Null for a tray that stayed empty. */
  depositId: string | null;
}

interface OpenTray extends TrayToDeposit {
  id: string;
  number: string;
  state: string;
  pieces: number;
  deposit_id: string | null;
}

/**
 * Seals a tray, by its lot or by an operator, and puts it into the site's next deposit of its carrier contract. From then on
 * nothing goes in or out unless a person breaks the seal. Sealing a sealed tray changes nothing. A tray into which nothing came goes back and is settled at once.
 * @throws MailError `tray_unknown` · `tray_not_complete` while a piece that belongs into it is still to come · `tray_holds_unmarked`
 */
export async function sealTray(tx: LedgerTransaction, trayId: string): Promise<SealedTray> {
  const tray = await lockTray(tx, trayId);
  if (tray.state !== 'open') return { trayId, sealed: true, pieces: tray.pieces, depositId: tray.deposit_id };
  const { coming, inside } = await contents(tx, tray);
  if (coming > 0)
    throw new MailError(
      'tray_not_complete',
      `${coming === 1 ? 'One piece' : `${coming} pieces`} of tray ${tray.number} still to come or to be resolved: see to that, then seal it.`,
    );
  if (inside.length === 0) {
    await tx.change('tray', 'tray.left_empty', [
      { id: trayId, set: { state: 'settled', pieces: 0, seal_broken_at: null, deadline_at: null } },
    ]);
    return { trayId, sealed: true, pieces: 0, depositId: null };
  }
  return fill(tx, tray, inside);
}

async function fill(tx: LedgerTransaction, tray: OpenTray, inside: Inside[]): Promise<SealedTray> {
  const deposit = await depositForTray(tx, tray);
  const { deadlines } = await siteProfileAt(tx.sql, tray.site_id, tx.at);
  const leavesBy = new Date(deposit.slotAt.getTime() + deadlines.acknowledgementSeconds * 1000);
  const outside = inside.filter((piece) => piece.deposit_id !== deposit.id);
  const some = outside.slice(0, PIECES_AT_ONCE);
  const set = { deposit_id: deposit.id, deadline_at: leavesBy };
  await tx.change(
    'piece',
    'piece.put_into_deposit',
    some.map(({ id }) => ({ id, set })),
    { from: ['trayed'] },
  );
  // A tray that missed its slot: its letters are told their new date.
  const late = some.filter(({ letter_due }) => letter_due !== null && letter_due < leavesBy);
  await tx.change(
    'letter',
    'letter.deadline_moved',
    late.map(({ letter_id }) => ({ id: letter_id, set: { deadline_at: leavesBy } })),
  );
  const sealed = outside.length <= PIECES_AT_ONCE;
  if (sealed)
    await tx.change('tray', 'tray.sealed', [
      {
        id: tray.id,
        set: {
          state: 'sealed',
          pieces: inside.length,
          deposit_id: deposit.id,
          sealed_at: tx.at,
          seal_broken_at: null,
          deadline_at: leavesBy,
        },
      },
    ]);
  return { trayId: tray.id, sealed, pieces: inside.length, depositId: deposit.id };
}

interface Inside {
  id: string;
  letter_id: string;
  letter_due: Date | null;
  deposit_id: string | null;
}

/**
 * The pieces in the tray, and how many that were planned for it may still come. A dead copy that reappeared counts among these until a person
 * spoils it: its envelope may lie in this very tray.
 */
async function contents({ sql }: LedgerTransaction, tray: OpenTray): Promise<{ coming: number; inside: Inside[] }> {
  const pieces = await sql<Inside & { state: string; unmarked: boolean }>(
    `select p.id, p.letter_id, l.deadline_at as letter_due, p.deposit_id, p.state,
            p.franked_at is null and lot.key->>'franking' <> 'carrier' or p.registered_number is not null and p.coupon_at is null as unmarked
     from pli.pieces p join pli.letters l on l.id = p.letter_id join pli.lots lot on lot.id = p.lot_id
     where p.tray_id = $1 and p.state not in ('spoiled', 'voided') order by p.id for no key update of p`,
    [tray.id],
  );
  const inside = pieces.filter((piece) => piece.state === 'trayed');
  const unmarked = inside.filter((piece) => piece.unmarked).length;
  if (unmarked > 0)
    throw new MailError(
      'tray_holds_unmarked',
      `Without a franking mark or a coupon on record: ${unmarked === 1 ? 'one piece' : `${unmarked} pieces`} of tray ${tray.number}. Check, then seal it.`,
    );
  return { inside, coming: pieces.length - inside.length };
}

async function lockTray({ sql }: LedgerTransaction, trayId: string): Promise<OpenTray> {
  const [tray] = await sql<OpenTray>(
    `select t.id, t.site_id, s.code as site_code, t.mode, t.number, t.state, t.pieces, t.deposit_id, t.carrier_contract,
            coalesce(t.planned_deposit_date, l.planned_deposit_date) as planned_deposit_date
     from pli.trays t join pli.sites s on s.id = t.site_id left join pli.lots l on l.id = t.lot_id where t.id = $1 for no key update of t`,
    [trayId],
  );
  if (tray === undefined) throw new MailError('tray_unknown', `This site has no tray ${trayId}.`);
  return tray;
}
