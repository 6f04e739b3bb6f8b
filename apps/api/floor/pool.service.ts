import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { pool, poolRelease } from '#contracts/api/pool';
import { releasePool } from '#database/production/release-pool';
import { actorOf, siteOf, type Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { noteOf } from './because.ts';

interface Row {
  lot_key_text: string | null;
  letters: number;
  sheets: number;
  oldest: Date;
  earliest: Date | null;
}

@Injectable()
export class PoolService {
  constructor(private readonly ledger: ScopedLedger) {}

  /** The letters that wait for a lot, by what they have in common. */
  async groups(call: Call): Promise<z.output<typeof pool>> {
    const rows = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select lot_key_text, count(*) as letters, coalesce(sum(sheets), 0) as sheets, min(state_since) as oldest, min(deadline_at) as earliest
         from pli.letters where site_id = $1 and state = 'pooled' group by lot_key_text order by min(deadline_at)`,
        [siteOf(call)],
      ),
    );
    const groups = rows.map((row) => ({
      lotKey: row.lot_key_text ?? '',
      letters: row.letters,
      sheets: row.sheets,
      oldestSince: row.oldest.toISOString(),
      earliestUntil: row.earliest?.toISOString() ?? null,
    }));
    return { groups };
  }

  /** Lets what waits form lots at once, however few letters they are. */
  release(call: Call, { lotKey, ...because }: z.output<typeof poolRelease>): Promise<z.output<typeof pool>> {
    const siteId = siteOf(call);
    return this.ledger
      .write(call, async (tx) => {
        await releasePool(tx, siteId, lotKey, actorOf(call.caller), call.requestId);
        await noteOf(tx, { site: siteId }, siteId, because);
      })
      .then(() => this.groups(call));
  }
}
