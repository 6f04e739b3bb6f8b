import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJournal, type JournalRecord } from '#contracts/simulator-journal';
import { Journal } from './journal.ts';

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pli-journal-'));
  path = join(directory, 'journal.jsonl');
});
afterEach(() => rm(directory, { recursive: true }));

const ended = (job: string): { type: 'lot_ended'; job: string } => ({ type: 'lot_ended', job });

test('records are numbered without gaps, however many write at once', async () => {
  const journal = await Journal.open(path, []);
  await Promise.all(Array.from({ length: 200 }, (_, i) => journal.append(ended(`${i}`), ended(`${i}`))));
  await journal.close();
  expect((await readJournal(path)).map(({ n }) => n)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
});

test('a torn last line is no record: it is cut off and its number given again', async () => {
  const journal = await Journal.open(path, []);
  await journal.append(ended('a'));
  await journal.close();
  await appendFile(path, '{"n":2,"type":"lot_en');
  expect(await readJournal(path)).toHaveLength(1);

  const heard: JournalRecord[] = [];
  const again = await Journal.open(path, [(record) => heard.push(record)]);
  await again.append(ended('b'));
  await again.close();
  expect(heard.map(({ n }) => n)).toEqual([1, 2]);
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(3);
});
