import { Injectable } from '@nestjs/common';
import type { Because } from '#contracts/api/floor';
import type { ScanIntoTrayBody, ScannedIntoTray } from '#contracts/api/scans';
import { pageFrom } from '#contracts/api/shapes';
import type { NewTray, TrayQuery, TrayView } from '#contracts/api/trays';
import { processId } from '#contracts/processes';
import { nudgeWorkflow } from '#database/outbox';
import { breakSeal } from '#database/production/break-seal';
import { openTray } from '#database/production/open-tray';
import { scanIntoTray } from '#database/production/scan-into-tray';
import { sealTray } from '#database/production/seal-tray';
import { siteOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';
import { filters, flag } from './filters.ts';
import { pieceOf } from './piece-view.ts';
import { adviceOf, pieceOfCode } from './scanned-codes.ts';
import { trayOf, traySelection, trayStandings, trayView, type TrayViewRow } from './tray-view.ts';

@Injectable()
export class TraysService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call, query: TrayQuery): Promise<{ rows: TrayView[]; next: string | null }> {
    const { limit, after, state, open, standing, byHand } = query;
    return this.ledger.read(call, async (sql) => {
      const standings = await trayStandings(sql, siteOf(call), this.ledger.clock());
      const wanted = [...standings].filter(([, one]) => one === standing).map(([id]) => id);
      const asked = filters('t.id > $1', after ?? '', limit + 1)
        .and((p) => `t.state = ${p}`, state)
        .and((p) => `(t.state <> 'settled') = ${p}`, flag(open))
        .and((p) => `t.id = any(${p})`, standing && wanted)
        .and((p) => `(t.state = 'open' and (t.seal_broken_at is not null or t.lot_id is null)) = ${p}`, flag(byHand));
      const read = await sql<TrayViewRow>(`${traySelection} where ${asked.where} order by t.id limit $2`, asked.values);
      return pageFrom(
        read.map((row) => trayView(row, standings.get(row.id))),
        limit,
      );
    });
  }

  one(call: Call, id: string): Promise<TrayView> {
    return this.ledger.read(call, (sql) => trayOf(sql, id, this.ledger.clock()));
  }

  /** Opens a residual tray for what came back. */
  open(call: Call, { text, ...of }: NewTray): Promise<TrayView> {
    const site = siteOf(call);
    return this.ledger.write(call, async (tx) => {
      const id = await openTray(tx, site, of);
      await noteOf(tx, { site }, id, { reason: of.reason, text });
      return trayOf(tx.sql, id, tx.at);
    });
  }

  /** A closed envelope is scanned into a tray. */
  scanInto(call: Call, id: string, { windowCode, reason, text }: ScanIntoTrayBody): Promise<ScannedIntoTray> {
    const site = siteOf(call);
    return this.ledger.write(call, async (tx) => {
      await trayOf(tx.sql, id, tx.at);
      const pieceId = await pieceOfCode(tx.sql, windowCode, 'window');
      const outcome = await scanIntoTray(tx, id, pieceId, reason, `${pieceId}/${call.requestId}`);
      if (outcome === 'trayed') await noteOf(tx, { site }, pieceId, { reason, text });
      return {
        outcome,
        piece: await pieceOf(tx.sql, pieceId),
        tray: await trayOf(tx.sql, id, tx.at),
        advice: await adviceOf(tx.sql, pieceId, 'window'),
      };
    });
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

  /** Breaks the seal of a tray that has not left; a tray that is open stays so. */
  breakSeal(call: Call, id: string, because: Because): Promise<TrayView> {
    return this.ledger.write(call, async (tx) => {
      await trayOf(tx.sql, id, tx.at);
      if (await breakSeal(tx, id, because.reason)) await noteOf(tx, { site: siteOf(call) }, id, because);
      return trayOf(tx.sql, id, tx.at);
    });
  }
}
