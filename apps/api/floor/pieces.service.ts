import { Injectable } from '@nestjs/common';
import type { FindingBody, PieceQuery, PieceView } from '#contracts/api/pieces';
import { pageFrom } from '#contracts/api/shapes';
import { resolvePiece } from '#database/production/resolve-piece';
import { readMark } from '#domain/marks';
import { siteOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { filters } from './filters.ts';
import { pieceOf, pieceSelection, pieceView, type PieceViewRow } from './piece-view.ts';

/** The states that a query means; null for all of them. */
function statesOf({ state, code, trayId }: PieceQuery): string[] | null {
  const asked = state ?? (code === undefined && trayId === undefined ? 'unresolved' : 'any');
  if (asked === 'any') return null;
  return asked === 'unresolved' ? ['suspect', 'diverted'] : [asked];
}

@Injectable()
export class PiecesService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call, query: PieceQuery): Promise<{ rows: PieceView[]; next: string | null }> {
    const { limit, after, lotId, trayId, depositId, reason, standing, code } = query;
    const now = this.ledger.clock();
    const mark = code === undefined ? undefined : readMark(code);
    const asked = filters('p.id > $1', after ?? '', limit + 1)
      .and((p) => `p.state = any(${p})`, statesOf(query))
      .and((p) => `p.lot_id = ${p}`, lotId)
      .and((p) => `p.tray_id = ${p}`, trayId)
      .and((p) => `p.deposit_id = ${p}`, depositId)
      .and((p) => `lot.planned_deposit_date <= ${p}`, query.dueBy)
      .and((p) => `p.reason_code = ${p}`, reason);
    // A piece in its tray is due when its tray is: trays tell how they stand.
    if (standing !== undefined) asked.stands(standing, 'p', now).and((p) => `p.state <> ${p}`, 'trayed');
    if (mark?.kind === 'sheet')
      asked.and((p) => `lot.number = ${p}`, mark.lot).and((p) => `p.position = ${p}`, mark.piece);
    else asked.and((p) => `p.window_code = ${p}`, code);
    const read = await this.ledger.read(call, (sql) =>
      sql<PieceViewRow>(`${pieceSelection} where ${asked.where} order by p.id limit $2`, asked.values),
    );
    return pageFrom(read.map(pieceView), limit);
  }

  one(call: Call, id: string): Promise<PieceView> {
    return this.ledger.read(call, (sql) => pieceOf(sql, id));
  }

  /** Records what a person found out about a copy; the lot reads it at its next look. */
  resolve(call: Call, id: string, { reason, text, ...found }: FindingBody): Promise<PieceView> {
    return this.ledger
      .write(call, async (tx) => {
        await resolvePiece(tx, id, found, reason, `${id}/${call.requestId}`);
        await noteOf(tx, { site: siteOf(call) }, id, { reason, text });
      })
      .then(() => this.one(call, id));
  }
}
