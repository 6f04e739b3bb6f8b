import { join } from 'node:path';
import { check } from '#database/checker/check';
import type { Report } from '#database/checker/report';
import { openDatabase } from '#database/data-source';
import type { Instance } from '../launcher/instance.ts';
import { clientLogOf } from './witness.ts';

/** Has the checker compare an instance's three witnesses: its database, its customers' log and its simulator's journal. */
export async function runChecker({ folder, environment }: Pick<Instance, 'folder' | 'environment'>): Promise<Report> {
  const { CHECKER_DATABASE_URL = '', SIMULATOR_DIR = '' } = environment;
  const database = await openDatabase(CHECKER_DATABASE_URL, 1);
  try {
    const journal = join(SIMULATOR_DIR, 'journal.jsonl');
    return await check({ database, clientLog: clientLogOf(folder), journal }, () => new Date());
  } finally {
    await database.destroy();
  }
}
