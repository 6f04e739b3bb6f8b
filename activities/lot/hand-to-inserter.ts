import { siteProfileAt } from '#database/site-profile';
import type { LotDeps } from './deps.ts';
import { jobName, lotRow, machineOf } from './lot-row.ts';
import { floorPieces } from './sheet-codes.ts';

export const handToInserterActivities = ({ records, inserterFor }: Pick<LotDeps, 'records' | 'inserterFor'>) => ({
  /**
   * Gives the lot's job to the inserter: which sheets make which copy, into which tray. The job is a file under the lot's name, written
   * whole or not at all; one that the inserter already has is not written again, so this may be tried again.
   * @returns until when the inserter should have told of all, ISO
   */
  async handToInserter(siteId: string, lotId: string): Promise<string> {
    const { lot, pieces, insertBy } = await records.read(siteId, async (sql) => {
      const lot = await lotRow(sql, lotId);
      const { deadlines } = await siteProfileAt(sql, siteId, records.clock());
      const insertBy = new Date(records.clock().getTime() + deadlines.insertSeconds * 1000);
      return { lot, pieces: await floorPieces(sql, lot, ['printed']), insertBy };
    });
    if (lot.state !== 'printed') return (lot.deadline_at ?? insertBy).toISOString();
    const inserter = inserterFor(machineOf(lot, 'inserter'));
    const name = jobName(lot);
    if (!(await inserter.has(name)))
      await inserter.submit({
        name,
        site: lot.site_code,
        lot: lot.number,
        envelope: lot.key.envelopeStock,
        pieces: pieces.map(({ position, copy, windowCode, sheetCodes, tray }) => ({
          position,
          copy,
          windowCode,
          sheetCodes,
          tray,
        })),
      });
    await records.write(siteId, (tx) =>
      tx.change(
        'lot',
        'lot.given_to_inserter',
        [{ id: lotId, set: { state: 'inserting', inserter_job: name, deadline_at: insertBy } }],
        { otherwise: 'skip' },
      ),
    );
    return insertBy.toISOString();
  },
});
