import { Inject, Injectable } from '@nestjs/common';
import type { DepositQuery, DepositView, DepositWhole, StampedSlipBody } from '#contracts/api/deposits';
import { pageFrom } from '#contracts/api/shapes';
import { typeAcknowledgement } from '#database/production/type-acknowledgement';
import type { Mode, Sql } from '#database/scope';
import type { DepositState, TrayState } from '#domain/life-cycles';
import { MailError } from '#domain/mail-error';
import { siteBlobs, type Blobs } from '#storage/blobs';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { BLOBS } from '../parts.ts';
import { dayOfSite } from '#database/site-profile';
import { noteOf } from './because.ts';
import { filters, flag } from './filters.ts';
import { casesSelection, caseView, type CaseRow } from './case-view.ts';
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
  acknowledged_by: 'carrier' | 'operator' | null;
  slip: string | null;
  needs_operator: boolean;
  operator_reason: string | null;
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
  acknowledgedBy: row.acknowledged_by,
  hasSlip: row.slip !== null,
  needsOperator: row.needs_operator,
  operatorReason: row.operator_reason,
});
@Injectable()
export class DepositsService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(BLOBS) private readonly blobs: Blobs,
  ) {}

  async list(call: Call, query: DepositQuery): Promise<{ rows: DepositView[]; next: string | null }> {
    const { limit, after, state, open, standing, leftOn, operatorReason } = query;
    const now = this.ledger.clock();
    return this.ledger.read(call, async (sql) => {
      const left = leftOn === undefined ? undefined : await dayOfSite(sql, siteOf(call), leftOn, now);
      const asked = filters('d.id > $1', after ?? '', limit + 1)
        .and((p) => `d.state = ${p}`, state)
        .and((p) => `(d.state <> 'settled') = ${p}`, flag(open))
        .and((p) => `d.left_at >= ${p}`, left?.from)
        .and((p) => `d.left_at < ${p}`, left?.until)
        .and((p) => `d.needs_operator = ${p}`, flag(query.needsOperator))
        .and((p) => `d.operator_reason = ${p}`, operatorReason)
        .stands(standing, 'd', now);
      const read = await sql<Row>(
        `select d.* from pli.deposits d where ${asked.where} order by d.id limit $2`,
        asked.values,
      );
      return pageFrom(read.map(viewOf), limit);
    });
  }

  one(call: Call, id: string): Promise<DepositWhole> {
    return this.ledger.read(call, async (sql) => {
      const row = await depositRow(sql, id);
      const trays = await sql<{ id: string; number: number; state: TrayState; pieces: number }>(
        `select id, number, state, pieces from pli.trays where deposit_id = $1 order by number`,
        [id],
      );
      const cases = await sql<CaseRow & Record<string, unknown>>(
        `${casesSelection} where c.deposit_id = $1 order by c.id`,
        [id],
      );
      return { ...viewOf(row), trays, cases: cases.map(caseView) };
    });
  }

  /** Takes the carrier's stamped slip, typed in by an operator; the deposit's process counts by it. */
  acknowledge(call: Call, id: string, { reason, text, acceptedAt, ...slip }: StampedSlipBody): Promise<DepositWhole> {
    return this.ledger
      .write(call, async (tx) => {
        await typeAcknowledgement(tx, siteOf(call), id, { ...slip, acceptedAt: new Date(acceptedAt) }, reason);
        await noteOf(tx, { site: siteOf(call) }, id, { reason, text });
      })
      .then(() => this.one(call, id));
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
