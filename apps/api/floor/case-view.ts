import type { CaseView } from '#contracts/api/cases';
import type { Mode } from '#database/scope';
import { caseSentence, decisionsOf, type CaseKind, type CaseOutcome } from '#domain/cases';
import type { PieceState } from '#domain/life-cycles';

export interface CaseRow {
  id: string;
  mode: Mode;
  kind: CaseKind;
  deposit_id: string;
  deposit_number: number;
  piece_id: string | null;
  piece_state: PieceState | null;
  piece_reappeared: boolean;
  window_code: string | null;
  tray: number | null;
  product: string | null;
  band: number | null;
  difference: number | null;
  of_case: string | null;
  state: 'open' | 'closed';
  reason_code: string | null;
  deadline_at: Date | null;
  outcome: CaseOutcome | null;
  created_at: Date;
  closed_at: Date | null;
}

/** Cases with their piece: the one they are about, or ours that bears an undeclared item's code. Conditions name the case `c`. */
export const casesSelection = `select c.id, c.mode, c.kind, c.deposit_id, d.number as deposit_number, p.id as piece_id, p.state as piece_state,
    p.reappeared_at is not null as piece_reappeared,
    coalesce(c.window_code, p.window_code) as window_code, coalesce(c.tray, t.number) as tray, c.product, c.band, c.difference, c.of_case,
    c.state, c.reason_code, c.deadline_at, c.outcome, c.created_at, c.closed_at
  from pli.cases c join pli.deposits d on d.id = c.deposit_id
  left join pli.pieces p on p.id = c.piece_id or c.piece_id is null and p.window_code = c.window_code and p.site_id = c.site_id
  left join pli.trays t on t.id = p.tray_id`;

export const caseView = (row: CaseRow): CaseView => ({
  id: row.id,
  mode: row.mode,
  kind: row.kind,
  depositId: row.deposit_id,
  depositNumber: row.deposit_number,
  pieceId: row.piece_id,
  pieceState: row.piece_state,
  windowCode: row.window_code,
  tray: row.tray,
  product: row.product,
  band: row.band,
  difference: row.difference,
  ofCase: row.of_case,
  state: row.state,
  sentence:
    row.state === 'open'
      ? caseSentence(row.kind, { state: row.piece_state, reappeared: row.piece_reappeared }, row.difference)
      : null,
  decisions: row.state === 'open' ? decisionsFor(row) : [],
  reason: row.reason_code,
  until: row.deadline_at?.toISOString() ?? null,
  outcome: row.outcome,
  createdAt: row.created_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
});

/** No piece is missing where the carrier counted more. */
function decisionsFor({ kind, difference }: CaseRow): CaseOutcome[] {
  return decisionsOf[kind].filter((outcome) => outcome !== 'named_missing' || (difference ?? 0) < 0);
}
