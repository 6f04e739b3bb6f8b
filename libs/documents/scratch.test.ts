import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withScratch } from './scratch.ts';

const parent = mkdtempSync(join(tmpdir(), 'pli-test-'));
afterAll(() => rmSync(parent, { recursive: true }));

test('letters that a killed process left behind are gone with the next work; those of a living one stay', async () => {
  const { pid: dead } = spawnSync('true');
  const [left, living] = [join(parent, `pli-scratch-${dead}-x`), join(parent, `pli-scratch-${process.ppid}-x`)];
  for (const folder of [left, living]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.pdf'), 'Madame');
  }
  await withScratch(async (folder) => expect(statSync(folder).mode & 0o777).toBe(0o700), parent);
  expect([existsSync(left), existsSync(living)]).toEqual([false, true]);
});

test('a scratch folder is gone after a failure too', async () => {
  const before = readdirSync(parent);
  await expect(withScratch(() => Promise.reject(new Error('no')), parent)).rejects.toThrow('no');
  expect(readdirSync(parent)).toEqual(before);
});
