import { Injectable } from '@nestjs/common';
import type { Because } from '#contracts/api/floor';
import type { LotQuery, LotView, LotWhole } from '#contracts/api/lots';
import { pageFrom } from '#contracts/api/shapes';
import { reportSpoiledSheets } from '#database/production/report-spoiled-sheets';
import type { Mode } from '#database/scope';
import type { LotState, TrayState } from '#domain/life-cycles';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { waitsOf } from './floor-waiting.ts';

interface Row {
  id: string;
  number: number;
  mode: Mode;
  kind: string;
  key: Record<string, unknown>;
  state: LotState;
  state_since: Date;
  deadline_at: Date | null;
  pieces: number;
  sheets: number;
  planned_deposit_date: string;
  reprint_of: string | null;
  needs_operator: boolean;
  operator_reason: string | null;
  sheets_printed: number | null;
  sheets_good: number | null;
  sheets_spoiled: number | null;
  sheets_banner: number | null;
  sheets_duplicate: number | null;
  pieces_good: number | null;
  pieces_spoiled: number | null;
  pieces_voided: number | null;
  envelopes_used: number | null;
  envelopes_good: number | null;
  envelopes_spoiled: number | null;
  created_at: Date;
}

const viewOf = (row: Row): LotView => ({
  id: row.id,
  number: row.number,
  mode: row.mode,
  kind: row.kind,
  key: row.key,
  state: row.state,
  ...waitsOf('lot', row),
  pieces: row.pieces,
  sheets: row.sheets,
  plannedDepositDate: row.planned_deposit_date,
  reprintOf: row.reprint_of,
  needsOperator: row.needs_operator,
  operatorReason: row.operator_reason,
  balances: {
    sheets: {
      printed: row.sheets_printed,
      good: row.sheets_good,
      spoiled: row.sheets_spoiled,
      banner: row.sheets_banner,
      duplicate: row.sheets_duplicate,
    },
    pieces: { planned: row.pieces, good: row.pieces_good, spoiled: row.pieces_spoiled, voided: row.pieces_voided },
    envelopes: { used: row.envelopes_used, good: row.envelopes_good, spoiled: row.envelopes_spoiled },
  },
  createdAt: row.created_at.toISOString(),
});

@Injectable()
export class LotsService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call, { limit, after, state, open }: LotQuery): Promise<{ rows: LotView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select * from pli.lots where id > $1 and ($2::text is null or state = $2) and ($3::bool is null or (state <> 'closed') = $3) order by id limit $4`,
        [after ?? '', state ?? null, open === undefined ? null : open === 'true', limit + 1],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  one(call: Call, id: string): Promise<LotWhole> {
    return this.ledger.read(call, async (sql) => {
      const [row] = await sql<Row>(`select * from pli.lots where id = $1`, [id]);
      if (row === undefined) throw notFound('lot');
      const counts = await sql<{ state: string; count: number }>(
        `select state, count(*) as count from pli.pieces where lot_id = $1 group by state`,
        [id],
      );
      const trays = await sql<{ id: string; number: number; position: number; state: TrayState; pieces: number }>(
        `select id, number, position, state, pieces from pli.trays where lot_id = $1 order by position`,
        [id],
      );
      return {
        ...viewOf(row),
        piecesByState: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
        trays,
      };
    });
  }

  /** Sheets of a lot found spoiled by a person; told twice under one Idempotency-Key, they are counted once. */
  async reportSpoiled(call: Call, id: string, { sheets, ...because }: { sheets: number } & Because): Promise<LotWhole> {
    const siteId = siteOf(call);
    const report = call.idempotencyKey ?? call.requestId;
    call.replayed = await this.ledger.write(call, async (tx) => {
      const [row] = await tx.sql(`select from pli.lots where id = $1 for update`, [id]);
      if (row === undefined) throw notFound('lot');
      const fresh = await reportSpoiledSheets(tx, { siteId, lotId: id, report, sheets, reason: because.reason });
      if (fresh) await noteOf(tx, { site: siteId }, id, because);
      return !fresh;
    });
    return this.one(call, id);
  }
}
