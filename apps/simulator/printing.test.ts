import { join } from 'node:path';
import { openFloor, type Floor } from './testing/floor.ts';
import { testLot } from './testing/lot.ts';

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor();
});
afterEach(() => floor.close());

const path = (): string => join(floor.directory, 'lot.pdf');

test('our client prints a lot: every sheet comes out once, in order, with the code that it bears', async () => {
  const lot = testLot(12, [2, 1, 3]);
  expect(await floor.printer.find(lot.name)).toBeUndefined();
  const { jobId } = await floor.printer.submit({
    name: lot.name,
    file: await lot.print(path()),
    sheets: 8,
    sides: 'one-sided',
  });
  await floor.until('job_ended');

  const out = await floor.records('sheet_out');
  expect(out.map(({ sheetCode }) => sheetCode)).toEqual(lot.sheetCodes);
  expect(out.flatMap(({ windowCode }) => windowCode ?? [])).toEqual(lot.job.pieces.map(({ windowCode }) => windowCode));
  expect(await floor.printer.find(lot.name)).toMatchObject({
    jobId,
    state: 'completed',
    sheetsCompleted: 8,
    impressionsCompleted: 8,
  });
});

test('on both sides two pages are one sheet', async () => {
  const lot = testLot(13, [2]);
  await floor.printer.submit({
    name: lot.name,
    file: await lot.print(path(), true),
    sheets: 4,
    sides: 'two-sided-long-edge',
  });
  await floor.until('job_ended');
  expect(await floor.printer.find(lot.name)).toMatchObject({ sheetsCompleted: 4, impressionsCompleted: 8 });
});

test('a jam prints the last sheets again and the printer counts them', async () => {
  const lot = testLot(14, [2, 2, 2]);
  await floor.post('/faults', { lot: 14, fault: 'jam', sheets: 2 });
  await floor.printer.submit({ name: lot.name, file: await lot.print(path()), sheets: 8, sides: 'one-sided' });
  await floor.until('job_ended');

  const out = await floor.records('sheet_out');
  expect(out).toHaveLength(10);
  expect(out.filter(({ repeat }) => repeat).map(({ sheetCode }) => sheetCode)).toEqual(lot.sheetCodes.slice(2, 4));
  expect(await floor.printer.find(lot.name)).toMatchObject({ sheetsCompleted: 10 });
});

test('an answer that never comes is an unknown outcome, and asking by name finds the job', async () => {
  const lot = testLot(15, [1]);
  await floor.post('/faults', { lot: 15, fault: 'unknown_answer' });
  const job = { name: lot.name, file: await lot.print(path()), sheets: 3, sides: 'one-sided' } as const;
  await expect(floor.printer.submit(job)).rejects.toMatchObject({ code: 'printer_outcome_unknown', retry: 'never' });
  await floor.until('job_ended');
  expect(await floor.printer.find(lot.name)).toMatchObject({ state: 'completed', sheetsCompleted: 3 });
});

test('a file that is no PDF is aborted, a paper it has not is refused, a printer that is off got nothing', async () => {
  const job = { name: 'pli-PAR1-16', file: import.meta.filename, sheets: 1, sides: 'one-sided' } as const;
  await floor.printer.submit(job);
  await floor.until('job_ended');
  expect(await floor.printer.find(job.name)).toMatchObject({ state: 'aborted', sheetsCompleted: 0 });

  const letter = { ...job, name: 'pli-PAR1-17', media: 'na_letter_8.5x11in' };
  await expect(floor.printer.submit(letter)).rejects.toMatchObject({ code: 'printer_refused', retry: 'never' });

  const { ippPrinter } = await import('#devices/ipp-printer');
  const off = ippPrinter('ipp://127.0.0.1:1/ipp/print');
  await expect(off.submit(job)).rejects.toMatchObject({ code: 'printer_unreachable', retry: 'later' });
});

test('two jobs of one name are never mistaken for one', async () => {
  const lot = testLot(18, [1]);
  const job = { name: lot.name, file: await lot.print(path()), sheets: 3, sides: 'one-sided' } as const;
  await floor.printer.submit(job);
  await floor.printer.submit(job);
  await expect(floor.printer.find(lot.name)).rejects.toMatchObject({ code: 'printer_job_doubled' });
});
