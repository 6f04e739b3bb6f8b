import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJournal, simulatorFaults, type JournalRecord } from '#contracts/simulator-journal';
import { fileCarrier } from '#carriers/file-carrier';
import { hotFolderInserter } from '#devices/hot-folder-inserter';
import { ippPrinter } from '#devices/ipp-printer';
import { testLot } from './testing/lot.ts';
import { manifestOf } from './testing/production.ts';
import { SimulatorProcess } from './testing/process.ts';

let directory: string;
let running: SimulatorProcess;
let environment: Record<string, string>;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pli-mishaps-killed-'));
  environment = {
    SIMULATOR_DIR: join(directory, 'simulator'),
    SIMULATOR_POLL_MS: '10',
    SIMULATOR_ACKNOWLEDGE_AFTER_MS: '50',
    SIMULATOR_TRANSIT_AFTER_MS: '10',
    SIMULATOR_DELIVERED_AFTER_MS: '20',
  };
  running = await SimulatorProcess.start(environment);
});
afterAll(async () => {
  await running.kill();
  await rm(directory, { recursive: true });
});

let seen = 0;
const befallen: string[] = [];
/** Kills the simulator as soon as it has journalled that the next mishap befell something, and starts it again; says which it was. */
async function killedAtNextMishap(): Promise<void> {
  const record = await running.seen(seen + 1, ({ type }) => type === 'fault_used');
  seen = record.n;
  if (record.type === 'fault_used') befallen.push(record.fault);
  await running.kill();
  running = await SimulatorProcess.start(environment);
}
const allKnown = (): Promise<JournalRecord[]> => readJournal(running.addresses.journal);

test('killed at every mishap as it happens, each befalls the paper once, and the paper is still all there', async () => {
  const lot = testLot(
    61,
    Array.from({ length: 12 }, (_, i) => (i % 2) + 1),
    { perTray: 6 },
  );
  const file = await lot.print(join(directory, 'lot.pdf'));
  for (const fault of simulatorFaults) {
    const ms = fault === 'lose' ? { ms: 100 } : fault === 'late_acknowledgement' ? { ms: 20 } : {};
    await fetch(`${running.addresses.http}/faults`, {
      method: 'POST',
      body: JSON.stringify({ site: 'PAR1', lot: 61, fault, ...ms }),
    });
  }
  const job = { name: lot.name, file, sheets: lot.sheetCodes.length, sides: 'one-sided' } as const;
  const submitted = ippPrinter(running.addresses.ipp)
    .submit(job)
    .catch((error: unknown) => error);
  await killedAtNextMishap(); // the answer that never comes, and the jam behind it
  await submitted;
  await killedAtNextMishap();
  await hotFolderInserter(running.addresses.inserter).submit(lot.job);
  for (let i = 0; i < 5; i++) await killedAtNextMishap(); // swap, double feed, divert, drop, a hand

  const carrier = fileCarrier(running.addresses.post);
  const numbers = lot.job.pieces.map((_, i) => `RA1234567${String(i).padStart(2, '0')}FR`);
  const manifest = manifestOf(lot, numbers);
  await carrier.announce(manifest);
  await carrier.handOver(manifest.deposit);
  // lose, refuse, three of the acknowledgement, two of registered items.
  for (let i = 0; i < 7; i++) await killedAtNextMishap();
  await running.seen(1, (record) => record.type === 'acknowledgement_written' && record.supplement === true);
  await running.seen(1, (record) => record.type === 'tracking' && record.code === 'DI2');

  expect([...befallen].sort()).toEqual([...simulatorFaults].sort());
  const journal = await allKnown();
  const of = <T extends JournalRecord['type']>(type: T) =>
    journal.filter((record): record is Extract<JournalRecord, { type: T }> => record.type === type);
  const sorted = (codes: readonly (string | null)[]) => [...codes].sort();

  // Paper: what came out is in envelopes or outsorted or left of what was not closed; the jam's sheets came out twice.
  const out = of('sheet_out').map(({ sheetCode }) => sheetCode);
  expect(out).toHaveLength(lot.sheetCodes.length + 3);
  const inside = of('envelope_closed').flatMap(({ sheetCodes }) => sheetCodes);
  const loose = [
    ...of('sheet_outsorted').map(({ sheetCode }) => sheetCode),
    ...of('piece_incomplete').flatMap(({ sheetCodes }) => sheetCodes),
  ];
  expect(sorted([...inside, ...loose])).toEqual(sorted(out));
  const closed = of('envelope_closed');
  expect(closed.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'closed')).toHaveLength(2);
  expect(closed.filter(({ read }) => read !== undefined)).toHaveLength(1);
  expect(of('piece_incomplete')).toHaveLength(1);
  // Of twelve pieces one was not closed, three are in no tray; of the eight handed over one is back and one was found late.
  const accepted = of('item_accepted');
  expect(accepted).toHaveLength(7);
  expect(new Set(accepted.map(({ envelope }) => envelope)).size).toBe(7);
  expect(accepted.filter(({ late }) => late === true)).toHaveLength(1);
  expect(of('item_refused')).toHaveLength(1);
  expect(of('item_missing')).toHaveLength(5);
  expect(of('deposit_accepted')).toMatchObject([{ accepted: 6, missing: 5, refused: 1, parts: 'by_tray' }]);

  const answers = await carrier.acknowledgements(manifest.deposit);
  expect(answers.map(({ part, supplement }) => [part, supplement])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, true],
  ]);
  expect(of('acknowledgement_written').map(({ part }) => part)).toEqual([2, 1, 3]);
  const found = answers.flatMap((answer) => answer.found).reduce((sum, { count }) => sum + count, 0);
  expect(found).toBe(7);
  const events = of('tracking').map(({ number, code }) => `${number} ${code}`);
  expect(new Set(events).size).toBe(events.length);
});
