import { pieceId } from '#contracts/ids';
import { newId } from '#contracts/new-id';
import { processes, processId, type LotInput } from '#contracts/processes';
import { lotKeyText, type LotKey } from '#domain/lot-key';
import { planDeposit } from '#domain/deposit-planning';
import { formatMark, type Mode } from '#domain/marks';
import type { LedgerTransaction, Row } from '../ledger.ts';
import { startWorkflow } from '../outbox.ts';
import { calendarsOf, siteProfileAt } from '../site-profile.ts';
import { takeSiteNumbers } from '../site-numbers.ts';
import { voidMarks } from './void-copies.ts';

/** Each next copy makes up to four events (letter, piece, refund, void number): more copies make a further lot. */
const COPIES_A_LOT = 110;

interface LotOfDead {
  id: string;
  site_id: string;
  site_code: string;
  mode: Mode;
  key: LotKey;
}

interface DeadPiece {
  letter_id: string;
  letter_state: string;
  copy: number;
  account_id: string;
  sheets: number;
  weight_mg: number;
  weight_band: number;
}

export interface ReprintLot {
  lotId: string;
  copies: number;
  /** True: more dead copies wait for their next one; call again in a new transaction. */
  more: boolean;
}

/**
 * Makes the next copies of a lot's spoiled and voided pieces, in a reprint lot of their own with its one residual tray, and starts it. What
 * the dead copies carried is taken back. Only letters whose newest copy is dead get one, so calling again changes nothing.
 * @returns undefined when no letter waits for a next copy
 */
export async function makeNextCopies(tx: LedgerTransaction, lotId: string): Promise<ReprintLot | undefined> {
  const lot = await lotOf(tx, lotId);
  const waiting = await deadPieces(tx, lotId);
  const dead = waiting.slice(0, COPIES_A_LOT);
  if (dead.length === 0) return undefined;
  await voidMarks(tx, dead);
  const reprint = await planLot(tx, lot, dead);
  const next = (of: readonly DeadPiece[], more: Row) =>
    of.map((p) => ({
      id: p.letter_id,
      set: { ...more, current_copy: p.copy + 1, registered_number: null, deadline_at: reprint.inProductionUntil },
    }));
  const inHand = dead.filter((piece) => piece.letter_state === 'in_production');
  await tx.change('letter', 'letter.next_copy', next(inHand, {}), { from: ['in_production'] });
  // A copy that the carrier refused and that is unusable: the letter is in our hands again.
  const back = dead.filter((piece) => piece.letter_state === 'handed_over');
  await tx.change(
    'letter',
    'letter.next_copy',
    next(back, { state: 'in_production', handed_over_at: null, deposit_number: null }),
  );
  return { lotId: reprint.id, copies: dead.length, more: waiting.length > dead.length };
}

async function lotOf({ sql }: LedgerTransaction, lotId: string): Promise<LotOfDead> {
  const [lot] = await sql<LotOfDead>(
    `select l.id, l.site_id, s.code as site_code, l.mode, l.key from pli.lots l join pli.sites s on s.id = l.site_id where l.id = $1`,
    [lotId],
  );
  if (lot === undefined) throw new Error(`no lot ${lotId} in this site`);
  return lot;
}

/** Dead pieces of the lot whose letter has no later copy, in the lot's order; their letters are locked. */
async function deadPieces({ sql }: LedgerTransaction, lotId: string): Promise<DeadPiece[]> {
  return sql<DeadPiece>(
    `select p.letter_id, l.state as letter_state, p.copy, p.account_id, p.sheets, p.weight_mg, p.weight_band
     from pli.pieces p join pli.letters l on l.id = p.letter_id
     where p.lot_id = $1 and p.state in ('spoiled', 'voided') and l.state in ('in_production', 'handed_over') and l.current_copy = p.copy
     order by p.position limit $2 for update of l`,
    [lotId, COPIES_A_LOT + 1],
  );
}

async function planLot(
  tx: LedgerTransaction,
  from: LotOfDead,
  dead: readonly DeadPiece[],
): Promise<{ id: string; inProductionUntil: Date }> {
  const { site_id, site_code, mode } = from;
  const profile = await siteProfileAt(tx.sql, site_id, tx.at);
  const { composeSeconds, printSeconds, insertSeconds, reconcileSeconds } = profile.deadlines;
  const plan = planDeposit(profile, calendarsOf(profile), tx.at);
  const assembledBy = new Date(tx.at.getTime() + composeSeconds * 1000);
  const inProductionUntil = new Date(plan.slotAt.getTime() + (printSeconds + insertSeconds + reconcileSeconds) * 1000);
  const id = newId('lot', tx.at);
  const trayId = newId('tray', tx.at);
  const number = await takeSiteNumbers(tx.sql, site_id, 'lot');
  const key: LotKey = { ...from.key, kind: 'reprint' };
  const common = { site_id, mode, state_since: tx.at, deadline_at: assembledBy, created_at: tx.at };
  await tx.create('lot', 'lot.planned', [
    {
      ...common,
      id,
      number,
      kind: 'reprint',
      key,
      key_text: lotKeyText(key),
      state: 'planned',
      pieces: dead.length,
      sheets: dead.reduce((sum, piece) => sum + piece.sheets, 0),
      planned_deposit_date: plan.j,
      reprint_of: from.id,
      needs_operator: false,
    },
  ]);
  await tx.create('tray', 'tray.planned', [
    {
      ...common,
      id: trayId,
      number: await takeSiteNumbers(tx.sql, site_id, 'tray'),
      lot_id: id,
      position: 1,
      kind: 'residual',
      product: key.product,
      carrier_contract: key.contract,
      state: 'open',
      pieces: dead.length,
    },
  ]);
  await tx.create(
    'piece',
    'piece.planned',
    dead.map((piece, index) => {
      const copy = piece.copy + 1;
      const position = index + 1;
      const { letter_id, account_id, sheets, weight_mg, weight_band } = piece;
      const window_code = formatMark({ kind: 'window', site: site_code, lot: number, piece: position, copy });
      const own = { letter_id, account_id, copy, position, sheets, weight_mg, weight_band, window_code };
      return { ...common, ...own, id: pieceId(letter_id, copy), lot_id: id, tray_id: trayId, state: 'planned' };
    }),
  );
  const input: LotInput = { siteId: site_id, lotId: id };
  const summary = `Lot ${number} of ${site_code}: ${dead.length} next copies`;
  await startWorkflow(
    tx.sql,
    { siteId: site_id, process: processes.lot, workflowId: processId.lot(id), input: { ...input, mode, summary } },
    tx.at,
  );
  return { id, inProductionUntil };
}
