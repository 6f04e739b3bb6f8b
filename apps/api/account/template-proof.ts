import { processes, processId } from '#contracts/processes';
import type { LedgerTransaction } from '#database/ledger';
import { startWorkflow } from '#database/outbox';
import type { Sql } from '#database/scope';
import { siteProfileAt } from '#database/site-profile';
import { MailError } from '#domain/mail-error';
import { actorOf, customerOf, type Call } from '../http/caller.ts';

/** What a version's row becomes while its sample is composed. */
export interface InProof {
  state: 'proofing';
  state_since: Date;
  deadline_at: Date;
  proofs: number;
  asked_by: string;
  reason_code: null;
}

/**
 * Has the sample of a version composed by a print room of the account: only there a browser may draw.
 * @throws MailError `contract_missing`, `profile_not_valid`
 */
export async function askForProof(
  tx: LedgerTransaction,
  call: Call,
  version: { id: string; version: number; proofs: number },
): Promise<InProof> {
  const { account, mode } = customerOf(call);
  const siteId = await proofingSite(tx.sql, mode, tx.at);
  const { deadlines } = await siteProfileAt(tx.sql, siteId, tx.at);
  const told = {
    state: 'proofing' as const,
    deadline_at: new Date(tx.at.getTime() + deadlines.composeSeconds * 1000),
    proofs: version.proofs + 1,
    asked_by: actorOf(call.caller),
    reason_code: null,
  };
  await tx.change('template_version', 'template_version.proof_asked', [{ id: version.id, set: told }]);
  const asked = { siteId, versionId: version.id, proof: told.proofs, dueAt: told.deadline_at.toISOString() };
  await startWorkflow(
    tx.sql,
    {
      siteId,
      accountId: account,
      process: processes.proofTemplate,
      workflowId: processId.proofTemplate(version.id, told.proofs),
      input: { ...asked, mode, summary: `Proof of version ${version.version} of a template` },
    },
    tx.at,
  );
  return { ...told, state_since: tx.at };
}

/** Of the print rooms at work that the account has a contract with, the one it signed with first. Each checks its letters again. */
async function proofingSite(sql: Sql, mode: string, at: Date): Promise<string> {
  const [contract] = await sql<{ site_id: string }>(
    `select c.site_id from pli.contracts c join pli.sites s on s.id = c.site_id
     where s.state = 'active' and c.valid_from <= $1 and (c.valid_to is null or $1 < c.valid_to) order by c.contract_id limit 1`,
    [at],
  );
  if (contract !== undefined) return contract.site_id;
  throw new MailError(
    'contract_missing',
    `A print room composes the sample, and this account has no valid ${mode} contract with one that is at work. Ask the provider.`,
  );
}
