import { MockActivityEnvironment } from '@temporalio/testing';
import { lotActivities } from '../../../activities/lot/index.ts';
import { openPrintRoom, type PrintRoom } from '../../../workflows/testing/print-room.ts';

let room: PrintRoom;
beforeAll(async () => {
  room = await openPrintRoom();
});
afterAll(() => room.close());

const step = <T>(work: () => Promise<T>) => new MockActivityEnvironment().run(work) as Promise<T>;
const factsOf = async (lotId: string) =>
  (
    await room.house.db.asOwner<{ kind: string; source_id: string }>(
      `select kind, source_id from pli.facts where subject_id = $1 and kind not like 'print.attempt' order by id`,
      [lotId],
    )
  ).map(({ kind, source_id }) => `${kind} ${source_id}`);
const nudgesOf = (lotId: string) =>
  room.house.db.asOwner(`select id from pli.outbox where kind = 'nudge' and workflow_id = $1`, [`lot/${lotId}`]);

test('what machines tell becomes facts once, in ranges of records, each end with one nudge; looking again tells nothing new', async () => {
  const at = await room.site();
  const lotId = await room.plannedLot(at, 250);
  const { assembleLot, handToPrinter, takePrinted, handToInserter, settlePieces } = lotActivities(room.deps());
  const job = `pli-${at.site.code}-1`;
  await step(() => assembleLot(at.site.id, lotId));
  await step(() => handToPrinter(at.site.id, lotId));
  await room.floor.until('job_ended', ({ name }) => name === job);
  expect([await room.look(at.site), await room.look(at.site)]).toEqual([1, 0]);
  expect(await nudgesOf(lotId)).toHaveLength(1);

  expect(await step(() => takePrinted(at.site.id, lotId))).toMatchObject({ done: true, printed: 250 });
  expect(await step(() => settlePieces(at.site.id, lotId))).toMatchObject({ told: false });
  await step(() => handToInserter(at.site.id, lotId));
  await room.floor.until('result_written', (record) => record.job === job && record.last);
  await room.look(at.site);
  expect(await room.look(at.site)).toBe(0);
  expect(await factsOf(lotId)).toEqual([
    `print.ended ${job}/ended`,
    `insert.records ${job}/records/1`,
    `insert.records ${job}/records/201`,
    `insert.ended ${job}/ended`,
  ]);
  expect(await nudgesOf(lotId)).toHaveLength(2);
  expect(await step(() => settlePieces(at.site.id, lotId))).toMatchObject({ told: true, unresolved: 0 });
});
