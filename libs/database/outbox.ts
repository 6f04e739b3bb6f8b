import type { Process, ProcessInput } from '#contracts/processes';
import type { Sql } from './scope.ts';

/** A workflow to start once the transaction has committed. */
export interface WorkflowStart<P extends Process> {
  /** The print room whose work it is; null for a ticket, which belongs to none. */
  siteId: string | null;
  process: P;
  workflowId: string;
  /** The workflow's argument: ids and instants. `summary` names it in the Temporal UI, `mode` is searched by. No personal data. */
  input: ProcessInput[P] & { summary?: string; mode?: string };
  /** Whose work it is, when an account asks for it: it may start work of its own alone. */
  accountId?: string;
}

/** Has a workflow started by the relay: with the commit of this transaction, or not at all. Starting it twice starts one. */
export async function startWorkflow<P extends Process>(sql: Sql, start: WorkflowStart<P>, at: Date): Promise<void> {
  await sql(
    `insert into pli.outbox (kind, site_id, account_id, workflow_type, workflow_id, input, created_at) values ('start', $1, $2, $3, $4, $5, $6)`,
    [start.siteId, start.accountId ?? null, start.process, start.workflowId, JSON.stringify(start.input), at],
  );
}

/**
 * Wakes a workflow that waits for facts, once the transaction has committed. It has no content and may be lost.
 * @param accountId whose work it is, when an account wakes it: only its own tickets
 */
export async function nudgeWorkflow(
  sql: Sql,
  siteId: string | null,
  workflowId: string,
  at: Date,
  accountId: string | null = null,
): Promise<void> {
  await sql(
    `insert into pli.outbox (kind, site_id, account_id, workflow_id, created_at) values ('nudge', $1, $2, $3, $4)`,
    [siteId, accountId, workflowId, at],
  );
}
