import { MailError } from '#domain/mail-error';
import type { LedgerTransaction } from './ledger.ts';

/** A physical copy: a letter and its copy number. */
export interface Copy {
  letter_id: string;
  copy: number;
}

/**
 * Commits copies to a step that cannot be undone, under the name of the one job that does it, before the machine hears of it. Saying the
 * same again changes nothing; the unique index (step, letter, copy) refuses every other job as long as the step is not undone.
 * @throws MailError `copy_already_committed` when another job holds one of the copies: it must be settled by asking, never repeated
 */
export async function commitStep(
  tx: LedgerTransaction,
  siteId: string,
  mode: string,
  step: 'print' | 'hand_off',
  job: string,
  copies: readonly Copy[],
): Promise<void> {
  await tx.sql(
    `insert into pli.irreversible_steps (step, letter_id, copy, site_id, mode, job, at)
     select $1, c.letter_id, c.copy, $2, $3, $4, $5 from jsonb_to_recordset($6) as c(letter_id text, copy int)
     order by c.letter_id, c.copy on conflict do nothing`,
    [step, siteId, mode, job, tx.at, JSON.stringify(copies)],
  );
  const [held] = await tx.sql<{ n: number }>(
    `select count(*)::int as n from pli.irreversible_steps i
     join jsonb_to_recordset($1) as c(letter_id text, copy int) using (letter_id, copy)
     where i.step = $2 and i.job = $3 and i.undone_at is null`,
    [JSON.stringify(copies), step, job],
  );
  if (held?.n !== copies.length)
    throw new MailError(
      'copy_already_committed',
      `A copy of job ${job} already belongs to another job of this step. Ask the machine what became of that one; do not repeat it.`,
    );
}

/**
 * Undoes the hand-off of copies that did not take place: the carrier's own word says that it does not have them (missing or refused at the
 * deposit), and a person has the envelope in hand. Their rows stay, told when and by which scan; the copies may be handed off
 * once again. Saying it again changes nothing.
 * @param scan what proves that the envelope is here: the source id of the fact
 */
export async function undoHandOff(tx: LedgerTransaction, copies: readonly Copy[], scan: string): Promise<void> {
  await tx.sql(
    `update pli.irreversible_steps i set undone_at = $2, undone_by = $3
     from jsonb_to_recordset($1) as c(letter_id text, copy int)
     where i.letter_id = c.letter_id and i.copy = c.copy and i.step = 'hand_off' and i.undone_at is null`,
    [JSON.stringify(copies), tx.at, scan],
  );
}
