import { setTimeout as delay } from 'node:timers/promises';
import type { TestSite } from '#database/testing/fixtures';
import { demonstrationProfile } from '#domain/site-profiles';
import { skippedTime, type SkippedTime } from './testing/skipped-time.ts';
import { openPrintRoom, type PrintRoom } from './testing/print-room.ts';

const SOON = 60_000;
/** Each of another length, so that none stands for another. */
const deadlines = {
  ...demonstrationProfile.deadlines,
  printSeconds: 600,
  insertSeconds: 900,
  reconcileSeconds: 300,
  suspectSeconds: 1200,
};

let room: PrintRoom;
let time: SkippedTime;
/** How far the processes' clock is ahead of the world's; the activities go by it. */
let ahead = 0;
beforeAll(async () => {
  room = await openPrintRoom({ clock: () => new Date(Date.now() + ahead) });
  time = await skippedTime(room.house.temporal);
});
beforeEach(() => {
  ahead = 0;
});
afterAll(async () => {
  await time.close();
  await room.close();
});

/** A lot whose process runs with its clock in the test's hand: it stands `SOON` after its start. */
async function standingLot(letters: number): Promise<{ site: TestSite; lotId: string }> {
  const at = await room.site({ deadlines });
  const lotId = await room.plannedLot(at, letters);
  await room.house.db.asOwner(`update pli.outbox set done_at = now() where workflow_id = $1`, [`lot/${lotId}`]);
  return { site: at.site, lotId };
}
const start = async ({ site, lotId }: { site: TestSite; lotId: string }) => {
  ahead += SOON;
  await time.startUntil(
    'lot',
    { workflowId: `lot/${lotId}`, taskQueue: 'records', args: [{ siteId: site.id, lotId }] },
    SOON,
  );
};
/** Lets time pass for the lot's process. */
async function pass(lotId: string, ms: number): Promise<void> {
  ahead += ms;
  await time.pass(`lot/${lotId}`, ms);
}
/** From where the clock stands to an instant on a row; `stood`: how far it has passed since the start. */
async function left(lotId: string, deadline: unknown, stood: number): Promise<number> {
  const { startTime } = await room.house.temporal.client.workflow.getHandle(`lot/${lotId}`).describe();
  return (deadline as Date).getTime() - startTime.getTime() - stood;
}

/** Looks at the machines until they have told something. */
async function told(site: TestSite): Promise<void> {
  while ((await room.look(site)) === 0) await delay(20);
}

test('a printer that tells nothing: the operator is called at the print deadline, not a second before', async () => {
  const lot = await standingLot(2);
  const { site, lotId } = lot;
  await room.working(
    site,
    async () => {
      await start(lot);
      const before = await room.lot(lotId);
      expect(before).toMatchObject({ state: 'printing', needs_operator: false });
      await pass(lotId, (await left(lotId, before.deadline_at, SOON)) - 1000);
      expect(await room.lot(lotId)).toMatchObject({ needs_operator: false, deadline_at: before.deadline_at });

      await pass(lotId, 2000);
      await room.until(lotId, ({ needs_operator }) => needs_operator === true);
      const late = await room.lot(lotId);
      expect(late).toMatchObject({ state: 'printing', operator_reason: 'print_late' });
      expect((late.deadline_at as Date).getTime()).toBeGreaterThan((before.deadline_at as Date).getTime());
      const moved = String(late.deadline_at);
      await room.until(lotId, (_, pieces) => pieces.every((piece) => String(piece.deadline_at) === moved));
    },
    { watch: false },
  );
});

test('what the printer tells a second before the deadline is in time; the inserter has a deadline of its own, and so has a diverted letter', async () => {
  const lot = await standingLot(3);
  const { site, lotId } = lot;
  await room.floor.post('/faults', { lot: 'next', fault: 'divert' });
  await room.working(
    site,
    async () => {
      await start(lot);
      const printBy = await left(lotId, (await room.lot(lotId)).deadline_at, SOON);
      await pass(lotId, printBy - 1000);
      await told(site);
      await room.until(lotId, ({ state }) => state === 'inserting');
      const atInserter = await room.lot(lotId);
      expect(atInserter).toMatchObject({ needs_operator: false, operator_reason: null });

      const insertBy = await left(lotId, atInserter.deadline_at, SOON + printBy - 1000);
      await pass(lotId, insertBy - 1000);
      expect(await room.lot(lotId)).toMatchObject({ state: 'inserting', needs_operator: false });
      await pass(lotId, 2000);
      await room.until(lotId, ({ needs_operator }) => needs_operator === true);
      expect(await room.lot(lotId)).toMatchObject({ state: 'inserting', operator_reason: 'insert_late' });

      // It goes on waiting; what the inserter tells late is taken all the same.
      await told(site);
      await room.until(lotId, ({ state }) => state === 'reconciling');
      const waiting = await room.lot(lotId);
      expect(waiting).toMatchObject({ needs_operator: true, operator_reason: 'pieces_unresolved' });
      const calls = () =>
        room.house.db.asOwner(`select at from pli.events where subject_id = $1 and type = 'lot.operator_called'`, [
          lotId,
        ]);
      expect(await calls()).toHaveLength(1);
      const resolveBy = await left(lotId, waiting.deadline_at, SOON + printBy - 1000 + insertBy + 1000);
      await pass(lotId, resolveBy - 1000);
      expect(await calls()).toHaveLength(1);
      await pass(lotId, 2000);
      await room.until(lotId, ({ deadline_at }) => String(deadline_at) !== String(waiting.deadline_at));
      expect(await calls()).toHaveLength(2);

      const diverted = (await room.pieces(lotId)).find((piece) => piece.state === 'diverted');
      await room.resolve(site, String(diverted?.id), { found: 'trayed', tray: Number(diverted?.tray) });
      await room.made(lotId);
    },
    { watch: false },
  );
  expect(await room.lot(lotId)).toMatchObject({ state: 'closed', pieces_good: 3, needs_operator: false });
}, 120_000);
