import { join } from 'node:path';
import { openFloor, type Floor } from './testing/floor.ts';
import { testLot, type TestLot } from './testing/lot.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.close());

async function printAndInsert(lot: TestLot): Promise<void> {
  const file = await lot.print(join(floor.directory, `${lot.name}.pdf`));
  await floor.inserter.submit(lot.job); // before its paper: the machine waits for the stack
  await floor.printer.submit({ name: lot.name, file, sheets: lot.sheetCodes.length, sides: 'one-sided' });
  await floor.until('result_written', ({ job, last }) => job === lot.name && last);
}

test('each piece becomes one envelope with its own sheets in its planned tray; banners are outsorted', async () => {
  const lot = testLot(21, [2, 1, 3], { perTray: 2 });
  await printAndInsert(lot);
  const { records, outsorted, complete } = await floor.inserter.results(lot.name);
  expect(complete).toBe(true);
  expect(records).toMatchObject(
    lot.job.pieces.map(({ position, windowCode, sheetCodes, tray }) => {
      return { sequence: position, position, windowCode, sheetCodes, tray, outcome: 'closed' };
    }),
  );
  expect(outsorted.map(({ sheetCode, reason }) => [sheetCode, reason])).toEqual([
    [lot.header, 'banner'],
    [lot.trailer, 'banner'],
  ]);
});

test('results of a large lot come in instalments', async () => {
  const lot = testLot(
    22,
    Array.from({ length: 120 }, () => 1),
  );
  await printAndInsert(lot);
  const parts = (await floor.records('result_written')).map(({ upTo, last }) => [upTo, last]);
  expect(parts).toEqual([
    [50, false],
    [100, false],
    [122, true],
  ]); // 120 pieces and two banners
  expect((await floor.inserter.results(lot.name)).records).toHaveLength(120);
});

test('what a jam doubled is outsorted, and the sheet balance closes', async () => {
  const lot = testLot(23, [2, 2, 2]);
  await floor.post('/faults', { lot: 'next', fault: 'jam' });
  await printAndInsert(lot);
  const { records, outsorted } = await floor.inserter.results(lot.name);
  expect(records.every(({ outcome }) => outcome === 'closed')).toBe(true);
  expect(outsorted.filter(({ reason }) => reason === 'duplicate')).toHaveLength(3);
  const report = await floor.printer.find(lot.name);
  expect(report?.sheetsCompleted).toBe(records.flatMap(({ sheetCodes }) => sheetCodes).length + outsorted.length);
});

test('a swap is told as it was read: two envelopes hold each other’s inner sheets', async () => {
  const lot = testLot(24, [1, 2, 3]);
  await floor.post('/faults', { lot: 24, fault: 'swap' });
  await printAndInsert(lot);
  const [, second, third] = (await floor.inserter.results(lot.name)).records;
  const [, b, c] = lot.job.pieces;
  expect(second?.sheetCodes).toEqual([b?.sheetCodes[0], ...(c?.sheetCodes.slice(1) ?? [])]);
  expect(third?.sheetCodes).toEqual([c?.sheetCodes[0], b?.sheetCodes[1]]);
  expect((await floor.records('envelope_closed')).map(({ sheetCodes }) => sheetCodes[1])).toEqual([
    undefined,
    c?.sheetCodes[1],
    b?.sheetCodes[1],
  ]);
});

test('a torn envelope lies in the pocket for all to see', async () => {
  const lot = testLot(27, [1, 1, 1]);
  await floor.post('/faults', { lot: 27, fault: 'divert', damaged: true });
  await printAndInsert(lot);
  expect((await floor.seen({ lot: 27 })).envelopes).toMatchObject([{ where: 'pocket', damaged: true }]);
});

test('a diverted piece lies in no tray until a hand puts it there', async () => {
  const lot = testLot(25, [1, 1, 1]);
  await floor.post('/faults', { lot: 25, fault: 'divert' });
  await printAndInsert(lot);
  const record = (await floor.inserter.results(lot.name)).records[1];
  expect(record).toMatchObject({ outcome: 'diverted', tray: null });
  await floor.post('/hands', { windowCode: record?.windowCode, tray: 7 });
  expect(await floor.records('envelope_moved')).toMatchObject([{ windowCode: record?.windowCode, tray: 7 }]);
});

test('a job file given again changes nothing, another one under its name is refused, erasing leaves no trace', async () => {
  const lot = testLot(26, [1]);
  await printAndInsert(lot);
  await floor.inserter.submit(lot.job);
  await expect(floor.inserter.submit({ ...lot.job, envelope: 'c4' })).rejects.toMatchObject({
    code: 'inserter_job_conflict',
  });
  expect(await floor.inserter.has(lot.name)).toBe(true);
  await floor.inserter.erase(lot.name);
  expect(await floor.inserter.has(lot.name)).toBe(false);
  expect((await floor.inserter.results(lot.name)).records).toEqual([]);
});
