import type { Because } from '#contracts/api/floor';
import { newId } from '#contracts/new-id';
import type { LedgerTransaction } from '#database/ledger';

/** Keeps the words of a reason beside the ledger, which has its code alone: words can be erased, and may name somebody. */
export async function noteOf(
  { sql, at }: LedgerTransaction,
  owner: { site: string } | { account: string; mode: string },
  subjectId: string,
  { text }: Because,
): Promise<void> {
  if (text === undefined) return;
  const [account, site, mode] = 'site' in owner ? [null, owner.site, null] : [owner.account, null, owner.mode];
  await sql(
    `insert into pli.notes (id, account_id, site_id, mode, subject_id, text, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId('note', at), account, site, mode, subjectId, text, at],
  );
}
