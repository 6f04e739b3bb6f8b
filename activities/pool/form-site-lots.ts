import { MailError } from '#domain/mail-error';
import { lotsToForm } from '#database/production/lots-to-form';
import type { Sql } from '#database/scope';
import type { Records } from '../records.ts';
import { startUnstartedLots } from './finish-lots.ts';
import { isAnythingToTend, tendTrays } from './tend-trays.ts';
import { planLot } from './plan-lot.ts';

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
    const forming = await records.read(siteId, (sql) => lotsToForm(sql, siteId, at));
    const { pool, profile, calendars } = forming;
    await startUnstartedLots(records, siteId);
    const planned = forming.planned.slice(0, LOTS_A_RUN);
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

async function isAnythingToDo(sql: Sql, siteId: string): Promise<boolean> {
  const [found] = await sql(
    `select 1 where exists (select from pli.letters where site_id = $1 and state = 'pooled')
                 or exists (select from pli.lots where site_id = $1 and state = 'planned')`,
    [siteId],
  );
  return found !== undefined;
}
