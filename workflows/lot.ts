import type { LotActivities } from '#activities/lot/index';
import type { LotInput } from '#contracts/processes';
import { onCompose, onPost, onRecords } from './activity-classes.ts';
import { describe } from './describe.ts';
import { listenForNudges } from './facts-until.ts';
import { lotWaits } from './lot-waits.ts';
import { printOnce } from './print-once.ts';

const { assembleLot } = onCompose<LotActivities>('Marks and print file');
const { openLot, takePrinted, settlePieces, closeLot, sealTrays, askForSealing, reprintDead } =
  onRecords<LotActivities>('Records of the lot');
const { handToInserter } = onPost<LotActivities>('Job for the inserter');

/**
 * A lot: pieces made together. Assembled, printed once, inserted, settled piece by piece, closed when its three balances close; its trays
 * go into the next deposit, and what was spoiled is made again in a lot of its own. Each wait has its deadline from the
 * site's profile; when it passes an operator is called and the lot goes on waiting.
 */
export async function lot({ siteId, lotId }: LotInput): Promise<void> {
  const factsUntil = listenForNudges();
  const { until, mended } = lotWaits({ siteId, lotId }, factsUntil);

  const { title, pieces, sheets, assembleBy } = await openLot(siteId, lotId);
  describe(`${title}: ${pieces} pieces, in assembly`, { state: 'planned', dueAt: new Date(assembleBy) });
  const printBy = await mended(() => assembleLot(siteId, lotId), assembleBy, {
    failed: 'assembly_failed',
    late: 'assembly_late',
  });

  describe(`${title}: ${pieces} pieces on ${sheets} sheets, at the printer`, {
    state: 'printing',
    dueAt: new Date(printBy),
  });
  const handedOverBy = await printOnce({ siteId, lotId, printBy }, factsUntil);
  const printed = await until(
    () => takePrinted(siteId, lotId),
    ({ done }) => done,
    handedOverBy,
    ({ suspect }) => (suspect > 0 ? 'print_broken_off' : 'print_late'),
  );

  if (printed.printed > 0) {
    const insertBy = await mended(() => handToInserter(siteId, lotId), printed.insertBy, {
      failed: 'insert_failed',
      late: 'insert_late',
    });
    describe(`${title}: ${printed.printed} pieces at the inserter`, { state: 'inserting', dueAt: new Date(insertBy) });
    const settled = await until(
      () => settlePieces(siteId, lotId),
      ({ told }) => told,
      insertBy,
      () => 'insert_late',
    );

    if (settled.unresolved > 0) {
      describe(`${title}: ${settled.unresolved} pieces wait for a person`, {
        state: 'reconciling',
        dueAt: new Date(settled.resolveBy),
        needsOperator: true,
      });
      await until(
        () => settlePieces(siteId, lotId),
        ({ unresolved }) => unresolved === 0,
        settled.resolveBy,
        () => 'pieces_unresolved',
      );
    }
  }

  const closing = await until(
    () => closeLot(siteId, lotId),
    ({ closed }) => closed,
    undefined,
    () => 'balance_open',
  );
  const finish = { failed: 'finish_failed', late: 'finish_late' } as const;
  await mended(
    () => (closing.sealing === 'automatic' ? sealTrays(siteId, lotId) : askForSealing(siteId, lotId)),
    closing.finishBy,
    finish,
  );
  if (closing.dead > 0) await mended(() => reprintDead(siteId, lotId), closing.finishBy, finish);
  describe(`${title}: closed`, { state: 'closed', needsOperator: false });
}
