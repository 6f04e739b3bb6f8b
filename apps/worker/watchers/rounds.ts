import type { DataSource } from 'typeorm';
import { inScope } from '#database/scope';
import type { Rounds } from '../shift.ts';

/** One look at what a watcher watches at a site. */
export type Look = (siteId: string) => Promise<unknown>;

export interface WatchOptions {
  database: DataSource;
  looks: readonly Look[];
  /** Pause between two rounds. */
  everyMs: number;
  /** Hears why a look failed; the next round looks again. */
  onError: (error: unknown) => void;
}

/** Sites looked at side by side: one whose machine is silent keeps no other waiting. */
const ABREAST = 4;

/** Who watches holds this lock; it falls with the connection, so a process that dies hands the watch on. */
const WATCH_LOCK = `hashtextextended('pli watchers', 0)`;

/**
 * Walks the rounds over all sites: one process at a time, however many are there; the others stand by and take over when its
 * connection ends.
 */
export function watch({ database, looks, everyMs, onError }: WatchOptions): Rounds {
  const stopping = new AbortController();
  const runs = walk();

  async function walk(): Promise<void> {
    while (!stopping.signal.aborted) {
      await turn().catch(onError);
      await pause(everyMs, stopping.signal);
    }
  }

  /** Takes the watch if it is free, and keeps it until told to stop or the connection ends. */
  async function turn(): Promise<void> {
    const holder = database.createQueryRunner();
    try {
      const [lock] = (await holder.query(`select pg_try_advisory_lock(${WATCH_LOCK}) as held`)) as { held: boolean }[];
      while (lock?.held === true && !stopping.signal.aborted) {
        await look();
        await pause(everyMs, stopping.signal);
        await holder.query('select 1'); // still ours: a lost connection has lost the lock
      }
      if (lock?.held === true) await holder.query(`select pg_advisory_unlock(${WATCH_LOCK})`);
    } finally {
      await holder.release();
    }
  }

  async function look(): Promise<void> {
    const sites = (await sitesOf(database)).values();
    const walkOn = async () => {
      for (const site of sites)
        for (const lookAt of looks) {
          if (stopping.signal.aborted) return;
          await lookAt(site).catch(onError);
        }
    };
    await Promise.all(Array.from({ length: ABREAST }, walkOn));
  }

  return {
    async stop() {
      stopping.abort();
      await runs;
    },
  };
}

/** Each site has a stream: that is how a role that sees no site knows of them. */
export async function sitesOf(database: DataSource): Promise<string[]> {
  const rows = await inScope(database, { role: 'pli_relay' }, (sql) =>
    sql<{ site_id: string }>(`select site_id from pli.streams where site_id is not null order by site_id`),
  );
  return rows.map((row) => row.site_id);
}

/** Ends early when `signal` says so. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
