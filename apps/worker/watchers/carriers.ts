import type { DataSource } from 'typeorm';
import type { Acknowledgement, Carrier } from '#carriers/carrier';
import type { CarrierDevice } from '../../../activities/deposit/deps.ts';
import { processId } from '#contracts/processes';
import { recordFacts } from '#database/facts';
import type { Clock } from '#database/ledger';
import { nudgeWorkflow } from '#database/outbox';
import { inScope, siteScope } from '#database/scope';
import { ACKNOWLEDGED } from '../../../activities/deposit/acknowledge.ts';

interface WaitingDeposit {
  id: string;
  manifest: string;
  carrier: CarrierDevice;
}

/** What the watch over carriers needs: where deposits are, and how to ask their carriers. */
export interface CarrierWatch {
  database: DataSource;
  clock: Clock;
  carrierFor(device: WaitingDeposit['carrier']): Carrier;
}

/**
 * Asks the carriers of a site about the deposits that have left it; each new part of an acknowledgement becomes a fact, with a nudge to the
 * deposit's process in the same transaction. Answers how many parts were new.
 */
export async function watchCarriers({ database, clock, carrierFor }: CarrierWatch, siteId: string): Promise<number> {
  const waiting = await inScope(database, siteScope(siteId), (sql) =>
    sql<WaitingDeposit>(
      `select d.id, d.manifest, jsonb_build_object('id', c.id, 'name', c.name, 'address', c.address, 'settings', c.settings) as carrier
       from pli.deposits d join pli.devices c on c.id = d.carrier_id where d.site_id = $1 and d.state = 'left_site' order by d.id`,
      [siteId],
    ),
  );
  let news = 0;
  for (const deposit of waiting) {
    const parts = await carrierFor(deposit.carrier).acknowledgements(deposit.manifest);
    if (parts.length > 0) news += await recordParts(database, clock(), siteId, deposit, parts);
  }
  return news;
}

async function recordParts(
  database: DataSource,
  now: Date,
  siteId: string,
  deposit: WaitingDeposit,
  parts: Acknowledgement[],
): Promise<number> {
  return inScope(database, siteScope(siteId), async (sql) => {
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
        recordedAt: now,
      })),
    );
    if (added.size > 0) await nudgeWorkflow(sql, siteId, processId.deposit(deposit.id), now);
    return added.size;
  });
}
