import { cancellationStage, type CancellationStage, type CancellationTerms } from '#domain/cancellation';
import type { DepositState, LetterState, LotState, PieceState, TrayState } from '#domain/life-cycles';
import type { Sql } from '../scope.ts';

/** Whose letters may be cancelled: the account and mode that ask. */
export interface Sender {
  account: string;
  mode: string;
}

/** A letter with all that says how far it is. */
export interface LetterSeen {
  id: string;
  order_id: string;
  position: number;
  site_id: string;
  state: LetterState;
  terms: CancellationTerms;
  copy: number;
  piece_id: string | null;
  piece_state: PieceState | null;
  lot_id: string | null;
  lot_state: LotState | null;
  tray_id: string | null;
  tray_state: TrayState | null;
  deposit_state: DepositState | null;
}

/** What the contract said of cancelling when order `o` was submitted; a contract that says nothing allows nothing. */
export const termsOfOrder = `coalesce((select c.terms->>'cancellation' from pli.contracts c
  where c.account_id = o.account_id and c.site_id = o.site_id and c.mode = o.mode
    and (o.contract_id is null or c.contract_id = o.contract_id) and c.valid_from <= o.submitted_at
  order by c.valid_from desc, c.version desc limit 1), 'none')`;

/**
 * The letters of a sender's submitted orders, in id order, as they are now. A copy that died and turned up again is a dead one.
 */
export async function lettersSeen(sql: Sql, { account, mode }: Sender, ids: readonly string[]): Promise<LetterSeen[]> {
  return sql<LetterSeen>(
    `select l.id, l.order_id, l.position, l.site_id, l.state, l.current_copy as copy,
            p.id as piece_id, case when p.reappeared_at is null then p.state else 'spoiled' end as piece_state,
            lot.id as lot_id, lot.state as lot_state, t.id as tray_id, t.state as tray_state, d.state as deposit_state,
            ${termsOfOrder} as terms
     from pli.letters l join pli.orders o on o.id = l.order_id
     left join pli.pieces p on p.letter_id = l.id and p.copy = l.current_copy
     left join pli.lots lot on lot.id = p.lot_id
     left join pli.trays t on t.id = p.tray_id
     left join pli.deposits d on d.id = t.deposit_id
     where l.id = any($1) and l.account_id = $2 and l.mode = $3 and l.state <> 'deleted' and o.submitted_at is not null
     order by l.id`,
    [ids, account, mode],
  );
}

export const stageOf = (letter: LetterSeen): CancellationStage =>
  cancellationStage({
    letter: letter.state,
    piece: letter.piece_state,
    lot: letter.lot_state,
    tray: letter.tray_state,
    deposit: letter.deposit_state,
  });

/** Whether a letter has moved on between two looks, in what its cancellation goes by. */
export const hasMoved = (before: LetterSeen | undefined, now: LetterSeen): boolean =>
  before === undefined ||
  [before.state, before.copy, before.piece_state, before.lot_state, before.tray_id].join() !==
    [now.state, now.copy, now.piece_state, now.lot_state, now.tray_id].join();
