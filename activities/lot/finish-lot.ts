import type { LedgerTransaction } from '#database/ledger';
import { makeNextCopies } from '#database/production/next-copies';
import { sealTray } from '#database/production/seal-tray';
import { siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';

export const finishLotActivities = ({ records }: { records: Records }) => ({
  /** Seals the closed lot's trays into the next deposits. Each tray has a transaction of its own, a very full one several. */
  async sealTrays(siteId: string, lotId: string): Promise<number> {
    const trays = await openTrays(records, siteId, lotId);
    for (const tray of trays) while (!(await records.write(siteId, (tx) => sealTray(tx, tray))).sealed);
    await records.write(siteId, (tx) => operatorHasCome(tx, lotId));
    return trays.length;
  },

  /** A person seals the trays: until then they wait, with a deadline. */
  async askForSealing(siteId: string, lotId: string): Promise<number> {
    const trays = await openTrays(records, siteId, lotId);
    await records.write(siteId, async (tx) => {
      const { lead } = await siteProfileAt(tx.sql, siteId, tx.at);
      const deadline_at = new Date(tx.at.getTime() + lead.sealSeconds * 1000);
      await tx.change(
        'tray',
        'tray.ready_to_seal',
        trays.map((id) => ({ id, set: { deadline_at } })),
        { from: ['open'], otherwise: 'skip' },
      );
    });
    return trays.length;
  },

  /** Letters whose copy is spoiled or voided get their next one, in reprint lots of their own. */
  async reprintDead(siteId: string, lotId: string): Promise<number> {
    for (let copies = 0; ;) {
      const reprint = await records.write(siteId, (tx) => makeNextCopies(tx, lotId));
      copies += reprint?.copies ?? 0;
      if (reprint?.more !== true) return copies;
    }
  },
});

/** Nothing keeps the closed lot any more. */
async function operatorHasCome(tx: LedgerTransaction, lotId: string): Promise<void> {
  const [called] = await tx.sql(`select from pli.lots where id = $1 and needs_operator`, [lotId]);
  if (called !== undefined)
    await tx.change('lot', 'lot.operator_released', [
      { id: lotId, set: { needs_operator: false, operator_reason: null } },
    ]);
}

async function openTrays(records: Records, siteId: string, lotId: string): Promise<string[]> {
  const trays = await records.read(siteId, (sql) =>
    sql<{ id: string }>(`select id from pli.trays where lot_id = $1 and state = 'open' order by position`, [lotId]),
  );
  return trays.map((tray) => tray.id);
}
