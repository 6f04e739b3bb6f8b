import { MailError } from '#domain/mail-error';
import { formLots } from '#domain/planning';
import { calendarsOf, siteProfileAt } from '#database/site-profile';
import { recentReleases } from '#database/production/release-pool';
import { stocksAt } from '#database/production/production-data';
import type { Records } from '../records.ts';
import { startUnstartedLots } from './finish-lots.ts';
import { isAnythingToTend, tendTrays } from './tend-trays.ts';
import { planLot } from './plan-lot.ts';
import { pooledLetters, type PooledLetter } from './pool-entries.ts';

/** Lots made by one attempt: the rest is left to the next run, an attempt on the records queue is short. */
const LOTS_A_RUN = 20;

export interface FormedLots {
  lots: number;
  pieces: number;
  waiting: number;
}

export const formLotsActivities = ({ records }: { records: Records }) => ({
  /**
   * Forms the lots that are due at a site and starts them. Resumable anywhere: a letter is taken from the pool in the transaction that
   * plans its piece, and a lot that was left half planned is started with the pieces it has. The same look tends trays and copies that no
   * lot's process tends any more.
   */
  async formSiteLots(siteId: string): Promise<FormedLots> {
    const at = records.clock();
    if (await records.read(siteId, (sql) => isAnythingToTend(sql))) await tendTrays(records, siteId);
    if (!(await records.read(siteId, (sql) => isAnythingToDo(sql, siteId)))) return { lots: 0, pieces: 0, waiting: 0 };
    const { pool, profile, released, calendars } = await records.read(siteId, async (sql) => {
      const profile = await siteProfileAt(sql, siteId, at);
      const calendars = calendarsOf(profile);
      const pool = await pooledLetters(sql, siteId, await stocksAt(sql, siteId, at), profile, calendars);
      return { profile, calendars, pool, released: releasedKeys(pool, await recentReleases(sql, siteId, at), at) };
    });
    await startUnstartedLots(records, siteId);
    const planned = formLots(pool, profile.lots, { at, released }).slice(0, LOTS_A_RUN);
    const letters = new Map(pool.map((letter) => [letter.letterId, letter]));
    const formed: FormedLots = { lots: 0, pieces: 0, waiting: pool.length };
    try {
      for (const lot of planned) {
        await planLot(records, siteId, lot, letters, profile, calendars);
        formed.lots += 1;
        formed.pieces += lot.pieces.length;
        formed.waiting -= lot.pieces.length;
      }
    } catch (error) {
      // A letter was refused, or taken by another run, while we planned: the next run sees the pool as it is.
      if (!(error instanceof MailError) || error.code !== 'state_conflict') throw error;
    }
    return formed;
  },
});
export type FormLotsActivities = ReturnType<typeof formLotsActivities>;

async function isAnythingToDo(sql: Parameters<typeof recentReleases>[0], siteId: string): Promise<boolean> {
  const [found] = await sql(
    `select 1 where exists (select from pli.letters where site_id = $1 and state = 'pooled')
                 or exists (select from pli.lots where site_id = $1 and state = 'planned')`,
    [siteId],
  );
  return found !== undefined;
}

/** The keys of which a letter that may be made now was already waiting when they were released. */
function releasedKeys(
  pool: readonly PooledLetter[],
  releases: readonly { key: string | null; at: Date }[],
  now: Date,
): Set<string> {
  const free = pool.filter(
    (letter) =>
      (letter.notBeforeAt === undefined || letter.notBeforeAt <= now) &&
      releases.some(({ key, at }) => (key === null || key === letter.keyText) && letter.pooledAt <= at),
  );
  return new Set(free.map((letter) => letter.lotKey));
}
