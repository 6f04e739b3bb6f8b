import { Injectable } from '@nestjs/common';
import type { FindingBody, PieceQuery, PieceView } from '#contracts/api/pieces';
import { pageFrom } from '#contracts/api/shapes';
import { resolvePiece } from '#database/production/resolve-piece';
import type { PieceState } from '#domain/life-cycles';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { waitsOf } from './floor-waiting.ts';

interface Row {
  id: string;
  letter_id: string;
  copy: number;
  lot_id: string;
  lot_number: number;
  position: number;
  state: PieceState;
  state_since: Date;
  deadline_at: Date | null;
  window_code: string;
  sheets: number;
  weight_mg: number;
  weight_band: number;
  service: string;
  postcode: string;
  tray_id: string | null;
  deposit_id: string | null;
  registered_number: string | null;
  mark: number | null;
  franked_at: Date | null;
  reason_code: string | null;
}
/** Of the letter the floor sees its postcode and service, nothing else. */
const selection = `select p.id, p.letter_id, p.copy, p.lot_id, lot.number as lot_number, p.position, p.state, p.state_since, p.deadline_at, p.window_code,
    p.sheets, p.weight_mg, p.weight_band, l.service, l.postcode, p.tray_id, p.deposit_id, p.registered_number, p.mark, p.franked_at, p.reason_code
  from pli.pieces p join pli.letters l on l.id = p.letter_id join pli.lots lot on lot.id = p.lot_id`;

const viewOf = (row: Row): PieceView => ({
  id: row.id,
  letterId: row.letter_id,
  copy: row.copy,
  lotId: row.lot_id,
  lotNumber: row.lot_number,
  position: row.position,
  state: row.state,
  ...waitsOf('piece', row),
  windowCode: row.window_code,
  sheets: row.sheets,
  weightMg: row.weight_mg,
  weightBand: row.weight_band,
  service: row.service,
  postcode: row.postcode,
  trayId: row.tray_id,
  depositId: row.deposit_id,
  registeredNumber: row.registered_number,
  mark: row.mark,
  frankedAt: row.franked_at?.toISOString() ?? null,
  reason: row.reason_code,
});

@Injectable()
export class PiecesService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(
    call: Call,
    { limit, after, state, lotId }: PieceQuery,
  ): Promise<{ rows: PieceView[]; next: string | null }> {
    const states = state === 'any' ? null : state === 'unresolved' ? ['suspect', 'diverted'] : [state];
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `${selection} where p.id > $1 and ($2::text[] is null or p.state = any($2)) and ($3::text is null or p.lot_id = $3) order by p.id limit $4`,
        [after ?? '', states, lotId ?? null, limit + 1],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<PieceView> {
    const [row] = await this.ledger.read(call, (sql) => sql<Row>(`${selection} where p.id = $1`, [id]));
    if (row === undefined) throw notFound('piece');
    return viewOf(row);
  }

  /** Records what a person found out about a copy; the lot reads it at its next look. */
  resolve(call: Call, id: string, { reason, text, ...found }: FindingBody): Promise<PieceView> {
    return this.ledger
      .write(call, async (tx) => {
        await resolvePiece(tx, id, found, reason);
        await noteOf(tx, { site: siteOf(call) }, id, { reason, text });
      })
      .then(() => this.one(call, id));
  }
}
