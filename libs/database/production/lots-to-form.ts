import type { SiteCalendars } from '#domain/deposit-planning';
import { formLots, type PlannedLot } from '#domain/planning';
import type { SiteProfile } from '#domain/profiles';
import type { Sql } from '../scope.ts';
import { calendarsOf, siteProfileAt } from '../site-profile.ts';
import { pooledLetters, type PooledLetter } from './pool-entries.ts';
import { stocksAt } from './production-data.ts';
import { recentReleases } from './release-pool.ts';

export interface LotsToForm {
  pool: PooledLetter[];
  profile: SiteProfile;
  calendars: SiteCalendars;
  /** The lots that form at this instant, the most urgent first. */
  planned: PlannedLot[];
}

/** Which lots the pool of a site forms at an instant, with what was released by then. */
export async function lotsToForm(sql: Sql, siteId: string, at: Date): Promise<LotsToForm> {
  const profile = await siteProfileAt(sql, siteId, at);
  const calendars = calendarsOf(profile);
  const pool = await pooledLetters(sql, siteId, await stocksAt(sql, siteId, at), profile, calendars);
  const released = releasedKeys(pool, await recentReleases(sql, siteId, at), at);
  return { pool, profile, calendars, planned: formLots(pool, profile.lots, { at, released }) };
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
