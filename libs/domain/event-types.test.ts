import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventPatterns, eventTypes, nearestPatterns } from './event-types.ts';
import { noticeEvents } from './telling.ts';

const root = join(import.meta.dirname, '../..');
/** Subjects whose events stand in the feed of an account. */
const families = eventPatterns.flatMap((pattern) => (pattern.endsWith('.*') ? [pattern.slice(0, -2)] : [])).join('|');
/** An event as the house writes it: behind its subject, in a call that tells of it. */
const toldAs = new RegExp(
  `'(?:${families}|subscriber)',(?: [\\w.]+(?:\\([^)]*\\))?,)?\\s+'((?:${families})\\.[a-z_]+)'|tellLetter\\(\\s*\\w+,\\s*'(letter\\.[a-z_]+)'`,
  'g',
);

test('every event that the code tells an account of can be asked for', async () => {
  const missing = new Set<string>();
  let seen = 0;
  for (const folder of ['apps/api', 'apps/worker', 'activities', 'libs/database', 'libs/storage'])
    for (const file of await readdir(join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || file.includes('test')) continue;
      for (const [, changed, letter] of (await readFile(join(root, folder, file), 'utf8')).matchAll(toldAs)) {
        const type = changed ?? letter ?? '';
        seen++;
        if (!eventTypes.includes(type)) missing.add(`${type} (${folder}/${file})`);
      }
    }
  expect([...missing]).toEqual([]);
  expect(seen).toBeGreaterThan(40);
});

test('mail notices tell of events that there are', () => {
  for (const types of Object.values(noticeEvents)) for (const type of types) expect(eventTypes).toContain(type);
});

test('what was probably meant is named first', () => {
  expect(nearestPatterns('letter.delivred')[0]).toBe('letter.delivered');
  expect(nearestPatterns('Letter.Returned')[0]).toBe('letter.returned');
  expect(nearestPatterns('letters.*')[0]).toBe('letter.*');
  expect(nearestPatterns('order.end')[0]).toBe('order.ended');
  expect(nearestPatterns('invoice.paid')).toEqual([]);
});
