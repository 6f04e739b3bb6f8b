import { Injectable } from '@nestjs/common';
import type { Because } from '#contracts/api/floor';
import type { TrayQuery, TrayView } from '#contracts/api/trays';
import { pageFrom } from '#contracts/api/shapes';
import { sealTray } from '#database/production/seal-tray';
import { nudgeWorkflow } from '#database/outbox';
import { processId } from '#contracts/processes';
import type { TrayState } from '#domain/life-cycles';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { waitsOf } from './floor-waiting.ts';

interface Row {
  id: string;
  number: number;
  kind: string;
  state: TrayState;
  state_since: Date;
  deadline_at: Date | null;
  lot_id: string | null;
  position: number;
  product: string;
  carrier_contract: string;
  pieces: number;
  deposit_id: string | null;
  sealed_at: Date | null;
  seal_broken_at: Date | null;
}
const columns =
  'id, number, kind, state, state_since, deadline_at, lot_id, position, product, carrier_contract, pieces, deposit_id, sealed_at, seal_broken_at';
const viewOf = (row: Row): TrayView => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  state: row.state,
  ...waitsOf('tray', row),
  lotId: row.lot_id,
  position: row.position,
  product: row.product,
  carrierContract: row.carrier_contract,
  pieces: row.pieces,
  depositId: row.deposit_id,
  sealedAt: row.sealed_at?.toISOString() ?? null,
  sealBrokenAt: row.seal_broken_at?.toISOString() ?? null,
});

@Injectable()
export class TraysService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call, { limit, after, state }: TrayQuery): Promise<{ rows: TrayView[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.trays where id > $1 and ($2::text is null or state = $2) order by id limit $3`,
        [after ?? '', state ?? null, limit + 1],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<TrayView> {
    const [row] = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.trays where id = $1`, [id]),
    );
    if (row === undefined) throw notFound('tray');
    return viewOf(row);
  }

  /** Seals a tray; a very full one takes several transactions, of which each can be repeated. */
  async seal(call: Call, id: string, because: Because): Promise<TrayView> {
    const tray = await this.one(call, id);
    const site = siteOf(call);
    const step = (first: boolean) =>
      this.ledger.write(call, async (tx) => {
        const { sealed } = await sealTray(tx, id);
        if (first) {
          tx.tell(`site/${site}`, 'tray', id, 'tray.seal_asked', { reason: because.reason });
          await noteOf(tx, { site }, id, because);
        }
        if (sealed && tray.lotId !== null) await nudgeWorkflow(tx.sql, site, processId.lot(tray.lotId), tx.at);
        return sealed;
      });
    let sealed = await step(true);
    while (!sealed) sealed = await step(false);
    return this.one(call, id);
  }
}
