import { Injectable } from '@nestjs/common';
import type { Because } from '#contracts/api/floor';
import type { FirstOffView, SignFirstOffBody } from '#contracts/api/first-offs';
import type { LotQuery, LotView, LotWhole } from '#contracts/api/lots';
import { pageFrom } from '#contracts/api/shapes';
import { firstOffIs, signFirstOff } from '#database/production/first-off';
import { stocksAt } from '#database/production/production-data';
import { openLots } from '#database/production/standings';
import { reportSpoiledSheets } from '#database/production/report-spoiled-sheets';
import type { Mode, Sql } from '#database/scope';
import type { LotState, TrayState } from '#domain/life-cycles';
import type { Standing } from '#domain/punctuality';
import { actorOf, siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { filters, flag } from './filters.ts';
import { waitsOf } from './floor-waiting.ts';
import { pieceOfCode } from './scanned-codes.ts';

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

const viewOf = (row: Row, standing: Standing | undefined): LotView => ({
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
  standing: standing ?? null,
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

interface FirstOffRow {
  id: string;
  piece_id: string;
  window_code: string;
  passed: boolean;
  failed_checks: FirstOffView['failedChecks'];
  signed_by: string;
  signed_at: Date;
}
const firstOffView = (row: FirstOffRow): FirstOffView => ({
  id: row.id,
  pieceId: row.piece_id,
  windowCode: row.window_code,
  passed: row.passed,
  failedChecks: row.failed_checks,
  signedBy: row.signed_by,
  signedAt: row.signed_at.toISOString(),
});

@Injectable()
export class LotsService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call, query: LotQuery): Promise<{ rows: LotView[]; next: string | null }> {
    const { limit, after, state, open, operatorReason, firstOff } = query;
    const { read, standing } = await this.ledger.read(call, async (sql) => {
      const standing = await this.#standings(call, sql);
      const wanted = [...standing].filter(([, one]) => one === query.standing).map(([id]) => id);
      const asked = filters('l.id > $1', after ?? '', limit + 1)
        .and((p) => `l.state = ${p}`, state)
        .and((p) => `(l.state <> 'closed') = ${p}`, flag(open))
        .and((p) => `l.needs_operator = ${p}`, flag(query.needsOperator))
        .and((p) => `l.operator_reason = ${p}`, operatorReason)
        .and((p) => `l.id = any(${p})`, query.standing && wanted)
        .and(firstOffIs, firstOff);
      const read = await sql<Row>(
        `select l.* from pli.lots l where ${asked.where} order by l.id limit $2`,
        asked.values,
      );
      return { read, standing };
    });
    return pageFrom(
      read.map((row) => viewOf(row, standing.get(row.id))),
      limit,
    );
  }

  one(call: Call, id: string): Promise<LotWhole> {
    return this.ledger.read(call, async (sql) => {
      const [row] = await sql<Row & { reprint_of_number: number | null }>(
        `select l.*, o.number as reprint_of_number from pli.lots l left join pli.lots o on o.id = l.reprint_of where l.id = $1`,
        [id],
      );
      if (row === undefined) throw notFound('lot');
      const { papers } = await stocksAt(sql, siteOf(call), row.created_at);
      const counts = await sql<{ state: string; count: number }>(
        `select state, count(*) as count from pli.pieces where lot_id = $1 group by state`,
        [id],
      );
      const trays = await sql<{ id: string; number: number; position: number; state: TrayState; pieces: number }>(
        `select id, number, position, state, pieces from pli.trays where lot_id = $1 order by position`,
        [id],
      );
      const firstOffs = await sql<FirstOffRow>(
        `select f.id, f.piece_id, p.window_code, f.passed, f.failed_checks, f.signed_by, f.signed_at
         from pli.first_offs f join pli.pieces p on p.id = f.piece_id where f.lot_id = $1 order by f.id`,
        [id],
      );
      return {
        ...viewOf(row, row.state === 'closed' ? undefined : (await this.#standings(call, sql)).get(id)),
        paperGrammage: papers.find((paper) => paper.id === row.key['paperStock'])?.grammage ?? null,
        reprintOfNumber: row.reprint_of_number,
        piecesByState: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
        firstOffs: firstOffs.map(firstOffView),
        trays,
      };
    });
  }

  /** Signs the first envelope of a lot; told twice under one Idempotency-Key, it is signed once. */
  async signFirstOff(
    call: Call,
    id: string,
    { windowCode, failedChecks, ...because }: SignFirstOffBody,
  ): Promise<LotWhole> {
    await this.one(call, id);
    call.replayed = await this.ledger.write(call, async (tx) => {
      const piece = await pieceOfCode(tx.sql, windowCode, 'window');
      const signed = { failedChecks, by: actorOf(call.caller), report: call.idempotencyKey ?? call.requestId };
      const fresh = await signFirstOff(tx, id, piece, signed);
      if (fresh) await noteOf(tx, { site: siteOf(call) }, id, because);
      return !fresh;
    });
    return this.one(call, id);
  }

  /** How each lot that is not closed stands. */
  async #standings(call: Call, sql: Sql): Promise<Map<string, Standing>> {
    const open = await openLots(sql, siteOf(call), this.ledger.clock());
    return new Map(open.map(({ id, standing }) => [id, standing]));
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
