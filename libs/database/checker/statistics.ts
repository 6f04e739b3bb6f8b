import type { Sql } from '../scope.ts';
import type { Findings } from './report.ts';

/** What statistics tell is what is there: the counts of each account, mode and state are the letters themselves. */
export async function checkStatistics(sql: Sql, findings: Findings): Promise<void> {
  await findings.addFrom(
    sql,
    'mismatched',
    'statistics',
    `with told as (
       select account_id, mode, state, sum(letters) as letters, sum(weight_mg) as weight_mg, sum(postage_cents) as postage_cents from (
         select account_id, mode, state, letters, weight_mg, postage_cents from pli.statistics
         union all select account_id, mode, state, letters, weight_mg, postage_cents from pli.statistics_changes) c
       group by 1, 2, 3),
     found as (
       select account_id, mode, state, count(*) as letters, coalesce(sum(weight_mg), 0) as weight_mg, coalesce(sum(postage_cents), 0) as postage_cents
       from pli.letters where state not in ('draft', 'deleted') group by 1, 2, 3)
     select format('%s/%s', account_id, mode) as subject,
       format('statistics tell of %s letters %s, %s mg and %s cents; there are %s, %s and %s', coalesce(t.letters, 0), state, coalesce(t.weight_mg, 0),
         coalesce(t.postage_cents, 0), coalesce(f.letters, 0), coalesce(f.weight_mg, 0), coalesce(f.postage_cents, 0)) as text
     from told t full join found f using (account_id, mode, state)
     where (coalesce(t.letters, 0), coalesce(t.weight_mg, 0), coalesce(t.postage_cents, 0))
       <> (coalesce(f.letters, 0), coalesce(f.weight_mg, 0), coalesce(f.postage_cents, 0))`,
  );
}
