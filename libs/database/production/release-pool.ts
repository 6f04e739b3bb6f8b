import { processId } from '#contracts/processes';
import type { LedgerTransaction } from '../ledger.ts';
import { nudgeWorkflow } from '../outbox.ts';
import type { Sql } from '../scope.ts';

const RELEASED = 'pool.released';
/** How far back a release is looked for: what waited then is long made. */
const LOOK_BACK_MS = 24 * 3_600_000;

/**
 * "Release now": the letters that wait in the pool under a lot key (all keys when none is given) form lots at the next look, which is
 * at once, however few they are.
 * @param sourceId makes the fact one: the same given twice releases once (the request's id)
 */
export async function releasePool(
  tx: LedgerTransaction,
  siteId: string,
  keyText: string | undefined,
  actor: string,
  sourceId: string,
): Promise<void> {
  await tx.sql(
    `insert into pli.facts (site_id, source, source_id, kind, subject_id, data, at, recorded_at) values ($1, $2, $3, $4, $1, $5, $6, $6)
     on conflict do nothing`,
    [siteId, actor, sourceId, RELEASED, JSON.stringify({ key: keyText ?? null }), tx.at],
  );
  tx.tell(`site/${siteId}`, 'site', siteId, RELEASED, { key: keyText ?? null });
  await nudgeWorkflow(tx.sql, siteId, processId.schedule('formLots', siteId), tx.at);
}

/** Releases of the last day: a key, or null for every key, with the instant up to which it lets letters go. */
export async function recentReleases(sql: Sql, siteId: string, now: Date): Promise<{ key: string | null; at: Date }[]> {
  return sql(`select data->>'key' as key, at from pli.facts where subject_id = $1 and kind = $2 and at > $3`, [
    siteId,
    RELEASED,
    new Date(now.getTime() - LOOK_BACK_MS),
  ]);
}
