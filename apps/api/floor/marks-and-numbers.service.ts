import { Injectable } from '@nestjs/common';
import type {
  NumberQuery,
  RefundPage,
  RefundView,
  RegisteredNumberPage,
  RegisteredNumberView,
} from '#contracts/api/marks-and-numbers';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import type { PieceState } from '#domain/life-cycles';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';

interface RefundRow {
  id: string;
  letter_id: string;
  copy: number;
  carrier_contract: string;
  franking_mode: string;
  counter_id: string;
  mark: number;
  mark_date: string;
  cents: number;
  state: PieceState;
  reason_code: string | null;
  state_since: Date;
}
interface NumberRow {
  id: string;
  code: string;
  range_id: string;
  state: RegisteredNumberView['state'];
  letter_id: string;
  copy: number;
  piece_state: PieceState;
  assigned_at: Date;
  voided_at: Date | null;
  reason_code: string | null;
}

const refundView = (row: RefundRow): RefundView => ({
  id: row.id,
  letterId: row.letter_id,
  copy: row.copy,
  carrierContract: row.carrier_contract,
  frankingMode: row.franking_mode,
  counterId: row.counter_id,
  mark: row.mark,
  markDate: row.mark_date,
  cents: row.cents,
  pieceState: row.state,
  reason: row.reason_code,
  since: row.state_since.toISOString(),
});
const numberView = (row: NumberRow): RegisteredNumberView => ({
  id: row.id,
  number: row.code,
  rangeId: row.range_id,
  state: row.state,
  letterId: row.letter_id,
  copy: row.copy,
  pieceState: row.piece_state,
  assignedAt: row.assigned_at.toISOString(),
  voidedAt: row.voided_at?.toISOString() ?? null,
  reason: row.state === 'void' ? row.reason_code : null,
});
/** A number is used once the carrier has accepted the copy that bears it. */
const stateOfNumber = `case when n.state = 'void' then 'void' when p.state in ('accepted', 'returned') then 'used' else 'assigned' end`;

/** What the dead copies carried, and how the carrier's numbers were used. */
@Injectable()
export class MarksAndNumbersService {
  constructor(private readonly ledger: ScopedLedger) {}

  refunds(call: Call, { limit, after }: PageQuery): Promise<RefundPage> {
    return this.ledger.read(call, async (sql) => {
      const rows = await sql<RefundRow>(
        `select p.id, e.letter_id, e.copy, c.carrier_contract, c.franking_mode, e.counter_id, e.mark, e.mark_date, e.cents, p.state, p.reason_code, p.state_since
         from pli.postage_entries e join pli.pieces p using (letter_id, copy) join pli.postage_counters c on c.id = e.counter_id
         where e.state = 'refund_due' and p.id > $1 order by p.id limit $2`,
        [after ?? '', limit + 1],
      );
      const [total] = await sql<{ marks: number; cents: number }>(
        `select count(*) as marks, coalesce(sum(cents), 0)::bigint as cents from pli.postage_entries where state = 'refund_due'`,
      );
      return { ...pageFrom(rows.map(refundView), limit), total: total ?? { marks: 0, cents: 0 } };
    });
  }

  numbers(call: Call, { limit, after, state }: NumberQuery): Promise<RegisteredNumberPage> {
    return this.ledger.read(call, async (sql) => {
      const rows = await sql<NumberRow>(
        `select p.id, n.code, n.range_id, ${stateOfNumber} as state, n.letter_id, n.copy, p.state as piece_state, n.assigned_at, n.voided_at, p.reason_code
         from pli.registered_numbers n join pli.pieces p using (letter_id, copy)
         where p.id > $1 and ($2::text is null or ${stateOfNumber} = $2) order by p.id limit $3`,
        [after ?? '', state ?? null, limit + 1],
      );
      const [total] = await sql<RegisteredNumberPage['total']>(
        `select count(*) filter (where s = 'assigned') as assigned, count(*) filter (where s = 'used') as used, count(*) filter (where s = 'void') as void,
           (select coalesce(sum(r.last - r.next + 1), 0)::bigint from pli.number_ranges r) as free
         from (select ${stateOfNumber} as s from pli.registered_numbers n join pli.pieces p using (letter_id, copy)) n`,
      );
      return {
        ...pageFrom(rows.map(numberView), limit),
        total: total ?? { assigned: 0, used: 0, void: 0, free: 0 },
      };
    });
  }
}
