import { pieceId } from '#contracts/ids';
import { newId } from '#contracts/new-id';
import { planDeposit, type DepositPlan, type SiteCalendars } from '#domain/deposit-planning';
import type { LotKey } from '#domain/lot-key';
import { formatMark } from '#domain/marks';
import type { PlannedLot } from '#domain/planning';
import type { SiteProfile } from '#domain/profiles';
import type { LedgerTransaction } from '#database/ledger';
import { takeSiteNumbers } from '#database/site-numbers';
import type { Records } from '../records.ts';
import { startLot, lotToFinish } from './finish-lots.ts';
import type { PooledLetter } from '#database/production/pool-entries';

/** Two events a piece (its letter's and its own) beside the lot's and its trays': so many keep a transaction under 500. */
const PIECES_AT_ONCE = 230;

interface Piece {
  letter: PooledLetter;
  position: number;
  tray: number;
}

/**
 * Plans one lot: its row and number, its trays, its pieces, and the letters leave the pool. A large lot takes several transactions; each
 * leaves a lot that is whole with the pieces it has so far, and the last one has it started.
 * @throws MailError `state_conflict` when a letter has left the pool meanwhile: plan anew
 */
export async function planLot(
  records: Records,
  siteId: string,
  lot: PlannedLot,
  letters: ReadonlyMap<string, PooledLetter>,
  profile: SiteProfile,
  calendars: SiteCalendars,
): Promise<void> {
  const pieces = lot.pieces.map(({ letterId, piece, tray }): Piece => ({
    letter: letters.get(letterId) as PooledLetter,
    position: piece,
    tray,
  }));
  let lotId: string | undefined;
  for (let from = 0; from < pieces.length; from += PIECES_AT_ONCE) {
    const chunk = pieces.slice(from, from + PIECES_AT_ONCE);
    const last = from + PIECES_AT_ONCE >= pieces.length;
    lotId = await records.write(siteId, async (tx) => {
      const plan = depositOf(pieces, profile, calendars, tx.at);
      const made =
        lotId === undefined ? await createLot(tx, siteId, chunk, plan, profile) : await enlargeLot(tx, lotId, chunk);
      // Somebody has started it as it was: what is left goes into lots of its own.
      if (made === undefined) return undefined;
      await addPieces(tx, siteId, made, chunk, plan, profile);
      if (last) await startLot(tx, siteId, made.id);
      return made.id;
    });
    if (lotId === undefined) return;
  }
}

/** The deposit a lot is for: the one its most urgent letter was promised, as long as it has not left; else the next. */
function depositOf(pieces: readonly Piece[], profile: SiteProfile, calendars: SiteCalendars, now: Date): DepositPlan {
  const urgent = Math.min(...pieces.map(({ letter }) => letter.deadlineAt.getTime()));
  const sendDate = pieces[0]?.letter.sendDate;
  const promised = planDeposit(profile, calendars, new Date(Math.min(urgent - 1, now.getTime())), sendDate);
  return promised.slotAt > now ? promised : planDeposit(profile, calendars, now, sendDate);
}

interface MadeLot {
  id: string;
  number: number;
  code: string;
  mode: string;
  key: LotKey;
}

const later = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);
const latest = (...instants: Date[]): Date => new Date(Math.max(...instants.map((at) => at.getTime())));

async function createLot(
  tx: LedgerTransaction,
  siteId: string,
  chunk: readonly Piece[],
  plan: DepositPlan,
  profile: SiteProfile,
): Promise<MadeLot> {
  const { key, keyText, mode } = (chunk[0] as Piece).letter;
  const [site] = await tx.sql<{ code: string }>(`select code from pli.sites where id = $1`, [siteId]);
  const made: MadeLot = {
    id: newId('lot', tx.at),
    number: await takeSiteNumbers(tx.sql, siteId, 'lot'),
    code: site?.code ?? '',
    mode,
    key,
  };
  await tx.create('lot', 'lot.planned', [
    {
      id: made.id,
      site_id: siteId,
      mode,
      number: made.number,
      kind: key.kind,
      key,
      key_text: keyText,
      state: 'planned',
      state_since: tx.at,
      deadline_at: later(tx.at, profile.deadlines.composeSeconds),
      pieces: chunk.length,
      sheets: sheetsOf(chunk),
      planned_deposit_date: plan.j,
      needs_operator: false,
      created_at: tx.at,
    },
  ]);
  return made;
}

