import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { masterKeyOfFile, newWrappedKey } from './master-key.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the file is made once, for its owner only, and opens what it wrapped', async () => {
  const file = join(folder, 'master.key');
  const keys = await Promise.all(Array.from({ length: 8 }, () => masterKeyOfFile(file)));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/);
  const wrapped = newWrappedKey(keys[0]!, 'acc_1');
  for (const key of [...keys, await masterKeyOfFile(file)]) expect(key.unwrap(wrapped, 'acc_1')).toHaveLength(32);
});

test('a wrapped key opens neither for another owner nor changed', async () => {
  const key = await masterKeyOfFile(join(folder, 'master.key'));
  const wrapped = newWrappedKey(key, 'acc_1');
  expect(() => key.unwrap(wrapped, 'acc_2')).toThrow(expect.objectContaining({ code: 'content_key_damaged' }));
  wrapped[20] = wrapped[20]! ^ 1;
  expect(() => key.unwrap(wrapped, 'acc_1')).toThrow(expect.objectContaining({ code: 'content_key_damaged' }));
});

test('a file that holds something else is refused, not replaced', async () => {
  const file = join(folder, 'wrong.key');
  await writeFile(file, 'secret');
  await expect(masterKeyOfFile(file)).rejects.toMatchObject({ code: 'master_key_unusable' });
  expect(await readFile(file, 'utf8')).toBe('secret');
});
