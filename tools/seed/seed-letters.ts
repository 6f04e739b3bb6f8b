import pg from 'pg';
import { Dice } from '../demonstration/dice.ts';
import { seedOpenWork } from './open-work.ts';
import { seedPastDay } from './past-day.ts';
import { SeededLedger } from './seeded-ledger.ts';
import { readWorld, writeNumbers } from './seeded-world.ts';
import { Tables } from './tables.ts';

const DAY = 86_400_000;
/** Rows written together: a statement a table costs the same for one row as for thousands. */
const ROWS_AT_ONCE = 100_000;
export interface Seeding {
  letters: number;
  /** Over how many days of the past they came; Sundays are off. */
  days?: number;
  /** For so many days the content of a letter was kept after the carrier had it. */
  contentDays?: number;
  /** Of all letters, those on the floor and in the pool today. */
  openShare?: number;
  say?: (text: string) => void;
}

/**
 * Fills a prepared instance with letters of the past year: orders, letters, copies, lots, trays, deposits, postage, registered numbers,
 * commitments and their ledger, chained by hash, in one transaction: all or nothing. What is not seeded: bytes (composed letters, slips),
 * facts of machines, and the steps between: the ledger tells of a letter in three events where production takes nineteen.
 * @param adminUrl a role that passes row-level security
 */
export async function seedLetters(
  adminUrl: string,
  { letters, days = 365, contentDays = 30, openShare = 0.004, say = () => undefined }: Seeding,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, options: '-c timezone=UTC' });
  await client.connect();
  try {
    const now = new Date();
    await client.query(`select pli.ensure_event_partitions($1::date, $2)`, [
      new Date(now.getTime() - (days + 31) * DAY),
      Math.ceil(days / 28) + 3,
    ]);
    await client.query('begin');
    await withoutForeignKeys(client);
    await countLetters(client, 'enable always');
    const tables = await Tables.open(client);
    const world = await readWorld(client);
    const ledger = await SeededLedger.open(client, tables);
    const parts = { world, tables, ledger, dice: new Dice(letters) };
    const open = Math.round(letters * openShare);
    const dates = workingDays(now, days);
    const erasedBefore = new Date(now.getTime() - contentDays * DAY);
    let done = 0;
    for (const [i, date] of dates.entries()) {
      const some = Math.round(((letters - open) * (i + 1)) / dates.length) - done;
      seedPastDay(parts, { date, letters: some, now, erasedBefore });
      await tables.flush(ROWS_AT_ONCE);
      done += some;
      if (i % 30 === 29) say(`${done} of ${letters} letters`);
    }
    seedOpenWork(parts, { letters: open, now });
    await tables.flush();
    await ledger.close(client);
    await writeNumbers(client, world);
    await countLetters(client, 'enable');
    await client.query('commit');
    say('gathering statistics');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** A year's rows refer to each other as they were made; whoever may not switch the check off has it made row by row. */
async function withoutForeignKeys(client: pg.Client): Promise<void> {
  await client.query('savepoint foreign_keys');
  await client
    .query(`set local session_replication_role = 'replica'`)
    .catch(() => client.query('rollback to savepoint foreign_keys'));
}

/** Letters are counted and their names kept by triggers, which sleep beside the checks of foreign keys unless they are told not to. */
async function countLetters(client: pg.Client, how: 'enable' | 'enable always'): Promise<void> {
  await client.query(`alter table pli.letters ${how} trigger count_new_letters, ${how} trigger keep_new_names`);
}

/** Midnights, UTC, of the days before now on which trucks came, the oldest first. */
function workingDays(now: Date, days: number): Date[] {
  const today = new Date(now.toISOString().slice(0, 10));
  return Array.from({ length: days }, (_, i) => new Date(today.getTime() - (days - i) * DAY)).filter(
    (date) => date.getUTCDay() !== 0,
  );
}
