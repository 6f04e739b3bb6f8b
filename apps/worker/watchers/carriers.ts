import type { Acknowledgement } from '#contracts/acknowledgement';
import type { Carrier } from '#carriers/carrier';
import type { CarrierDevice } from '../../../activities/deposit/deps.ts';
import { acceptFoundLate } from '../../../activities/deposit/found-late.ts';
import { processId } from '#contracts/processes';
import { recordFacts } from '#database/facts';
import { nudgeWorkflow } from '#database/outbox';
import { ACKNOWLEDGED } from '#database/production/carrier-word';
import { inScope, siteScope, type Sql } from '#database/scope';
import { watchRecords, type Watch } from './watch-records.ts';

interface WaitingDeposit {
  id: string;
  manifest: string;
  carrier: CarrierDevice;
  /** Parts that are facts already. */
  known: number[];
  /** It is counted, and a piece that the carrier has found since is still missing in our books: somebody was interrupted. */
  unsettled_find: boolean;
}

/** What the watch over carriers needs: where deposits are, and how to ask their carriers. */
export interface CarrierWatch extends Watch {
  carrierFor(device: CarrierDevice): Carrier;
}

/** How long after it left a deposit with missing pieces is looked at: as long as posts keep what they found without an owner. */
const LATE_FINDS_MS = 180 * 24 * 3_600_000;

/**
 * Asks the carriers of a site about the deposits that have left it, and about those of which pieces are missing; each new part of an
 * acknowledgement becomes a fact. The count itself is the deposit's process' work: it is nudged. What was found after the count is accepted
 * here, for the process may have ended. Answers how many parts were new.
 */
export async function watchCarriers(watch: CarrierWatch, siteId: string): Promise<number> {
  const waiting = await inScope(watch.database, siteScope(siteId), (sql) =>
    waitingDeposits(sql, siteId, new Date(watch.clock().getTime() - LATE_FINDS_MS)),
  );
  let news = 0;
  const failures: unknown[] = [];
  for (const deposit of waiting)
    try {
      const parts = await watch.carrierFor(deposit.carrier).acknowledgements(deposit.manifest, new Set(deposit.known));
      const fresh = parts.filter(({ part }) => !deposit.known.includes(part));
      if (fresh.length > 0) news += await recordParts(watch, siteId, deposit, fresh);
      else if (deposit.unsettled_find) await acceptFoundLate(watchRecords(watch), siteId, deposit.id);
    } catch (error) {
      failures.push(error); // one answer that is not understood does not keep the other deposits waiting
    }
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
  return news;
}

function waitingDeposits(sql: Sql, siteId: string, notBefore: Date): Promise<WaitingDeposit[]> {
  return sql<WaitingDeposit & Record<string, unknown>>(
    `select d.id, d.manifest, jsonb_build_object('id', c.id, 'name', c.name, 'address', c.address, 'settings', c.settings) as carrier,
            array(select (f.data->>'part')::int from pli.facts f where f.subject_id = d.id and f.kind = $2 and f.source = 'carrier:' || c.id) as known,
            d.state <> 'left_site' and exists (
              select from pli.facts f cross join jsonb_array_elements(f.data->'foundLate') late
              join pli.pieces p on p.window_code = late->>'windowCode'
              where f.subject_id = d.id and f.kind = $2 and f.data->'supplement' = 'true' and p.deposit_id = d.id and p.state = 'missing_at_deposit') as unsettled_find
     from pli.deposits d join pli.devices c on c.id = d.carrier_id
     where d.site_id = $1 and (d.state = 'left_site' or d.left_at > $3 and d.id in (
       select deposit_id from pli.pieces where site_id = $1 and state = 'missing_at_deposit')) order by d.id`,
    [siteId, ACKNOWLEDGED, notBefore],
  );
}

async function recordParts(
  watch: CarrierWatch,
  siteId: string,
  deposit: WaitingDeposit,
  parts: readonly Acknowledgement[],
): Promise<number> {
  const { database, clock } = watch;
  const { news, counted } = await inScope(database, siteScope(siteId), async (sql) => {
    // Under the deposit's lock: a part comes before or after the slip that an operator types in, and before or after the count.
    const [row] = await sql<{ state: string }>(`select state from pli.deposits where id = $1 for no key update`, [
      deposit.id,
    ]);
    const added = await recordFacts(
      sql,
      parts.map((part) => ({
        siteId,
        source: `carrier:${deposit.carrier.id}`,
        sourceId: `${part.deposit}/${part.part}`,
        kind: ACKNOWLEDGED,
        subjectId: deposit.id,
        data: part,
        at: new Date(part.acceptedAt),
        recordedAt: clock(),
      })),
    );
    if (added.size > 0) await nudgeWorkflow(sql, siteId, processId.deposit(deposit.id), clock());
    return { news: added.size, counted: row?.state !== 'left_site' };
  });
  if (counted && parts.some(({ supplement }) => supplement === true))
    await acceptFoundLate(watchRecords(watch), siteId, deposit.id);
  return news;
}
