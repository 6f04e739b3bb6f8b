import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { sqlOf, type Sql } from '../scope.ts';
import { checkBalances } from './balances.ts';
import { checkCancelled } from './cancelled.ts';
import { checkChains } from './chain.ts';
import { checkClientLog, clientLogTable, loadClientLog } from './client-log.ts';
import { checkAnswers, checkContent } from './content.ts';
import { checkFolds } from './fold.ts';
import { checkJournal } from './journal.ts';
import { journalIndexes, journalTable, loadJournal } from './journal-table.ts';
import { checkPostage } from './postage.ts';
import { Findings, type Report } from './report.ts';
import { checkStatistics } from './statistics.ts';
import { checkWaiting } from './stuck.ts';
import { checkWhereabouts } from './whereabouts.ts';

/** The three witnesses. The database is heard as login pli_checker, which may read all and write nothing. */
export interface Witnesses {
  database: DataSource;
  /** File of ClientLogLine: what the client was answered. */
  clientLog?: string | undefined;
  /** The simulator's journal file. */
  journal?: string | undefined;
}

/**
 * Compares the witnesses. The client's log and the journal are read before the database is looked at, so that what they tell must be known
 * there; then the journal's newest part, which may prove what the database says. The look is one snapshot, also on a running instance.
 * @param now the instant by which deadlines are judged
 * @param progress told the name of each part as it begins
 */
export async function check(
  witnesses: Witnesses,
  now: () => Date,
  progress: (part: string) => void = () => undefined,
): Promise<Report> {
  const findings = new Findings();
  const { clientLog, journal } = witnesses;
  const runner = witnesses.database.createQueryRunner();
  const sql = sqlOf(runner);
  const heard = (file: string | undefined): file is string => file !== undefined && existsSync(file);
  try {
    progress('the witnesses');
    await sql('set role pli_audit');
    for (const statement of [clientLogTable, ...journalTable]) await sql(statement);
    if (heard(clientLog)) await loadClientLog(sql, clientLog);
    const read = heard(journal) ? await loadJournal(sql, journal, { end: 0, n: 0 }, false) : { end: 0, n: 0 };

    await runner.startTransaction('REPEATABLE READ');
    const at = now();
    const [count] = await sql<{ letters: number }>(
      `select count(*) as letters from pli.letters where state not in ('draft', 'deleted')`,
    );
    findings.report.letters = count?.letters ?? 0;
    await missing(sql, findings, heard(clientLog), heard(journal));
    for (const [part, run] of parts) {
      progress(part);
      await run(sql, findings, at);
    }
    if (heard(clientLog)) await checkClientLog(sql, findings);
    if (heard(journal)) {
      progress('the journal');
      await loadJournal(sql, journal, read, true);
      for (const statement of journalIndexes) await sql(statement);
      await checkJournal(sql, findings);
    }
    return findings.report;
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    for (const table of ['client_log', 'journal', 'journal_gaps']) await sql(`drop table if exists pg_temp.${table}`);
    await sql('reset role');
    await runner.release();
  }
}

const parts: [string, (sql: Sql, findings: Findings, now: Date) => Promise<void>][] = [
  ['the chains of the ledger', checkChains],
  ['rows against the ledger', checkFolds],
  ['contents against their hashes', checkContent],
  ['what is erased', checkAnswers],
  ['balances', checkBalances],
  ['where envelopes are', checkWhereabouts],
  ['cancelled letters', checkCancelled],
  ['postage and numbers', checkPostage],
  ['statistics', checkStatistics],
  ['deadlines', checkWaiting],
];

/** Real machines keep no journal that we may read: their sites are named, for there two of the counts prove nothing. */
async function missing(sql: Sql, findings: Findings, client: boolean, journal: boolean): Promise<void> {
  const { missingWitnesses } = findings.report;
  if (!client) missingWitnesses.push('the client: no log of its answers was given, so "lost" was not looked for');
  const sites = await sql<{ code: string; simulated: boolean }>(
    `select s.code, bool_and(d.simulated) as simulated from pli.sites s join pli.devices d on d.site_id = s.id
     where d.retired_at is null group by 1 order by 1`,
  );
  for (const { code, simulated } of sites) {
    if (!simulated)
      missingWitnesses.push(`the machines and the post of ${code}: real devices keep no journal of their own`);
    else if (!journal)
      missingWitnesses.push(`the machines and the post of ${code}: no journal of the simulator was given`);
  }
}
