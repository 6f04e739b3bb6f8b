import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventTypes } from '#domain/event-types';
import { streamOf, subjects, type Subject } from './subjects.ts';

const root = join(import.meta.dirname, '../..');
/** An event as the house writes it: behind its subject, in a call that tells of it. */
const toldAs =
  /'([a-z_]+)',(?: [\w.]+(?:\([^)]*\))?,)?\s+'([a-z_]+\.[a-z_]+)'|tellLetter\(\s*\w+,\s*'(letter\.[a-z_]+)'/g;
const isOfAccount = (subject: string): boolean =>
  subject in subjects &&
  streamOf(subject as Subject, { account_id: 'a', site_id: 's', mode: 'test' }).startsWith('account/');

test('every event that the code tells an account of can be asked for', async () => {
  const missing = new Set<string>();
  let seen = 0;
  for (const folder of ['apps/api', 'apps/worker', 'activities', 'libs/database', 'libs/storage'])
    for (const file of await readdir(join(root, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || file.includes('test')) continue;
      for (const [text, subject = 'letter', told, letter] of (
        await readFile(join(root, folder, file), 'utf8')
      ).matchAll(toldAs)) {
        // What an auditor looked at is told in the provider's stream.
        if (!isOfAccount(subject) || text.includes('audit_')) continue;
        const type = told ?? letter ?? '';
        seen++;
        if (!eventTypes.includes(type)) missing.add(`${type} (${folder}/${file})`);
      }
    }
  expect([...missing]).toEqual([]);
  expect(seen).toBeGreaterThan(40);
});
