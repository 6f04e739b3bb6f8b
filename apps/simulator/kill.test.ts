import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJournal, type JournalRecord } from '#contracts/simulator-journal';
import { fileCarrier } from '#carriers/file-carrier';
import { hotFolderInserter } from '#devices/hot-folder-inserter';
import { ippPrinter } from '#devices/ipp-printer';
import { testLot } from './testing/lot.ts';
import { SimulatorProcess } from './testing/process.ts';

let directory: string;
let running: SimulatorProcess;
let environment: Record<string, string>;
let seen = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pli-killed-'));
  environment = {
    SIMULATOR_DIR: join(directory, 'simulator'),
    SIMULATOR_POLL_MS: '10',
    SIMULATOR_SHEETS_PER_MINUTE: '12000',
    SIMULATOR_ENVELOPES_PER_HOUR: '360000',
    SIMULATOR_ACKNOWLEDGE_AFTER_MS: '50',
  };
  running = await SimulatorProcess.start(environment);
});
afterAll(async () => {
  await running.kill();
  await rm(directory, { recursive: true });
});

/** Kills the simulator without warning as soon as it has journalled such a record, and starts it again. */
async function killedAt(type: JournalRecord['type']): Promise<void> {
  const record = await running.seen(seen + 1, (each) => each.type === type);
  seen = record.n;
  await running.kill();
  running = await SimulatorProcess.start(environment);
}

/** How often each thing happened, by its name. */
const tally = (names: readonly (string | number | null)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[String(name)] = (counts[String(name)] ?? 0) + 1;
  return counts;
};
const once = (names: readonly string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, 1]));

test('killed at every step, the floor prints each sheet, closes each envelope and accepts each item once', async () => {
  const lot = testLot(
    51,
    Array.from({ length: 60 }, (_, i) => (i % 3) + 1),
    { perTray: 25 },
  );
  const file = await lot.print(join(directory, 'lot.pdf'));
  const job = { name: lot.name, file, sheets: lot.sheetCodes.length, sides: 'one-sided' } as const;

  // The answer may be lost with the process; what counts is that the job is found afterwards.
  const submitted = ippPrinter(running.addresses.ipp)
    .submit(job)
    .catch((error: unknown) => error);
  await killedAt('job_accepted');
  await submitted;
  expect(await ippPrinter(running.addresses.ipp).find(lot.name)).toMatchObject({ jobId: 1, name: lot.name });
  await killedAt('sheet_out');
  await killedAt('sheet_out');

  await hotFolderInserter(running.addresses.inserter).submit(lot.job);
  await killedAt('lot_loaded');
  await killedAt('envelope_closed');
  await killedAt('envelope_closed');
  await killedAt('result_written');
  await running.seen(1, (record) => record.type === 'result_written' && record.last);
  const results = await hotFolderInserter(running.addresses.inserter).results(lot.name);
  expect(results.complete).toBe(true);

  const items = results.records.map(({ windowCode, tray }) => {
    return {
      tray: tray ?? 0,
      windowCode: windowCode ?? '',
      registeredNumber: null,
      product: 'priority',
      band: '20',
      weightMg: 10,
    };
  });
  const carrier = fileCarrier(running.addresses.post);
  await carrier.announce({ deposit: 'PAR1-1', site: 'PAR1', contract: 'C', date: '2026-11-23', items });
  await carrier.handOver('PAR1-1');
  await killedAt('manifest_taken');
  await killedAt('item_accepted');
  await killedAt('deposit_accepted');
  await running.seen(1, (record) => record.type === 'acknowledgement_written' && record.last);

  const journal = await readJournal(running.addresses.journal);
  const of = <T extends JournalRecord['type']>(type: T) =>
    journal.filter((record): record is Extract<JournalRecord, { type: T }> => record.type === type);
  const windows = lot.job.pieces.map(({ windowCode }) => windowCode);
  expect(journal.map(({ n }) => n)).toEqual(journal.map((_, i) => i + 1));
  expect(tally(of('sheet_out').map(({ sheetCode }) => sheetCode))).toEqual(once(lot.sheetCodes));
  expect(tally(of('envelope_closed').map(({ windowCode }) => windowCode))).toEqual(once(windows));
  expect(tally(of('item_accepted').map(({ windowCode }) => windowCode))).toEqual(once(windows));
  expect(of('deposit_accepted')).toMatchObject([{ accepted: 60, missing: 0 }]);
  expect((await carrier.acknowledgements('PAR1-1')).map(({ found }) => found[0]?.count)).toEqual([60]);
});
