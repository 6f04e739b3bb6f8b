import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { depositCase, DepositQuery, DepositView, DepositWhole } from '#contracts/api/deposits';
import { pageFrom } from '#contracts/api/shapes';
import type { Mode, Sql } from '#database/scope';
import type { DepositState, TrayState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { siteBlobs, type Blobs } from '#storage/blobs';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { BLOBS } from '../parts.ts';
import { waitsOf } from './floor-waiting.ts';

interface Row {
  id: string;
  number: number;
  mode: Mode;
  state: DepositState;
  state_since: Date;
  deadline_at: Date | null;
  slot_at: Date;
  carrier_contract: string;
  pieces: number;
  declared: unknown;
  found: unknown;
  left_at: Date | null;
  accepted_at: Date | null;
  deposit_day: string | null;
  pieces_accepted: number | null;
  slip: string | null;
  needs_operator: boolean;
  operator_reason: string | null;
}
interface CaseRow {
  id: string;
  kind: string;
  piece_id: string | null;
  state: 'open' | 'closed';
  deadline_at: Date | null;
  outcome: string | null;
  created_at: Date;
  closed_at: Date | null;
}
const iso = (at: Date | null) => at?.toISOString() ?? null;
const viewOf = (row: Row): DepositView => ({
  id: row.id,
  number: row.number,
  mode: row.mode,
  state: row.state,
  ...waitsOf('deposit', row),
  slotAt: row.slot_at.toISOString(),
  carrierContract: row.carrier_contract,
  pieces: row.pieces,
  declared: row.declared,
  found: row.found,
  leftAt: iso(row.left_at),
  acceptedAt: iso(row.accepted_at),
  depositDay: row.deposit_day,
  piecesAccepted: row.pieces_accepted,
  hasSlip: row.slip !== null,
  needsOperator: row.needs_operator,
  operatorReason: row.operator_reason,
});
const caseView = (row: CaseRow): z.output<typeof depositCase> => ({
  id: row.id,
  kind: row.kind,
  pieceId: row.piece_id,
  state: row.state,
  until: iso(row.deadline_at),
  outcome: row.outcome,
  createdAt: row.created_at.toISOString(),
  closedAt: iso(row.closed_at),
});

@Injectable()
export class DepositsService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(BLOBS) private readonly blobs: Blobs,
  ) {}

  async list(call: Call, { limit, after, state }: DepositQuery): Promise<{ rows: DepositView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`select * from pli.deposits where id > $1 and ($2::text is null or state = $2) order by id limit $3`, [
        after ?? '',
        state ?? null,
        limit + 1,
      ]),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  one(call: Call, id: string): Promise<DepositWhole> {
    return this.ledger.read(call, async (sql) => {
      const row = await depositRow(sql, id);
      const trays = await sql<{ id: string; number: number; state: TrayState; pieces: number }>(
        `select id, number, state, pieces from pli.trays where deposit_id = $1 order by number`,
        [id],
      );
      const cases = await sql<CaseRow>(
        `select id, kind, piece_id, state, deadline_at, outcome, created_at, closed_at from pli.cases where deposit_id = $1 order by id`,
        [id],
      );
      return { ...viewOf(row), trays, cases: cases.map(caseView) };
    });
  }

  /** The deposit slip as it went to the carrier. */
  slip(call: Call, id: string): Promise<Buffer> {
    return this.ledger.read(call, async (sql) => {
      const row = await depositRow(sql, id);
      if (row.slip === null)
        throw new MailError(
          'slip_not_written',
          'This deposit has no slip yet: it is written when the deposit closes.',
          'later',
        );
      return this.blobs.read(sql, siteBlobs(siteOf(call), row.mode), row.slip);
    });
  }
}

async function depositRow(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql<Row>(`select * from pli.deposits where id = $1`, [id]);
  if (row === undefined) throw notFound('deposit');
  return row;
}
