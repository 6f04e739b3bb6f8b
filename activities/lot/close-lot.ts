import { countLot, type CountedPiece, type LotCount, type LotPaper } from '#domain/lot-count';
import { pieceStates, type PieceState } from '#domain/life-cycles';
import type { TraySealing } from '#domain/profiles';
import { SPOILED_SHEETS, type SpoiledSheets } from '#database/production/report-spoiled-sheets';
import { factsAbout } from '#database/facts';
import type { Sql } from '#database/scope';
import { siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';
import { inserterWord } from './insert-facts.ts';
import { lotRow, type LotRow } from './lot-row.ts';
import { floorPieces } from './sheet-codes.ts';

/** Whether the lot is closed, and what is left to do for it. */
export interface Closing {
  closed: boolean;
  /** Copies whose letters get their next one. */
  dead: number;
  /** Who seals its trays. */
  sealing: TraySealing;
  /** Until when trays and next copies should be on their way, ISO. */
  finishBy: string;
}

const everyState = Object.keys(pieceStates) as PieceState[];

export const closeLotActivities = ({ records }: { records: Records }) => ({
  /**
   * Closes the lot when its three balances close: sheets, pieces, envelopes. Otherwise it stays open, and what does not balance is
   * told once. Closing a closed lot changes nothing.
   */
  async closeLot(siteId: string, lotId: string): Promise<Closing> {
    return records.write(siteId, async (tx) => {
      // Before its pieces are counted: a person who tells of one at this moment is counted, or finds the lot closed.
      await tx.sql(`select from pli.lots where id = $1 for no key update`, [lotId]);
      const lot = await lotRow(tx.sql, lotId);
      const { traySealing: sealing, deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
      const finishBy = new Date(tx.at.getTime() + deadlines.reconcileSeconds * 1000).toISOString();
      if (lot.state === 'closed') return { closed: true, dead: await deadCopies(tx.sql, lotId), sealing, finishBy };
      const count = await countOf(tx.sql, lot);
      if (count.closes) {
        const set = {
          ...columns(count),
          state: 'closed',
          deadline_at: null,
          needs_operator: false,
          operator_reason: null,
        };
        await tx.change('lot', 'lot.closed', [{ id: lotId, set }]);
      } else if (!(await alreadyTold(tx.sql, lotId, count)))
        await tx.change('lot', 'lot.does_not_balance', [
          { id: lotId, set: columns(count), data: { reasons: count.reasons } },
        ]);
      return { closed: count.closes, dead: count.pieces.spoiled + count.pieces.voided, sealing, finishBy };
    });
  },
});

async function countOf(sql: Sql, lot: LotRow): Promise<LotCount> {
  const word = await inserterWord(sql, lot.id);
  const reported = await factsAbout<SpoiledSheets>(sql, lot.id, SPOILED_SHEETS);
  const pieces = (await floorPieces(sql, lot, everyState)).map(({ state, windowCode, sheetCodes }) => ({
    outcome: outcomeOf(state),
    windowCode,
    sheetCodes,
  }));
  const paper: LotPaper = {
    sheetsPrinted: lot.sheets_printed ?? 0,
    records: word?.records ?? [],
    outsorted: word?.outsorted ?? [],
    spoiledByHand: reported.reduce((sum, fact) => sum + fact.data.sheets, 0),
  };
  const count = countLot(pieces, paper);
  if (word !== undefined) return count;
  // Broken off before the inserter: no camera saw which banners had come out. What nobody else accounts for are those, at most.
  const { printed, spoiled } = count.sheets;
  const banners = Math.max(0, Math.min(printed - spoiled, lot.sheets_banner ?? 0));
  return countLot(pieces, { ...paper, outsorted: Array.from({ length: banners }, () => ({ reason: 'banner' })) });
}

/** In its tray, or gone with a tray of another lot that was sealed earlier: it came out good, whatever the post then makes of it. */
const good: readonly PieceState[] = [
  'trayed',
  'handed_over',
  'accepted',
  'missing_at_deposit',
  'refused_at_deposit',
  'returned',
];

/** A copy that is neither in its tray nor dead is one that nobody can vouch for. */
function outcomeOf(state: PieceState): CountedPiece['outcome'] {
  if (good.includes(state)) return 'good';
  return state === 'spoiled' || state === 'voided' || state === 'diverted' ? state : 'suspect';
}

const columns = ({ sheets, pieces, envelopes }: LotCount) => ({
  sheets_good: sheets.good,
  sheets_spoiled: sheets.spoiled,
  sheets_banner: sheets.banner,
  sheets_duplicate: sheets.duplicate,
  pieces_good: pieces.good,
  pieces_spoiled: pieces.spoiled,
  pieces_voided: pieces.voided,
  envelopes_used: envelopes.used,
  envelopes_good: envelopes.good,
  envelopes_spoiled: envelopes.spoiled,
});

/** Whether the row shows this count: a lot that is looked at again is not told again. */
async function alreadyTold(sql: Sql, lotId: string, count: LotCount): Promise<boolean> {
  const [row] = await sql<Record<string, unknown>>(`select * from pli.lots where id = $1`, [lotId]);
  return Object.entries(columns(count)).every(([column, value]) => row?.[column] === value);
}

async function deadCopies(sql: Sql, lotId: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    `select count(*)::int as n from pli.pieces where lot_id = $1 and state in ('spoiled', 'voided')`,
    [lotId],
  );
  return row?.n ?? 0;
}
