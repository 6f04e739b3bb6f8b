import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hotFolderInserter } from './hot-folder-inserter.ts';
import { inserterResultFile, inserterResultName } from '#contracts/machines/inserter-files';
import type { InserterJob } from './inserter.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pli-inserter-'));
});
afterEach(() => rm(folder, { recursive: true }));

const piece = { position: 1, windowCode: 'W/PAR1/1/1/1/K', copy: 1, sheetCodes: ['S/PAR1/1/1/1/1/K'], tray: 3 };
const job: InserterJob = { name: 'pli-PAR1-1', site: 'PAR1', lot: 1, envelope: 'c56', pieces: [piece] };

async function machineWrites(part: number, sequences: number[], last: boolean, cut = Infinity): Promise<void> {
  const at = '2026-11-22T10:00:00.000Z';
  const lines = sequences.map((sequence) => {
    return {
      kind: 'envelope',
      sequence,
      position: sequence,
      windowCode: null,
      sheetCodes: [] as string[],
      outcome: 'closed',
      tray: 3,
      at,
    } as const;
  });
  const text = inserterResultFile.write({ header: { job: job.name, part, last }, lines });
  await writeFile(join(folder, 'results', inserterResultName(job.name, part)), text.slice(0, cut));
}

test('the job file is the documented one, and nothing half written lies beside it', async () => {
  await hotFolderInserter(folder).submit(job);
  expect(await readdir(join(folder, 'jobs'))).toEqual(['pli-PAR1-1.jsonl']);
  const rows = (await readFile(join(folder, 'jobs', 'pli-PAR1-1.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual([
    { format: 'pli-inserter-job', version: 1, job: 'pli-PAR1-1', site: 'PAR1', lot: 1, envelope: 'c56' },
    piece,
    { end: 1 },
  ]);
});

test('instalments are read as they come: half written ones later, repeated records once', async () => {
  const inserter = hotFolderInserter(folder);
  expect(await inserter.results(job.name)).toEqual({ records: [], outsorted: [], complete: false });
  const told = async (): Promise<[number[], boolean]> => {
    const { records, complete } = await inserter.results(job.name);
    return [records.map(({ sequence }) => sequence), complete];
  };
  await machineWrites(1, [1, 2], false);
  await machineWrites(2, [3, 4], true, 80);
  expect(await told()).toEqual([[1, 2], false]);
  await machineWrites(2, [2, 3, 4], true);
  expect(await told()).toEqual([[1, 2, 3, 4], true]);
});

test('a last instalment without the ones before it is not the end', async () => {
  const inserter = hotFolderInserter(folder);
  await inserter.results(job.name);
  await machineWrites(2, [3], true);
  expect((await inserter.results(job.name)).complete).toBe(false);
});

test('a lot whose name begins like another’s does not get its results', async () => {
  const inserter = hotFolderInserter(folder);
  await inserter.results(job.name);
  await machineWrites(1, [1], true);
  expect((await inserter.results('pli-PAR1')).records).toEqual([]);
});
