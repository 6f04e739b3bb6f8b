import { pieceStates } from '#domain/life-cycles';
import { settlePieces, type SettledPiece } from '#domain/settlement';
import type { LedgerTransaction } from '#database/ledger';
import { LETTER_CANCELLED } from '#database/production/cancel-letters';
import { siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';
import { inserterWord } from './insert-facts.ts';
import { bringBackDead, DEAD_AT_ONCE } from './bring-back-dead.ts';
import { lotRow } from './lot-row.ts';
import { floorPieces, type FloorPiece } from './sheet-codes.ts';

/** A good copy makes two events (inserted, in its tray): the ledger takes 500 at once. */
const PIECES_AT_ONCE = 220;

/** How far the lot's copies are settled, as the records know. */
export interface SettleStatus {
  /** The inserter has told of all of them. */
  told: boolean;
  /** Copies that wait for a person. */
  unresolved: number;
  /** Until when they should be resolved, ISO. */
  resolveBy: string;
}

/** All but copies that were never printed: what a camera read may be a sheet of any of them, also of one that has left already. */
const becamePaper = Object.keys(pieceStates).filter((state) => state !== 'planned' && state !== 'voided');

interface Verdict extends SettledPiece {
  id: string;
}

export const settlePiecesActivities = ({ records }: { records: Records }) => ({
  /**
   * Settles every copy by what the inserter's cameras read: good ones are in their trays, all others are put before a person with the
   * reason, and so is a good one whose letter was cancelled, and one that was told dead before and came out as an envelope. Cut off anywhere, it goes on when called again; what people have resolved meanwhile stays.
   */
  async settlePieces(siteId: string, lotId: string): Promise<SettleStatus> {
    const verdicts = await records.read(siteId, async (sql) => {
      const lot = await lotRow(sql, lotId);
      const word = await inserterWord(sql, lotId);
      if (word === undefined) return undefined;
      const expected = await floorPieces(sql, lot, becamePaper);
      const byPosition = new Map(settlePieces(expected, word.records).pieces.map((piece) => [piece.position, piece]));
      return expected.filter((piece) => piece.state === 'printed').map((piece) => verdictOf(piece, byPosition));
    });
    if (verdicts === undefined) return { told: false, unresolved: 0, resolveBy: records.clock().toISOString() };
    for (let from = 0; from < verdicts.length; from += PIECES_AT_ONCE) {
      const some = verdicts.slice(from, from + PIECES_AT_ONCE);
      await records.write(siteId, (tx) => writeVerdicts(tx, siteId, lotId, some));
    }
    // Afterwards: a copy that a person buried while the verdicts were written is dead by now, and its envelope in a tray all the same.
    while ((await records.write(siteId, (tx) => bringBackDead(tx, siteId, lotId))) === DEAD_AT_ONCE);
    return records.write(siteId, (tx) => reconciling(tx, siteId, lotId));
  },
});

function verdictOf(piece: FloorPiece, settled: ReadonlyMap<number, SettledPiece>): Verdict {
  const verdict = settled.get(piece.position);
  return verdict === undefined
    ? { id: piece.id, position: piece.position, copy: piece.copy, outcome: 'missing', reasons: ['no_record'] }
    : { ...verdict, id: piece.id };
}

async function writeVerdicts(
  tx: LedgerTransaction,
  siteId: string,
  lotId: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  const lot = await lotRow(tx.sql, lotId);
  const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
  const trays = await tx.sql<{ id: string; number: number }>(`select id, number from pli.trays where lot_id = $1`, [
    lotId,
  ]);
  const after = (seconds: number) => new Date(tx.at.getTime() + seconds * 1000);
  const guarded = { from: ['printed'], otherwise: 'skip' } as const;

  // A tray the lot does not have: the envelope lies somewhere, a person looks.
  const trayOf = (verdict: Verdict) => trays.find((tray) => tray.number === verdict.tray)?.id;
  const closed = verdicts.filter((v) => v.outcome === 'good' && trayOf(v) !== undefined);
  const cancelled = await cancelledAmong(tx, closed);
  const good = closed.filter((v) => !cancelled.has(v.id));
  const reconciledBy = after(deadlines.reconcileSeconds);
  const inserted = new Set(
    await tx.change(
      'piece',
      'piece.inserted',
      good.map((v) => ({
        id: v.id,
        set: {
          state: 'inserted',
          deadline_at: reconciledBy,
          ...(lot.key.franking === 'preprinted' && { franked_at: new Date(v.at ?? tx.at) }),
        },
        data: { at: v.at },
      })),
      guarded,
    ),
  );
  await tx.change(
    'piece',
    'piece.trayed',
    good.filter((v) => inserted.has(v.id)).map((v) => ({ id: v.id, set: { state: 'trayed', tray_id: trayOf(v) } })),
  );
  const diverted = verdicts.filter((v) => v.outcome === 'diverted');
  await tx.change(
    'piece',
    'piece.diverted',
    diverted.map((v) => ({
      id: v.id,
      set: {
        state: 'diverted',
        reason_code: v.reasons[0] ?? 'diverted',
        deadline_at: after(deadlines.divertedSeconds),
      },
      data: { reasons: v.reasons },
    })),
    guarded,
  );
  await tx.change(
    'piece',
    'piece.diverted',
    closed
      .filter((v) => cancelled.has(v.id))
      .map((v) => ({
        id: v.id,
        set: {
          state: 'diverted',
          reason_code: LETTER_CANCELLED,
          deadline_at: after(deadlines.divertedSeconds),
          tray_id: trayOf(v),
        },
        data: { at: v.at },
      })),
    guarded,
  );
  const suspect = verdicts.filter((v) => !closed.includes(v) && !diverted.includes(v));
  await tx.change(
    'piece',
    'piece.suspect',
    suspect.map((v) => ({
      id: v.id,
      set: {
        state: 'suspect',
        reason_code: v.reasons[0] ?? 'tray_unknown',
        deadline_at: after(deadlines.suspectSeconds),
      },
      data: { reasons: v.reasons },
    })),
    guarded,
  );
}

/**
 * The copies that are good and must not leave: their letters are cancelled. Looked for once the copies are locked, as whoever cancels locks them
 * too: it has either been here before, or finds the copy in its tray.
 */
async function cancelledAmong({ sql }: LedgerTransaction, verdicts: readonly Verdict[]): Promise<Set<string>> {
  const ids = verdicts.map(({ id }) => id);
  await sql(`select from pli.pieces where id = any($1) order by id for no key update`, [ids]);
  const rows = await sql<{ id: string }>(
    `select p.id from pli.pieces p join pli.letters l on l.id = p.letter_id where p.id = any($1) and l.state = 'cancelled'`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The lot waits for its balances; a person is called at once when copies wait for one. */
async function reconciling(tx: LedgerTransaction, siteId: string, lotId: string): Promise<SettleStatus> {
  const lot = await lotRow(tx.sql, lotId);
  const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
  const [open] = await tx.sql<{ n: number }>(
    `select count(*)::int as n from pli.pieces where lot_id = $1 and state in ('printed', 'inserted', 'suspect', 'diverted')`,
    [lotId],
  );
  const unresolved = open?.n ?? 0;
  const resolveBy = new Date(tx.at.getTime() + deadlines.reconcileSeconds * 1000);
  const call =
    unresolved > 0
      ? { needs_operator: true, operator_reason: 'pieces_unresolved' }
      : { needs_operator: false, operator_reason: null };
  if (lot.state === 'inserting')
    await tx.change('lot', 'lot.reconciling', [
      { id: lotId, set: { state: 'reconciling', deadline_at: resolveBy, ...call } },
    ]);
  return {
    told: true,
    unresolved,
    resolveBy: (lot.state === 'inserting' ? resolveBy : (lot.deadline_at ?? resolveBy)).toISOString(),
  };
}
