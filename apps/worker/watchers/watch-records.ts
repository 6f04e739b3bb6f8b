import type { DataSource } from 'typeorm';
import type { Records } from '../../../activities/records.ts';
import { inLedger, type Clock } from '#database/ledger';
import { inScope, siteScope } from '#database/scope';

/** What a watcher needs that changes rows by itself. */
export interface Watch {
  database: DataSource;
  clock: Clock;
  /** The sha256 of the workflow bundle of this worker: each event names it. */
  bundle: string;
}

/** The database as a watcher sees it: through its site, every change told to the ledger as the watcher's. */
export function watchRecords({ database, clock, bundle }: Watch): Records {
  return {
    clock,
    read: (siteId, work) => inScope(database, siteScope(siteId), work),
    write: (siteId, work, at) =>
      inLedger(
        database,
        siteScope(siteId),
        { actor: 'watch:carriers', cause: { bundle }, ...(at && { at }) },
        clock,
        work,
      ),
  };
}
