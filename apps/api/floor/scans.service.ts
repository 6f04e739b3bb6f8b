import { Injectable } from '@nestjs/common';
import type { Scan, ScannedView } from '#contracts/api/scans';
import { scanPiece } from '#database/production/scan-into-tray';
import type { Sql } from '#database/scope';
import type { DepositState, LotState } from '#domain/life-cycles';
import type { Mark } from '#domain/marks';
import { trayAdvice, type ScannedCode } from '#domain/scan-advice';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { pieceOf } from './piece-view.ts';
import { adviceOf, markOfSite, pieceOfMark } from './scanned-codes.ts';
import { trayOf } from './tray-view.ts';

const nothing = { piece: null, tray: null, lot: null, deposit: null, putAside: false };

/** The scanner gun: any code of the floor, what it is, and what to do with what bears it. */
@Injectable()
export class ScansService {
  constructor(private readonly ledger: ScopedLedger) {}

  async scan(call: Call, { code }: Scan): Promise<ScannedView> {
    const mark = await this.ledger.read(call, (sql) => markOfSite(sql, code));
    if (mark.kind === 'window' || mark.kind === 'sheet') return this.#piece(call, mark, code);
    return this.ledger.read(call, (sql) => thingOf(sql, mark, this.ledger.clock()));
  }

  /** A scan changes one thing only: a copy that was counted as dead, and is here, is put aside. */
  async #piece(call: Call, mark: Extract<Mark, { kind: ScannedCode }>, code: string): Promise<ScannedView> {
    const id = await this.ledger.read(call, (sql) => pieceOfMark(sql, mark, code));
    const putAside = await this.ledger.write(call, (tx) => scanPiece(tx, id, mark.kind, `${id}/${call.requestId}`));
    return this.ledger.read(call, async (sql) => {
      // In this order: when the piece moves between the two, its state is the newer one, and the advice only the more careful.
      const advice = await adviceOf(sql, id, mark.kind);
      const piece = await pieceOf(sql, id);
      const tray = piece.trayId === null ? null : await trayOf(sql, piece.trayId, this.ledger.clock());
      return { ...nothing, kind: mark.kind, piece, tray, putAside, advice };
    });
  }
}

/** What bears the code of a tray, lot or deposit slip. */
async function thingOf(sql: Sql, mark: Exclude<Mark, { kind: ScannedCode }>, now: Date): Promise<ScannedView> {
  switch (mark.kind) {
    case 'tray': {
      const [row] = await sql<{ id: string; left: boolean }>(
        `select t.id, coalesce(d.state <> 'planned', false) as left from pli.trays t left join pli.deposits d on d.id = t.deposit_id where t.number = $1`,
        [mark.tray],
      );
      if (row === undefined) throw notFound('tray');
      const tray = await trayOf(sql, row.id, now);
      return { ...nothing, kind: 'tray', tray, advice: { ...trayAdvice(tray, row.left), tray: null } };
    }
    case 'deposit': {
      const [deposit] = await sql<{ id: string; number: number; state: DepositState }>(
        `select id, number, state from pli.deposits where number = $1`,
        [mark.deposit],
      );
      if (deposit === undefined) throw notFound('deposit');
      return { ...nothing, kind: 'deposit', deposit, advice: see(`Deposit ${deposit.number} is ${deposit.state}.`) };
    }
    case 'lot_header':
    case 'lot_trailer':
    case 'lot_ticket': {
      const [lot] = await sql<{ id: string; number: number; state: LotState }>(
        `select id, number, state from pli.lots where number = $1`,
        [mark.lot],
      );
      if (lot === undefined) throw notFound('lot');
      return { ...nothing, kind: 'lot', lot, advice: see(`Lot ${lot.number} is ${lot.state}.`) };
    }
  }
}

const see = (sentence: string) => ({ do: 'nothing' as const, tray: null, sentence });
