import { MailError } from '#domain/mail-error';
import type { Sql } from './scope.ts';

/**
 * Takes `count` numbers a site gives out itself, one after the other and without gaps: the row lock lasts until the transaction
 * ends, so a number that is taken is also used.
 * @returns the first of them
 * @throws MailError `site_without_numbers` when the site was not set up to count these
 */
export async function takeSiteNumbers(
  sql: Sql,
  siteId: string,
  kind: 'lot' | 'tray' | 'deposit',
  count = 1,
): Promise<number> {
  const [row] = await sql<{ last: string }>(
    `update pli.site_numbers set last = last + $3 where site_id = $1 and kind = $2 returning last`,
    [siteId, kind, count],
  );
  if (row === undefined)
    throw new MailError(
      'site_without_numbers',
      `The site counts no ${kind}s. Set it up again: each site counts its lots, trays and deposits.`,
    );
  return Number(row.last) - count + 1;
}

/** Makes others wait who take numbers of this kind, until the transaction ends. */
export async function lockSiteNumbers(sql: Sql, siteId: string, kind: 'lot' | 'tray' | 'deposit'): Promise<void> {
  await sql(`select from pli.site_numbers where site_id = $1 and kind = $2 for update`, [siteId, kind]);
}
