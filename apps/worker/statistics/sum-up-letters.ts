import type { DataSource } from 'typeorm';
import { inScope, siteScope } from '#database/scope';
import { sitesOf } from '../watchers/rounds.ts';

/** How often changes are summed up: until then readers add them themselves. */
export const SUM_UP_EVERY_MS = 10_000;
const AT_ONCE = 10_000;

const counted = 'account_id, mode, site_id, day, service, state, content, envelope, cost_centre';

/**
 * Sums up what changed in the counts of a site's letters, so that reading them stays cheap. Another process that does the same waits and
 * takes what is left; what a reader adds up is the same before and after. @returns how many rows were summed up
 */
export async function sumUpLetters(database: DataSource, siteId: string): Promise<number> {
  return inScope(database, siteScope(siteId), async (sql) => {
    const [{ taken } = { taken: 0 }] = await sql<{ taken: number }>(
      `with chosen as (select id from pli.statistics_changes where site_id = $1 order by id limit $2),
            taken as (delete from pli.statistics_changes c using chosen where c.id = chosen.id returning c.*),
            summed as (
              insert into pli.statistics as s (${counted}, letters, weight_mg, postage_cents)
              select ${counted}, sum(letters), sum(weight_mg), sum(postage_cents) from taken group by ${counted}
              order by ${counted}
              on conflict (account_id, mode, day, site_id, service, state, content, envelope, cost_centre) do update
                set letters = s.letters + excluded.letters, weight_mg = s.weight_mg + excluded.weight_mg,
                  postage_cents = s.postage_cents + excluded.postage_cents)
       select count(*) as taken from taken`,
      [siteId, AT_ONCE],
    );
    return Number(taken);
  });
}

/** One round over all sites. */
export async function sumUpAllLetters(database: DataSource): Promise<void> {
  for (const siteId of await sitesOf(database)) while ((await sumUpLetters(database, siteId)) === AT_ONCE);
}
