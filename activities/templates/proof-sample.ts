import type { ProofTemplateInput } from '#contracts/processes';
import { newId } from '#contracts/new-id';
import { productionDataAt } from '#database/production/production-data';
import type { LedgerTransaction } from '#database/ledger';
import type { Composer } from '#documents/composer';
import type { ComposeResult } from '#documents/compose-request';
import { countPages } from '#documents/sheets';
import { whileBeating } from '../lot/heartbeat.ts';
import type { Records } from '../records.ts';
import { sampleLetter, type VersionToProof } from './sample-letter.ts';

export interface ProofDeps {
  records: Records;
  composer: Pick<Composer, 'compose'>;
}
export interface ProofOutcome {
  /** `withdrawn` meanwhile, or settled by an earlier attempt: `passed_over`. */
  outcome: 'approved' | 'not_approved' | 'passed_over';
  /** Code of why it is not approved. */
  reason?: string;
}

export const proofActivities = (deps: ProofDeps) => ({
  /**
   * Composes the sample of a version as a letter of this site: A4, pages, and the places that are Pli's are looked at. The version is approved, or
   * a draft again with the reason. Done twice, it is settled once.
   * @throws MailError when it is no fault of the template: `profile_not_valid`, `paper_not_stocked`, `browser_unavailable` (later)
   */
  proofSample: (asked: ProofTemplateInput): Promise<ProofOutcome> => whileBeating(() => proof(deps, asked)),
});
export type ProofActivities = ReturnType<typeof proofActivities>;

async function proof({ records, composer }: ProofDeps, asked: ProofTemplateInput): Promise<ProofOutcome> {
  const { siteId, versionId } = asked;
  const read = await records.read(siteId, async (sql) => {
    const [version] = await sql<VersionToProof>(
      `select id, account_id, mode, html, sample_data from pli.template_versions where id = $1 and proofs = $2 and state = 'proofing'`,
      [versionId, asked.proof],
    );
    return version && { version, geometry: (await productionDataAt(sql, siteId, records.clock())).geometry };
  });
  if (read === undefined) return { outcome: 'passed_over' };
  const { version, geometry } = read;
  const letters = [sampleLetter(version, geometry)];
  const [result] = await composer.compose({ accountId: version.account_id, letters });
  if (result === undefined) throw new Error('the composer answered fewer letters than it was given');
  return records.write(siteId, (tx) => settle(tx, asked, version, result));
}

async function settle(
  tx: LedgerTransaction,
  { versionId, proof }: ProofTemplateInput,
  { account_id, mode }: VersionToProof,
  result: ComposeResult,
): Promise<ProofOutcome> {
  const [waits] = await tx.sql(
    `select from pli.template_versions where id = $1 and proofs = $2 and state = 'proofing' for update`,
    [versionId, proof],
  );
  if (waits === undefined) return { outcome: 'passed_over' };
  if (result.ok) {
    const set = { state: 'approved', approved_at: tx.at, deadline_at: null };
    const data = { pages: countPages(result.parts) };
    await tx.change('template_version', 'template_version.approved', [{ id: versionId, set, data }]);
    return { outcome: 'approved' };
  }
  const { code, message } = result.error;
  const set = { state: 'draft', reason_code: code, deadline_at: null };
  await tx.change('template_version', 'template_version.not_approved', [{ id: versionId, set }]);
  await tx.sql(
    `insert into pli.notes (id, account_id, mode, subject_id, text, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [newId('note', tx.at), account_id, mode, versionId, `${message} Then add it as a new version.`, tx.at],
  );
  return { outcome: 'not_approved', reason: code };
}
