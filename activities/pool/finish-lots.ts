import { processId, type LotInput } from '#contracts/processes';
import type { LotKey } from '#domain/lot-key';
import type { LedgerTransaction } from '#database/ledger';
import { startWorkflow } from '#database/outbox';
import type { Sql } from '#database/scope';
import type { Records } from '../records.ts';

export interface LotToFinish {
  id: string;
  number: number;
  code: string;
  mode: string;
  key: LotKey;
  pieces: number;
  sheets: number;
}

/** A planned lot whose process nobody has asked for yet; locked. Undefined when it is under way. */
export async function lotToFinish(sql: Sql, lotId: string): Promise<LotToFinish | undefined> {
  const [lot] = await sql<LotToFinish & { number: string }>(
    `select l.id, l.number, s.code, l.mode, l.key, l.pieces, l.sheets from pli.lots l join pli.sites s on s.id = l.site_id
     where l.id = $1 and l.state = 'planned' for update of l`,
    [lotId],
  );
  if (lot === undefined || (await isAskedFor(sql, lotId))) return undefined;
  return { ...lot, number: Number(lot.number) };
}

/** In a statement of its own, after the lock: who waited for the lock must see what its holder has committed. */
async function isAskedFor(sql: Sql, lotId: string): Promise<boolean> {
  const [asked] = await sql(`select 1 from pli.outbox where kind = 'start' and workflow_id = $1`, [
    processId.lot(lotId),
  ]);
  return asked !== undefined;
}

/** Has the process of a planned lot started, once. */
export async function startLot(tx: LedgerTransaction, siteId: string, lotId: string): Promise<void> {
  const lot = await lotToFinish(tx.sql, lotId);
  if (lot === undefined) return;
  const input: LotInput = { siteId, lotId };
  const summary = `Lot ${lot.number} of ${lot.code}: ${lot.pieces} pieces, ${lot.sheets} sheets, ${lot.key.envelope}`;
  await startWorkflow(
    tx.sql,
    { siteId, process: 'lot', workflowId: processId.lot(lotId), input: { ...input, mode: lot.mode, summary } },
    tx.at,
  );
}

/** Starts the lots that a worker left behind half planned: they are whole with the pieces they have. */
export async function startUnstartedLots(records: Records, siteId: string): Promise<void> {
  const left = await records.read(siteId, (sql) =>
    sql<{ id: string }>(
      `select id from pli.lots l where site_id = $1 and state = 'planned' and not exists
         (select from pli.outbox o where o.kind = 'start' and o.workflow_id = 'lot/' || l.id) order by number`,
      [siteId],
    ),
  );
  for (const { id } of left) await records.write(siteId, (tx) => startLot(tx, siteId, id));
}
