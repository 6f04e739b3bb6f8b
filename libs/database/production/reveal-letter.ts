import { newId } from '#contracts/new-id';
import { MailError } from '#domain/mail-error';
import { REVEAL_SECONDS } from '#domain/profiles';
import type { LedgerTransaction } from '../ledger.ts';
import type { Mode, Sql } from '../scope.ts';
import { siteProfileAt } from '../site-profile.ts';

/** A letter that may be shown. */
export interface LetterToReveal {
  id: string;
  site_id: string;
  account_id: string;
  mode: Mode;
}

/**
 * Lets one person of the print room see the address and pages of a letter for as long as the site's profile says. The account is told in its own
 * feed: who, in which role, why, until when; nothing of what was shown.
 * @returns until when
 */
export async function revealLetter(
  tx: LedgerTransaction,
  letter: LetterToReveal,
  to: string,
  reason: string,
): Promise<Date> {
  const { revealSeconds = REVEAL_SECONDS } = await siteProfileAt(tx.sql, letter.site_id, tx.at);
  const until = new Date(tx.at.getTime() + revealSeconds * 1000);
  await tx.sql(
    `insert into pli.reveals (id, site_id, mode, account_id, letter_id, revealed_to, reason_code, at, until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId('reveal', tx.at), letter.site_id, letter.mode, letter.account_id, letter.id, to, reason, tx.at, until],
  );
  tx.tell(`account/${letter.account_id}/${letter.mode}`, 'letter', letter.id, 'letter.revealed', {
    reason,
    who: to,
    role: 'operator',
    until: until.toISOString(),
  });
  return until;
}

/**
 * The reveal of a letter that lets this person see it now.
 * @throws MailError `reveal_needed` when there was none · `reveal_over` when its time has passed
 */
export async function liveReveal(
  sql: Sql,
  letterId: string,
  to: string,
  now: Date,
): Promise<{ until: Date; reason_code: string }> {
  const [last] = await sql<{ until: Date; reason_code: string }>(
    `select until, reason_code from pli.reveals where letter_id = $1 and revealed_to = $2 order by until desc limit 1`,
    [letterId, to],
  );
  if (last === undefined)
    throw new MailError(
      'reveal_needed',
      'Address and pages are masked. Reveal the letter with a reason first; its sender can read that you did.',
    );
  if (last.until <= now)
    throw new MailError(
      'reveal_over',
      `The time in which you could see this letter ended at ${last.until.toISOString()}. Reveal it again, with a reason, if you still need it.`,
    );
  return last;
}
