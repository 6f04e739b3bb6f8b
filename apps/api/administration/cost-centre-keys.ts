import { createHash } from 'node:crypto';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { customerOf, type Call } from '../http/caller.ts';

/** A cost centre that orders have named. */
export interface NamedCostCentre {
  key: string;
  costCentre: string;
  label: string | null;
}

/** Names a cost centre in an address of a page: orders name it in free text, which never stands there. '' for none. */
export function costCentreKeyOf(call: Call, costCentre: string): string {
  if (costCentre === '') return 'none';
  const { account, mode } = customerOf(call);
  return `cck_${createHash('sha256').update(`${account} ${mode} ${costCentre}`).digest('hex').slice(0, 16)}`;
}

/** The cost centres that the account's orders have named, with what its list calls them; by name. */
export async function namedCostCentres(sql: Sql, call: Call): Promise<NamedCostCentre[]> {
  const rows = await sql<{ cost_centre: string; label: string | null }>(
    `select n.cost_centre, c.label from (
       select cost_centre from pli.statistics union select cost_centre from pli.statistics_changes) n
     left join pli.cost_centres c on c.code = n.cost_centre where n.cost_centre <> '' order by n.cost_centre`,
  );
  return rows.map(({ cost_centre, label }) => ({
    key: costCentreKeyOf(call, cost_centre),
    costCentre: cost_centre,
    label,
  }));
}

/**
 * What a key stands for, '' for none; undefined for no key.
 * @throws MailError `cost_centre_key_unknown`
 */
export async function costCentreOfKey(sql: Sql, call: Call, key: string | undefined): Promise<string | undefined> {
  if (key === undefined || key === 'none') return key && '';
  const found = (await namedCostCentres(sql, call)).find((each) => each.key === key);
  if (found === undefined)
    throw new MailError('cost_centre_key_unknown', 'No order of this account has named a cost centre of that key.');
  return found.costCentre;
}
