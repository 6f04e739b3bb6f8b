import { Context } from '@temporalio/activity';
import type { DataSource } from 'typeorm';
import { inLedger, type Clock, type LedgerTransaction } from '#database/ledger';
import { inScope, siteScope, type Scope, type Sql } from '#database/scope';

/** The database as an activity sees it: through its site, every change told to the ledger with the run that caused it. */
export interface Records {
  /** Reads within the site's scope. */
  read<T>(siteId: string, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Changes within the site's scope, in one transaction with its events. `at`: the business time, when a fact gives it. */
  write<T>(siteId: string, work: (tx: LedgerTransaction) => Promise<T>, at?: Date): Promise<T>;
  clock: Clock;
}

/** The same, and past any one site. */
export interface RecordsOfAll extends Records {
  /** Reads in a scope that is no site's. */
  readAs<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Changes in a scope that is no site's, told as the activity's doing. `at`: the business time, when the process's clock gives it. */
  writeAs<T>(scope: Scope, work: (tx: LedgerTransaction) => Promise<T>, at?: Date): Promise<T>;
}

/** `bundle` is the sha256 of the workflow bundle this worker runs: each event names it, so that an auditor can replay the run. */
export function recordsOf(database: DataSource, clock: Clock, bundle: string): RecordsOfAll {
  const write = <T>(scope: Scope, work: (tx: LedgerTransaction) => Promise<T>, at?: Date): Promise<T> => {
    const { workflowExecution, activityType } = Context.current().info;
    const cause = {
      ...(workflowExecution && { workflow: workflowExecution.workflowId, run: workflowExecution.runId }),
      bundle,
    };
    const act = { actor: `workflow:${activityType}`, cause, ...(at && { at }) };
    return inLedger(database, scope, act, clock, work);
  };
  return {
    clock,
    read: (siteId, work) => inScope(database, siteScope(siteId), work),
    write: (siteId, work, at) => write(siteScope(siteId), work, at),
    readAs: (scope, work) => inScope(database, scope, work),
    writeAs: write,
  };
}
