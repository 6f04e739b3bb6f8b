import { Injectable } from '@nestjs/common';
import type { FindingBody, PieceQuery, PieceView } from '#contracts/api/pieces';
import { pageFrom } from '#contracts/api/shapes';
import { resolvePiece } from '#database/production/resolve-piece';
import { readMark } from '#domain/marks';
import { siteOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
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
    const { limit, after, lotId, trayId, code } = query;
    const conditions = [`p.id > $1`];
    const values: unknown[] = [after ?? '', limit + 1];
    const filter = (condition: (parameter: string) => string, value: unknown) => {
      if (value !== undefined && value !== null) conditions.push(condition(`$${values.push(value)}`));
    };
    filter((p) => `p.state = any(${p})`, statesOf(query));
    filter((p) => `p.lot_id = ${p}`, lotId);
    filter((p) => `p.tray_id = ${p}`, trayId);
    const mark = code === undefined ? undefined : readMark(code);
    if (mark?.kind === 'sheet') {
      filter((p) => `lot.number = ${p}`, mark.lot);
      filter((p) => `p.position = ${p}`, mark.piece);
    } else filter((p) => `p.window_code = ${p}`, code);
    const read = await this.ledger.read(call, (sql) =>
      sql<PieceViewRow>(`${pieceSelection} where ${conditions.join(' and ')} order by p.id limit $2`, values),
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