/** Counts further pieces into a lot that nobody has started. */
async function enlargeLot(tx: LedgerTransaction, lotId: string, chunk: readonly Piece[]): Promise<MadeLot | undefined> {
  const lot = await lotToFinish(tx.sql, lotId);
  if (lot === undefined) return undefined;
  const set = { pieces: lot.pieces + chunk.length, sheets: lot.sheets + sheetsOf(chunk) };
  await tx.change('lot', 'lot.enlarged', [{ id: lotId, set }]);
  return lot;
}

async function addPieces(
  tx: LedgerTransaction,
  siteId: string,
  lot: MadeLot,
  chunk: readonly Piece[],
  plan: DepositPlan,
  profile: SiteProfile,
): Promise<void> {
  const { printSeconds, insertSeconds, reconcileSeconds } = profile.deadlines;
  const inProductionUntil = later(latest(plan.slotAt, tx.at), printSeconds + insertSeconds + reconcileSeconds);
  await tx.change(
    'letter',
    'letter.in_production',
    chunk.map(({ letter }) => ({
      id: letter.letterId,
      set: { state: 'in_production', current_copy: letter.copy, deadline_at: inProductionUntil },
    })),
    { from: ['pooled'] },
  );
  const trays = await traysFor(tx, siteId, lot, chunk, inProductionUntil);
  const printedBy = latest(plan.latestPrintAt, later(tx.at, profile.deadlines.composeSeconds + printSeconds));
  await tx.create(
    'piece',
    'piece.planned',
    chunk.map(({ letter, position, tray }) => ({
      id: pieceId(letter.letterId, letter.copy),
      letter_id: letter.letterId,
      copy: letter.copy,
      account_id: letter.accountId,
      site_id: siteId,
      mode: lot.mode,
      lot_id: lot.id,
      position,
      state: 'planned',
      state_since: tx.at,
      deadline_at: printedBy,
      sheets: letter.sheets,
      weight_mg: letter.weightMg,
      weight_band: letter.bandLimit,
      window_code: formatMark({ kind: 'window', site: lot.code, lot: lot.number, piece: position, copy: letter.copy }),
      tray_id: trays.get(tray),
      created_at: tx.at,
    })),
  );
}

/** The trays of these pieces, open; one that an earlier transaction began is counted on. Ids by position in the lot. */
async function traysFor(
  tx: LedgerTransaction,
  siteId: string,
  lot: MadeLot,
  chunk: readonly Piece[],
  deadline: Date,
): Promise<Map<number, string>> {
  const count = new Map<number, number>();
  for (const { tray } of chunk) count.set(tray, (count.get(tray) ?? 0) + 1);
  const known = await tx.sql<{ id: string; position: number; pieces: number }>(
    `select id, position, pieces from pli.trays where lot_id = $1 for update`,
    [lot.id],
  );
  const begun = known.filter(({ position }) => count.has(position));
  await tx.change(
    'tray',
    'tray.enlarged',
    begun.map(({ id, position, pieces }) => ({ id, set: { pieces: pieces + (count.get(position) ?? 0) } })),
  );
  const ids = new Map(begun.map(({ id, position }) => [position, id]));
  const fresh = [...count.keys()].filter((position) => !ids.has(position));
  const first = fresh.length === 0 ? 0 : await takeSiteNumbers(tx.sql, siteId, 'tray', fresh.length);
  const rows = fresh.map((position, i) => ({
    id: newId('tray', tx.at),
    site_id: siteId,
    mode: lot.mode,
    number: first + i,
    lot_id: lot.id,
    position,
    kind: 'sorted',
    product: lot.key.product,
    carrier_contract: lot.key.contract,
    state: 'open',
    state_since: tx.at,
    deadline_at: deadline,
    pieces: count.get(position),
    created_at: tx.at,
  }));
  await tx.create('tray', 'tray.planned', rows);
  for (const { id, position } of rows) ids.set(position, id);
  return ids;
}

const sheetsOf = (chunk: readonly Piece[]): number => chunk.reduce((sum, { letter }) => sum + letter.sheets, 0);
