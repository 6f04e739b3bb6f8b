import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hotFolder } from './hot-folder.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'pli-hot-'));
});
afterEach(() => rm(path, { recursive: true }));

test('a file is there whole or not at all: what is being written is not listed', async () => {
  const folder = hotFolder(join(path, 'jobs'));
  await folder.put('b.jsonl', 'two');
  await folder.put('a.jsonl', 'one');
  await writeFile(join(path, 'jobs', 'c.jsonl.part'), 'half');
  expect(await folder.list()).toEqual(['a.jsonl', 'b.jsonl']);
  expect(await folder.get('b.jsonl')).toBe('two');
  expect(await folder.get('c.jsonl')).toBeUndefined();
});

test('handing a file over leaves nothing behind', async () => {
  const ours = hotFolder(join(path, 'ours'));
  const theirs = hotFolder(join(path, 'theirs'));
  await ours.put('a.jsonl', 'one');
  await ours.handTo('a.jsonl', theirs);
  expect(await ours.list()).toEqual([]);
  expect(await theirs.get('a.jsonl')).toBe('one');
});

test.each(['../a', 'a/b', '.hidden', ''])('the name %p cannot leave the folder', async (name) => {
  await expect(hotFolder(join(path, 'jobs')).put(name, 'x')).rejects.toThrow(RangeError);
  expect(await readdir(path)).not.toContain('a');
});
