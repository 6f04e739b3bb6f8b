import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEntry } from '#contracts/simulator-journal';
import { check } from '../checker/check.ts';
import type { ClientLogLine } from '../checker/client-log.ts';
import { findingKinds, type FindingKind, type Report } from '../checker/report.ts';
import { cloneDatabase, type TestDatabase } from './clone-database.ts';
import { finishLot, type FinishedLot } from './finished-lot.ts';
import { makeAccount, makeOrder, makeSite, type TestAccount, type TestOrder, type TestSite } from './fixtures.ts';

/**
 * A world in which the checker finds nothing: three letters that went all the way, two that wait, and a draft. Every finding is
 * shown by tampering with one of its rows or records: a check that cannot fail would prove nothing.
 */
export interface CheckedWorld {
  db: TestDatabase;
  folder: string;
  site: TestSite;
  account: TestAccount;
  order: TestOrder;
  lot: FinishedLot;
  open: TestOrder;
  client: ClientLogLine[];
  /** Compares the witnesses, with another journal, client's log or clock where given. */
  verify(other?: { journal?: JournalEntry[]; client?: ClientLogLine[]; now?: Date }): Promise<Report>;
  /** Runs statements past every rule, verifies, and puts the tables back. */
  tampered(statements: string[], other?: Parameters<CheckedWorld['verify']>[0]): Promise<Report>;
  close(): Promise<void>;
}

export async function openCheckedWorld(): Promise<CheckedWorld> {
  const db = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'checker-'));
  const site = await makeSite(db.api);
  const account = await makeAccount(db.api, site);
  const order = await makeOrder(db.api, account, site, { letters: 3 });
  const lot = await finishLot(db, site, account, order, 1, 1);
  const open = await makeOrder(db.api, account, site, { letters: 2 });
  await makeOrder(db.api, account, site, { letters: 2, state: 'draft' });
  const at = '2027-01-04T08:00:00Z';
  const client = [order, open].map(({ id, letterIds }) => ({ at, orderId: id, letterIds, key: `key of ${id}` }));

  const verify: CheckedWorld['verify'] = async (other = {}) => {
    const files = { journal: join(folder, 'journal.jsonl'), clientLog: join(folder, 'client.jsonl') };
    await writeLines(
      files.journal,
      (other.journal ?? lot.journal).map((entry, i) => ({ n: i + 1, at, ...entry })),
    );
    await writeLines(files.clientLog, other.client ?? client);
    return check({ database: db.checker, ...files }, () => other.now ?? new Date());
  };

  const tampered: CheckedWorld['tampered'] = async (statements, other) => {
    const named = statements.flatMap((s) => [...s.matchAll(/pli\.([a-z_]+)/g)].map((m) => m[1] ?? ''));
    const tables = [...new Set(named)];
    for (const table of tables)
      await db.asOwner(
        `drop table if exists public.kept_${table}; create table public.kept_${table} as table pli.${table}`,
      );
    try {
      await db.asOwner(pastEveryRule(statements));
      return await verify(other);
    } finally {
      for (const table of tables)
        await db.asOwner(
          pastEveryRule([
            `delete from pli.${table}`,
            `insert into pli.${table} overriding system value select * from public.kept_${table}`,
          ]),
        );
    }
  };

  async function close(): Promise<void> {
    await db.drop();
    await rm(folder, { recursive: true, force: true });
  }
  return { db, folder, site, account, order, lot, open, client, verify, tampered, close };
}

/** Neither foreign keys nor triggers stand in the way of what somebody with the disk in hand could do. */
const pastEveryRule = (statements: string[]): string =>
  ['set session_replication_role = replica', ...statements, 'reset session_replication_role'].join('; ');

async function writeLines(file: string, records: object[]): Promise<void> {
  await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

/** The counts of a report that are not zero. */
export function countsOf(report: Report): Partial<Record<FindingKind, number>> {
  return Object.fromEntries(findingKinds.filter((kind) => report[kind] > 0).map((kind) => [kind, report[kind]]));
}
